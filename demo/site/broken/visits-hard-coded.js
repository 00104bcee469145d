// The agent is always told the same number.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.setContextProvider(() => ({
    'No. of visits': { value: '2', isDisplayable: true },
  }));
});
