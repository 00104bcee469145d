// The visitor is in a chat already when the page has another idea.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.startChat();
});
window.addEventListener('lcw:startChat', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
    inNewWindow: false,
  });
});
