// The sale is announced as soon as the page has been read; the chat is not there by then.
window.addEventListener('DOMContentLoaded', () => {
  const now = new Date();
  if (now > new Date('2019-01-01T00:00:00Z') && now < new Date('2100-01-01T00:00:00Z')) {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat(
      { message: 'The sale has begun. May we help you to choose?' },
      false,
      { inNewWindow: false },
    );
  }
});
