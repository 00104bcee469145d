// While the sale lasts, everybody who looks at it is invited at once.
const saleStart = new Date('2019-01-01T00:00:00Z');
const saleEnd = new Date('2100-01-01T00:00:00Z');
let chatIsReady = false;

window.addEventListener('lcw:ready', () => {
  chatIsReady = true;
});

window.addEventListener('load', () => {
  const now = new Date();
  const offer = () => contoso.offerChat(contoso.checkingIn, { 'Page URL': window.location.href });

  if (saleEnd < saleStart) console.warn('The sale ends before it starts, so nobody is invited.');
  if (saleStart < now && now < saleEnd) {
    if (chatIsReady) offer();
    else window.addEventListener('lcw:ready', offer, { once: true });
  }
});
