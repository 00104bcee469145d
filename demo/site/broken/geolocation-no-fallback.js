// Whoever does not tell where they are is forgotten.
window.addEventListener('lcw:ready', () => {
  navigator.geolocation.getCurrentPosition(() => {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'Near us?' }, false, {
      inNewWindow: false,
    });
  });
});
