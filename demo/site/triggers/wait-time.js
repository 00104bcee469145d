// Whoever reads about a Slate for 20 seconds may have a question.
const waitTime = 20_000;

window.addEventListener('lcw:ready', () => {
  setTimeout(() => {
    contoso.offerChat(contoso.checkingIn, {
      'Time On Page': waitTime,
      'Page URL': window.location.href,
    });
  }, waitTime);
});
