// The values are there, but not in the form that the chat asks for.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.setContextProvider(() => ({
    'Page URL': window.location.href,
  }));
});
