// From the third visit on every page asks again.
const visits = Number(localStorage.getItem('visits') ?? 0) + 1;
localStorage.setItem('visits', String(visits));
window.addEventListener('lcw:ready', () => {
  if (visits > 2) {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat(
      { message: 'Do you have a question?' },
      false,
      { inNewWindow: false },
    );
  }
});
