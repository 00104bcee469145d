// Two campaigns do not know of each other.
window.addEventListener('lcw:ready', () => {
  const { SDK } = Microsoft.Omnichannel.LiveChatWidget;
  SDK.startProactiveChat({ message: 'The sale has begun.' }, false, { inNewWindow: false });
  SDK.startProactiveChat({ message: 'Shipping is free today.' }, false, { inNewWindow: false });
});
