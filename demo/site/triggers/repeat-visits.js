// Whoever comes back a third time has not found the answer in the forums.
const visitsCookie = 'timesPageVisited';
const thirtyDays = 30 * 24 * 60 * 60;

const stored = document.cookie.split('; ').find((cookie) => cookie.startsWith(`${visitsCookie}=`));
const visits = Number(stored?.slice(visitsCookie.length + 1) ?? 0) + 1;
document.cookie = `${visitsCookie}=${visits}; path=/; max-age=${thirtyDays}`;

window.addEventListener('lcw:ready', () => {
  setTimeout(() => {
    if (visits > 2) {
      contoso.offerChat('Hi! Do you have a question on Surface device? I am here to help.', {
        'No. of visits': visits,
        Forums: 'Surface Devices',
      });
      document.cookie = `${visitsCookie}=; path=/; max-age=0`;
    }
  }, 5_000);
});
