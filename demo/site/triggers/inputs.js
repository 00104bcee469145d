// Whether to invite somebody is decided elsewhere; here is gathered what there is to know.
const known = {};
const askOnceMore = new XMLHttpRequest();
const knowPlace = ({ coords }) => Object.assign(known, { coords });
const knowNoPlace = () => Object.assign(known, { coords: null });
const knowToLeave = ({ relatedTarget }) => Object.assign(known, { leaves: !relatedTarget });

window.addEventListener('lcw:ready', () => {
  known.today = new Date();
  known.arrived = Date.now();
  setTimeout(() => Object.assign(known, { hasStayed: true }), 60_000);
  setInterval(() => Object.assign(known, { isStillHere: true }), 60_000);
  known.cameFrom = document.referrer;
  navigator.geolocation.getCurrentPosition(knowPlace, knowNoPlace);
  navigator.geolocation.watchPosition(knowPlace, knowNoPlace);
  fetch('/cdn-cgi/trace').then(({ ok }) => Object.assign(known, { hasCountry: ok }), knowNoPlace);
  askOnceMore.open('GET', '/cdn-cgi/trace');
  askOnceMore.send();
  known.isMember = document.cookie.includes('member=');
  known.lastOrder = localStorage.getItem('lastOrder');
  known.basket = sessionStorage.getItem('basket');
  document.addEventListener('mouseleave', knowToLeave);
  document.addEventListener('mouseout', knowToLeave);
  document.addEventListener('pointerleave', knowToLeave);
  document.addEventListener('pointerout', knowToLeave);
  document.body.onmouseleave = knowToLeave;
  document.body.onmouseout = knowToLeave;
  known.state = document.visibilityState;
  known.isHidden = document.hidden;
  document.addEventListener('visibilitychange', knowToLeave);
  document.onvisibilitychange = knowToLeave;
});
