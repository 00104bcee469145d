// The basket of a visitor who has put nothing into it is not there.
const basket = null;
window.addEventListener('lcw:ready', () => {
  Microsoft.Omnichannel.LiveChatWidget.SDK.setContextProvider(() => ({
    'Items in the basket': { value: basket.items.length, isDisplayable: true },
  }));
});
