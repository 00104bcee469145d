// The settings of the campaign are in another script, which this page has not.
window.addEventListener('lcw:ready', () => {
  const { message } = window.campaign.invite;
  Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message }, false, {
    inNewWindow: false,
  });
});
