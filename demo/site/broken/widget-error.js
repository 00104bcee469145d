// The chat was set up for another organisation.
window.addEventListener('load', () => {
  const detail = { errorCode: 1, errorDescription: 'The chat is not set up for this organisation.' };
  window.dispatchEvent(new CustomEvent('lcw:error', { detail }));
});
