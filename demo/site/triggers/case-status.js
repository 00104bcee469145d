// Whoever looks at a case for 10 seconds would like to know more than its status.
window.addEventListener('lcw:ready', () => {
  setTimeout(() => {
    const caseId = document.getElementById('case-id').textContent;
    contoso.offerChat(
      `Hi! How are you doing today? The status of the case: ${caseId} is in progress. Would you like to get more details?`,
      { 'Case Id': caseId },
    );
  }, 10_000);
});
