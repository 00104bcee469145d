// The account is one document: its views change by history entries, without a load.
const links = [...document.querySelectorAll('[data-view]')];

function showView() {
  for (const link of links) {
    const shown = link.pathname === location.pathname;
    document.getElementById(link.dataset.view).hidden = !shown;
    if (shown) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

for (const link of links) {
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    history.pushState(null, '', link.pathname + location.search);
    showView();
    document.getElementById(`${link.dataset.view}-title`).focus();
  });
}

window.addEventListener('popstate', showView);
showView();
