// What the agent is told is put together elsewhere, under another name.
window.addEventListener('lcw:ready', () => {
  setTimeout(() => {
    const { SDK } = Microsoft.Omnichannel.LiveChatWidget;
    SDK.setContextProvider(() => ({
      'Time On Page': { value: timeSpentHere, isDisplayable: true },
    }));
    SDK.startProactiveChat({ message: 'May we help you?' }, false, { inNewWindow: false });
  }, 500);
});
