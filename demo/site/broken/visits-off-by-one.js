// Visitors who come here 2 or more times are asked whether they have a question.
const before = Number(localStorage.getItem('visits') ?? 0);
localStorage.setItem('visits', String(before + 1));
window.addEventListener('lcw:ready', () => {
  if (before + 1 > 2) {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat(
      { message: 'Do you have a question?' },
      false,
      { inNewWindow: false },
    );
    localStorage.removeItem('visits');
  }
});
