// The sale is announced as soon as the page has loaded; the chat may not be there by then.
window.addEventListener('load', () => {
  const now = new Date();
  if (now > new Date('2019-01-01T00:00:00Z') && now < new Date('2100-01-01T00:00:00Z')) {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat(
      { message: 'The sale has begun. May we help you to choose?' },
      false,
      { inNewWindow: false },
    );
  }
});
