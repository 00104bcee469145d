// The text is handed over as it is, so the chat shows its own instead.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat(
    'The sale has begun. May we help you to choose?',
    false,
    { inNewWindow: false },
  );
});
