// No browser sends a referrer without its scheme.
window.addEventListener('lcw:ready', () => {
  const lastPage = 'www.contoso.com/FAQ';
  if (document.referrer == lastPage) {
    setTimeout(() => {
      Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
        inNewWindow: false,
      });
    }, 15_000);
  }
});
