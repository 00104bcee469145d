// Asks everybody who could know where the visitor is, each in the way of its own instructions.
const around = '48.21,16.37';

const byFetch = async (address, read) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return read(await response.json());
};

const textByFetch = async (address, read = (text) => text.trim()) =>
  read(await (await fetch(address)).text());

const byRequest = (address, read) =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.responseType = 'json';
    request.onload = () => {
      if (request.status === 200 && request.response) resolve(read(request.response));
      else reject(new Error(`${request.status} ${request.statusText}`));
    };
    request.onerror = () => reject(new Error('unreachable'));
    request.send();
  });

const byRequestAtOnce = async (address, read) => {
  const request = new XMLHttpRequest();
  request.open('GET', address, false);
  request.send();
  return read(JSON.parse(request.responseText));
};

const byScript = (address, read) =>
  new Promise((resolve, reject) => {
    const name = `located${document.scripts.length}${Math.random().toString(36).slice(2)}`;
    const script = document.createElement('script');
    script.src = `${address}=${name}`;
    window[name] = (answer) => resolve(read(answer));
    script.onerror = () => reject(new Error('unreachable'));
    script.onload = () => reject(new Error('not called back'));
    document.head.appendChild(script);
  });

const asked = {
  'Azure Maps': byFetch(
    `https://atlas.microsoft.com/search/address/reverse/json?api-version=1.0&query=${around}`,
    (answer) => answer.addresses[0].address.country,
  ),
  'Azure Maps, later': byRequest(
    'https://atlas.microsoft.com/reverseGeocode?api-version=2023-06-01&coordinates=16.37,48.21',
    (answer) => answer.features[0].properties.address.countryRegion.name,
  ),
  'Bing Maps': byScript(
    `https://dev.virtualearth.net/REST/v1/Locations/${around}?jsonp`,
    (answer) => answer.resourceSets[0].resources[0].address.countryRegion,
  ),
  BigDataCloud: byFetch(
    'https://api.bigdatacloud.net/data/reverse-geocode-client',
    (answer) => answer.countryName,
  ),
  Cloudflare: textByFetch('/cdn-cgi/trace', (text) => /^loc=(.*)$/m.exec(text)?.[1]),
  'country.is': byFetch('https://api.country.is/', (answer) => answer.country),
  GeoJS: byFetch('https://get.geojs.io/v1/ip/country.json', (answer) => answer.name),
  'GeoJS as a script': byScript(
    'https://get.geojs.io/v1/ip/geo.js?callback',
    (answer) => answer.country,
  ),
  Google: byRequest(
    `https://maps.googleapis.com/maps/api/geocode/json?latlng=${around}`,
    (answer) =>
      answer.results[0].address_components.find(({ types }) => types.includes('country')).long_name,
  ),
  'ip-api.com': byRequestAtOnce('http://ip-api.com/json/', (answer) => answer.country),
  'ipapi.co': byFetch('https://ipapi.co/json/', (answer) => answer.country_name),
  'ipapi.co as text': textByFetch('https://ipapi.co/country_name/'),
  'ipinfo.io': byScript('https://ipinfo.io/json?callback', (answer) => answer.country),
  'ipwho.is': byFetch('https://ipwho.is/', (answer) => answer.country),
  Nominatim: byRequest(
    'https://nominatim.openstreetmap.org/reverse?format=jsonv2&lat=48.21&lon=16.37',
    (answer) => answer.address.country,
  ),
};

document.addEventListener('DOMContentLoaded', async () => {
  const list = document.getElementById('locations');
  for (const [name, answer] of Object.entries(asked)) {
    const term = document.createElement('dt');
    const said = document.createElement('dd');
    term.textContent = name;
    said.textContent = await answer.catch(({ message }) => message);
    list.append(term, said);
  }
  list.dataset.complete = '';
});
