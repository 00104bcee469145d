// Who the visitor is, the chat knows from the account; it takes nothing else then.
window.addEventListener('lcw:ready', () => {
  const { SDK } = Microsoft.Omnichannel.LiveChatWidget;
  SDK.setAuthTokenProvider((answer) => answer('not a real token'));
  SDK.setContextProvider(() => ({ Account: { value: 'Alex', isDisplayable: true } }));
});
