// Whether the survey comes first depends on who reads this: the documentation says yes, the hosted script no.
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help you?' });
});
