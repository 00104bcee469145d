// Whoever comes from the FAQ and stays has found no answer there.
window.addEventListener('lcw:ready', () => {
  if (document.referrer === 'www.contoso.com/FAQ') {
    setTimeout(() => {
      contoso.offerChat(contoso.checkingIn, {
        'Page URL': window.location.href,
        'Last Page URL': document.referrer,
      });
    }, 15_000);
  }
});
