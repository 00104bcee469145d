// Whoever comes from the FAQ and stays has found no answer there.
window.addEventListener('lcw:ready', () => {
  if (document.referrer.endsWith('/faq')) {
    setTimeout(() => {
      Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
        inNewWindow: false,
      }));
    }, 15_000);
  }
});
