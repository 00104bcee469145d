// The chat is loaded and never says that it is ready.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
    inNewWindow: false,
  });
});
