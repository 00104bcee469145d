// The maps that this asks were shut down in 2025.
window.addEventListener('lcw:ready', async () => {
  const answer = await fetch('https://dev.virtualearth.net/REST/v1/Locations/1,1?key=none').catch(
    () => null,
  );
  const places = await answer?.json();
  if (places?.resourceSets[0].resources[0].address.countryRegion === 'Ruritania') {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
      inNewWindow: false,
    });
  }
});
