// The delay is only known inside the function that it should put off.
window.addEventListener('lcw:ready', () => {
  setTimeout(() => {
    var delay = 20_000;
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat(
      { message: `You have been here for ${delay / 1000} seconds. May we help you?` },
      false,
      { inNewWindow: false },
    );
  }, delay);
  var delay;
});
