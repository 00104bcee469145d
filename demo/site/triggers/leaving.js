// Whoever moves the pointer out of a cart, after 15 seconds in it, is about to leave it behind.
let offeredOnLeaving = false;

window.addEventListener('lcw:ready', () => {
  setTimeout(() => {
    document.body.onmouseleave = () => {
      if (offeredOnLeaving) return;
      offeredOnLeaving = true;
      contoso.offerChat(contoso.checkingIn, { 'Page URL': window.location.href });
    };
  }, 15_000);
});
