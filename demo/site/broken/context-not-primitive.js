// An agent cannot read a list.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.setContextProvider(() => ({
    Interests: { value: ['Slate 13', 'Slate Dock'], isDisplayable: true },
  }));
});
