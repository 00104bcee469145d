// Two parts of the page wait for the visitor to leave; the second takes the place of the first.
window.addEventListener('DOMContentLoaded', () => {
  document.body.onmouseleave = () => {
    Microsoft.Omnichannel.LiveChatWidget.SDK.startProactiveChat({ message: 'May we help?' }, false, {
      inNewWindow: false,
    });
  };
});
window.addEventListener('DOMContentLoaded', () => {
  document.body.onmouseleave = () => document.body.classList.add('leaving');
});
