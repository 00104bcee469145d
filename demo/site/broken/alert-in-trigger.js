// Left over from the day this was tried out.
window.addEventListener('lcw:ready', () => {
  if (window.location.hash === '#debug') alert('The chat is ready');
  setTimeout(() => {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
      inNewWindow: false,
    });
  }, 20_000);
});
