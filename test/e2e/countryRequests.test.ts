import { expect, test } from 'vitest';
import { type CountryOverride, RURITANIA } from '../../src/model/visitor/country.ts';
import { inBothBrowsers, type Tab } from './withExtension.ts';

const AUSTRIA: CountryOverride = { name: 'Austria', code: 'AT', latitude: 48.21, longitude: 16.37 };

/** Each service, and how its answer names the country. */
const ASKED = {
  'https://dev.virtualearth.net/REST/v1/Locations/48.21,16.37?key=k': '"countryRegion":"Austria"',
  'https://atlas.microsoft.com/search/address/reverse/json?api-version=1.0&query=48.21,16.37':
    '"countryCode":"AT"',
  'https://atlas.microsoft.com/reverseGeocode?api-version=2023-06-01&coordinates=16.37,48.21':
    '"countryRegion":{"name":"Austria","ISO":"AT"}',
  'https://maps.googleapis.com/maps/api/geocode/json?latlng=48.21,16.37&key=k':
    '"long_name":"Austria"',
  'https://nominatim.openstreetmap.org/reverse?format=json&lat=48.21&lon=16.37':
    '"country_code":"at"',
  'https://api-bdc.net/data/reverse-geocode-client?latitude=48.21&longitude=16.37':
    '"countryName":"Austria"',
  'https://ipapi.co/json/': '"country_name":"Austria"',
  'https://ipapi.co/country/': 'AT',
  'https://ipinfo.io/json?token=t': '"country":"AT"',
  'http://ip-api.com/json/': '"countryCode":"AT"',
  'https://ipwho.is/': '"country_code":"AT"',
  'https://get.geojs.io/v1/ip/country.json': '"country":"AT"',
  'https://get.geojs.io/v1/ip/geo.json': '"country":"Austria"',
  'https://api.country.is/': '"country":"AT"',
  '/cdn-cgi/trace': 'loc=AT',
} as const;

/** The services that answer a script element, with the parameter that names the function to call. */
const SCRIPTS = [
  'https://dev.virtualearth.net/REST/v1/Locations/48.21,16.37?key=k&jsonp=located',
  'https://nominatim.openstreetmap.org/reverse?format=json&lat=48.21&lon=16.37&json_callback=located',
  'https://ipapi.co/jsonp/?callback=located',
  'https://ipinfo.io/json?callback=located',
  'http://ip-api.com/json/?callback=located',
  'https://ipwho.is/?callback=located',
  'https://get.geojs.io/v1/ip/country.js?callback=located',
];

/** The ways in which a script element gets into the document, or gets its address there. */
const WAYS = [
  'document.head.appendChild(script)',
  'document.head.insertBefore(script, document.head.firstChild)',
  'document.body.replaceChild(script, document.body.appendChild(new Text()))',
  'document.body.prepend("text", script)',
  'document.head.firstElementChild.after(script)',
  'document.body.insertAdjacentElement("beforeend", script)',
  'const f = new DocumentFragment(); f.append(script); document.body.append(f)',
  'const d = document.createElement("div"); d.append(script); document.body.append(d)',
  'document.body.append(script); script.src = address',
  'document.body.append(script); script.setAttribute("SRC", address)',
];

/** Runs a program of the page, the body of an async function, and gives what it returns. */
async function inPage(tab: Tab, program: string): Promise<unknown> {
  const json: unknown = await tab.page.evaluate(
    `(async () => { ${program} })().then((value) => JSON.stringify(value ?? null))`,
  );
  return JSON.parse(String(json));
}

/** How a page hears of a request made with XMLHttpRequest. */
const XHR = `
  function open(address, { method = 'GET', sync = false, type = '' } = {}) {
    const xhr = new XMLHttpRequest();
    const heard = [];
    for (const kind of ['readystatechange', 'loadstart', 'progress', 'abort', 'timeout', 'error', 'load', 'loadend'])
      xhr.addEventListener(kind, (event) => heard.push(kind + ' ' + event.target.readyState));
    xhr.open(method, address, !sync);
    if (type) xhr.responseType = type;
    return { xhr, heard, ended: new Promise((resolve) => xhr.addEventListener('loadend', () => setTimeout(resolve))) };
  }
  async function load(address, options) {
    const { xhr, heard, ended } = open(address, options);
    xhr.send();
    if (!options?.sync) await ended;
    return { xhr, heard };
  }
`;

inBothBrowsers(({ newTab }) => {
  const visit = async (country: CountryOverride | null, path = '/faq?widget=none') => {
    const tab = await newTab();
    await tab.goTo(path);
    if (country) await tab.become({ country });
    return tab;
  };
  const answering = (answer: NonNullable<CountryOverride['services']>['answer'], afterMs = 0) =>
    visit({ ...AUSTRIA, services: { answer, afterMs } });

  test('every service answers fetch, XMLHttpRequest and synchronous XMLHttpRequest alike', async () => {
    const tab = await visit(AUSTRIA);
    const answers = await inPage(
      tab,
      `${XHR}
      const all = {};
      for (const address of ${JSON.stringify(Object.keys(ASKED))}) {
        const ways = [
          await (await fetch(address)).text(),
          await (await fetch(new Request(new URL(address, location)))).text(),
          (await load(address)).xhr.responseText,
          (await load(address, { sync: true })).xhr.responseText,
        ].map((text) => text.replace(/^ts=.*$/m, ''));
        all[address] = ways.every((way) => way === ways[0]) ? ways[0] : ways;
      }
      return all;`,
    );
    for (const [address, country] of Object.entries(ASKED)) {
      expect(answers).toHaveProperty([address], expect.stringContaining(country));
    }
  });

  test.each([
    [AUSTRIA, { Cloudflare: 'AT', 'country.is': 'AT', 'ipinfo.io': 'AT' }],
    [RURITANIA, { Cloudflare: 'XX', 'country.is': '404 Not Found', 'ipinfo.io': '' }],
  ])('a site that asks all of them hears of $name', async (country, codes) => {
    const tab = await visit(country, '/own/locations?widget=none');
    await tab.page.waitForSelector('#locations[data-complete]');
    const heard = await inPage(
      tab,
      `const texts = (tag) => Array.from(document.querySelectorAll('#locations ' + tag), ({ textContent }) => textContent);
      const answers = texts('dd');
      return Object.fromEntries(texts('dt').map((name, index) => [name, answers[index]]));`,
    );
    const names = [
      'Azure Maps',
      'Azure Maps, later',
      'Bing Maps',
      'BigDataCloud',
      'GeoJS',
      'GeoJS as a script',
      'Google',
      'ip-api.com',
      'ipapi.co',
      'ipapi.co as text',
      'ipwho.is',
      'Nominatim',
    ];
    expect(heard).toEqual({
      ...Object.fromEntries(names.map((name) => [name, country.name])),
      ...codes,
    });
  });

  test('a response looks as one from the service', async () => {
    const tab = await visit(AUSTRIA);
    const looks = await inPage(
      tab,
      `const look = (response) => [response instanceof Response, response.url, response.type, response.status,
          response.statusText, response.ok, response.redirected, response.bodyUsed,
          response.headers.get('content-type'), Object.getOwnPropertyNames(response).length];
      const response = await fetch('https://api.country.is/?a=1#b');
      const clone = response.clone();
      const own = await fetch('/cdn-cgi/trace', { mode: 'same-origin' });
      const head = await fetch('https://api.country.is/', { method: 'HEAD' });
      return [look(response), look(clone), own.type, await clone.json(), (await response.blob()).type,
        await head.text(), fetch.name, fetch.length, String(fetch), response.bodyUsed];`,
    );
    const look = [
      true,
      'https://api.country.is/?a=1',
      'cors',
      200,
      'OK',
      true,
      false,
      false,
      'application/json; charset=utf-8',
      0,
    ];
    expect(looks).toEqual([
      look,
      look,
      'basic',
      { ip: '203.0.113.7', country: 'AT' },
      expect.stringMatching(/^application\/json;\s?charset=utf-8$/),
      '',
      'fetch',
      1,
      expect.stringMatching(/\[native code\]/),
      true,
    ]);
  });

  test('XMLHttpRequest goes through its states and tells of them as a native one', async () => {
    const tab = await visit(AUSTRIA);
    const heard = await inPage(
      tab,
      `${XHR}
      const native = '/assets/icon.svg';
      const ours = 'https://ipapi.co/json/';
      // A native one may come in several pieces.
      const once = (heard) => heard.filter((one, index) => one !== heard[index - 1] && one !== heard[index - 2]);
      return [
        once((await load(native)).heard), once((await load(ours)).heard),
        (await load(native, { sync: true })).heard, (await load(ours, { sync: true })).heard,
      ];`,
    );
    const [native, ours, nativeSync, oursSync] = heard as string[][];
    expect(ours).toEqual(native);
    expect(oursSync).toEqual(nativeSync);
    expect(ours?.at(-1)).toBe('loadend 4');
  });

  test('XMLHttpRequest gives its response in every type', async () => {
    const tab = await visit(AUSTRIA);
    const types = await inPage(
      tab,
      `${XHR}
      const address = 'https://api.country.is/?a=1#b';
      const get = async (type, from = address) => (await load(from, { type })).xhr;
      const json = await get('json');
      const xml = await get('document', 'https://nominatim.openstreetmap.org/reverse?lat=48&lon=16');
      const text = await get('');
      const refused = (work) => { try { work(); return 'nothing'; } catch (error) { return error.name; } };
      return {
        json: [json.response, json.response === json.response, refused(() => json.responseText)],
        text: [text.response, text.responseText, (await get('text')).response],
        blob: [await (await get('blob')).response.text(), (await get('blob')).response instanceof Blob],
        buffer: new TextDecoder().decode((await get('arraybuffer')).response),
        xml: [xml.response.querySelector('country').textContent, xml.responseXML === xml.response],
        xmlOfText: (await get('', 'https://nominatim.openstreetmap.org/reverse?lat=48&lon=16')).responseXML.documentElement.nodeName,
        jsonAsDocument: (await get('document')).response,
        rest: [text.status, text.statusText, text.responseURL, text.getResponseHeader('Content-Type'),
          text.getResponseHeader('x-none'), text.getAllResponseHeaders(), Object.keys(text)],
        late: [refused(() => text.send()), refused(() => text.setRequestHeader('a', 'b'))],
      };`,
    );
    const body = '{"ip":"203.0.113.7","country":"AT"}';
    expect(types).toEqual({
      json: [JSON.parse(body), true, 'InvalidStateError'],
      text: [body, body, body],
      blob: [body, true],
      buffer: body,
      xml: ['Austria', true],
      xmlOfText: 'reversegeocode',
      jsonAsDocument: null,
      rest: [
        200,
        'OK',
        'https://api.country.is/?a=1',
        'application/json; charset=utf-8',
        null,
        'content-type: application/json; charset=utf-8\r\n',
        [],
      ],
      late: ['InvalidStateError', 'InvalidStateError'],
    });
  });

  test('an XMLHttpRequest that is used again keeps nothing of the answer before', async () => {
    const tab = await visit(AUSTRIA);
    const seen = await inPage(
      tab,
      `${XHR}
      const { xhr, heard } = await load('https://ipapi.co/country/');
      const state = () => [xhr.readyState, xhr.status, xhr.responseText.slice(0, 4), xhr.responseURL.slice(0, 16)];
      const states = [state()];
      heard.length = 0;
      xhr.open('GET', '/assets/icon.svg');
      states.push(state());
      xhr.send();
      await new Promise((resolve) => { xhr.onloadend = resolve; });
      states.push(state());
      xhr.open('GET', 'https://ipapi.co/country_name/');
      states.push(state());
      xhr.send();
      await new Promise((resolve) => { xhr.onloadend = resolve; });
      states.push(state());
      return [states, heard.filter((one) => one === 'readystatechange 1').length];`,
    );
    const own = (await inPage(tab, 'return location.origin')) as string;
    expect(seen).toEqual([
      [
        [4, 200, 'AT', 'https://ipapi.co'],
        [1, 0, '', ''],
        [4, 200, '<svg', `${own}/assets/icon.svg`.slice(0, 16)],
        [1, 0, '', ''],
        [4, 200, 'Aust', 'https://ipapi.co'],
      ],
      2,
    ]);
  });

  test('an answer that takes its time can be aborted, times out, and is reached by a skip', async () => {
    const tab = await answering('country', 3_000_000);
    const ended = await inPage(
      tab,
      `${XHR}
      const reasonOf = (promise) => promise.then(() => 'answered', (error) => error.name ?? error);
      const before = new AbortController();
      before.abort('before');
      const during = new AbortController();
      setTimeout(() => during.abort(), 20);
      const aborted = open('https://ipapi.co/json/');
      aborted.xhr.send();
      aborted.xhr.abort();
      const tooLate = open('https://ipapi.co/json/');
      tooLate.xhr.timeout = 20;
      tooLate.xhr.send();
      await tooLate.ended;
      return {
        before: await reasonOf(fetch('https://ipapi.co/json/', { signal: before.signal })),
        during: await reasonOf(fetch('https://ipapi.co/json/', { signal: during.signal })),
        request: await reasonOf(fetch(new Request('https://ipapi.co/json/', { signal: AbortSignal.timeout(20) }))),
        aborted: [aborted.heard, aborted.xhr.readyState, aborted.xhr.status],
        tooLate: [tooLate.heard, tooLate.xhr.readyState, tooLate.xhr.status, tooLate.xhr.responseText],
      };`,
    );
    expect(ended).toEqual({
      before: 'before',
      during: 'AbortError',
      request: 'TimeoutError',
      aborted: [
        ['readystatechange 1', 'loadstart 1', 'readystatechange 4', 'abort 4', 'loadend 4'],
        0,
        0,
      ],
      tooLate: [
        ['readystatechange 1', 'loadstart 1', 'readystatechange 4', 'timeout 4', 'loadend 4'],
        4,
        0,
        '',
      ],
    });
    await inPage(
      tab,
      `${XHR}
      window.answers = [];
      fetch('https://ipapi.co/country/').then((response) => response.text()).then((text) => answers.push('fetch ' + text));
      load('https://ipapi.co/country/').then(({ xhr }) => answers.push('xhr ' + xhr.responseText));
      window.located = () => answers.push('script');
      const script = document.createElement('script');
      script.src = 'https://ipapi.co/jsonp/?callback=located';
      document.head.append(script);`,
    );
    await tab.command({ command: 'skip', ms: 3_000_000 });
    await tab.page.waitForFunction('answers.length === 3');
    expect(await inPage(tab, 'return answers.sort()')).toEqual(['fetch AT', 'script', 'xhr AT']);
  });

  test.each([
    ['error 429', 429, '60'],
    ['error 500', 500, null],
    ['malformed', 200, null],
  ] as const)(
    'a service that gives %s does so to everybody',
    async (answer, status, retryAfter) => {
      const tab = await answering(answer);
      const seen = await inPage(
        tab,
        `${XHR}
      const address = 'https://ipapi.co/json/';
      const response = await fetch(address);
      const { xhr } = await load(address, { type: 'json' });
      const script = document.createElement('script');
      script.src = address + '?callback=located';
      window.located = () => { throw new Error('The function is called.'); };
      const errors = [];
      window.onerror = (message) => { errors.push(message); return true; };
      const event = await new Promise((resolve) => {
        script.onload = script.onerror = ({ type }) => resolve(type);
        document.head.append(script);
      });
      return { fetch: [response.status, response.headers.get('retry-after'), await response.json().catch((error) => error.name)],
        xhr: [xhr.status, xhr.getResponseHeader('Retry-After'), xhr.response], script: [event, errors.length] };`,
      );
      expect(seen).toEqual({
        fetch: [status, retryAfter, 'SyntaxError'],
        xhr: [status, retryAfter, null],
        script: status === 200 ? ['load', 1] : ['error', 0],
      });
    },
  );

  test('script elements are answered by the services that can be asked so', async () => {
    const tab = await visit(AUSTRIA);
    const heard = await inPage(
      tab,
      `const all = {};
      for (const address of ${JSON.stringify(SCRIPTS)}) {
        const heard = all[address] = [];
        window.located = (value) => heard.push(/"(Austria|AT|at)"/.test(JSON.stringify(value)));
        const script = document.createElement('script');
        script.src = address;
        script.addEventListener('load', ({ target }) => heard.push('load', target === script));
        document.head.append(script);
        await new Promise((resolve) => { script.onload = script.onerror = resolve; });
        heard.push(script.src === address, script.outerHTML.includes('nomodule'));
        // A script runs once.
        document.body.append(script);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return all;`,
    );
    expect(heard).toEqual(
      Object.fromEntries(SCRIPTS.map((address) => [address, [true, 'load', true, true, false]])),
    );
  });

  test('script elements are answered however a script puts them into the document', async () => {
    const tab = await visit(AUSTRIA);
    const heard = await inPage(
      tab,
      `const address = 'https://ipapi.co/jsonp/?callback=app.located';
      const ways = [
        ${WAYS.map((way) => `(script) => { ${way} }`).join(',\n')}
      ];
      const all = [];
      for (const way of ways) {
        const heard = [];
        window.app = { located(value) { heard.push(value.country, this === window.app); } };
        const script = document.createElement('script');
        if (!String(way).includes('address')) script.src = address;
        const ended = new Promise((resolve) => { script.onload = script.onerror = ({ type }) => resolve(type); });
        way(script);
        heard.push(await ended);
        all.push(heard);
      }
      return all;`,
    );
    expect(heard).toEqual(WAYS.map(() => ['AT', true, 'load']));
  });

  test('requests to other addresses are the native’s: the same is seen with and without a country', async () => {
    const battery = `${XHR}
      const address = '/assets/icon.svg';
      const form = new FormData();
      form.append('a', new Blob(['b']), 'c');
      const reasonOf = (promise) => promise.then(() => 'answered', (error) => error.name + ': ' + error.message);
      const stream = (await fetch(address)).body.getReader();
      let bytes = 0;
      for (let read = await stream.read(); !read.done; read = await stream.read()) bytes += read.value.length;
      const aborted = open(address);
      aborted.xhr.send();
      aborted.xhr.abort();
      const posted = open('/own', { method: 'POST' });
      const uploads = [];
      for (const kind of ['loadstart', 'load', 'loadend']) posted.xhr.upload.addEventListener(kind, () => uploads.push(kind));
      posted.xhr.send(form);
      await posted.ended;
      const refused = (work) => { try { return String(work()); } catch (error) { return error.name + ': ' + error.message; } };
      const trusted = open(address);
      const trust = new Promise((resolve) => { trusted.xhr.onload = ({ isTrusted }) => resolve(isTrusted); });
      trusted.xhr.send();
      const script = document.createElement('script');
      script.src = '/assets/app.js?none';
      const scriptEvent = await new Promise((resolve) => { script.onload = script.onerror = ({ type, isTrusted }) => resolve([type, isTrusted]); document.body.append(script); });
      return {
        bytes,
        kept: (await fetch(address, { keepalive: true })).status,
        request: await fetch(new Request(address, { headers: { a: 'b' } })).then((response) => [response.status, response.type, response.url.slice(-16)]),
        post: (await fetch('/own', { method: 'POST', body: form })).status,
        wrong: [await reasonOf(fetch()), await reasonOf(fetch('https://')), await reasonOf(fetch(address, { method: '?' })),
          await reasonOf(fetch.call({}, address)), await reasonOf(fetch('https://ipapi.co/json/', { method: '?' })),
          refused(() => new XMLHttpRequest().open('?', address)), refused(() => new XMLHttpRequest().send()),
          refused(() => XMLHttpRequest.prototype.open.call({}, 'GET', address)), refused(() => XMLHttpRequest.prototype.status),
          refused(() => document.body.appendChild(null)), refused(() => document.body.append())],
        abort: await reasonOf(fetch(address, { signal: AbortSignal.abort('now') })).catch(String),
        aborted: [aborted.heard, aborted.xhr.readyState],
        posted: [posted.xhr.status, uploads],
        sync: (await load(address, { sync: true })).heard,
        types: await Promise.all(['', 'text', 'json', 'blob', 'arraybuffer', 'document'].map(async (type) => Object.prototype.toString.call((await load(address, { type })).xhr.response))),
        trust: await trust,
        scriptEvent,
        shapes: [[Response.prototype, 'url'], [XMLHttpRequest.prototype, 'status'], [XMLHttpRequest.prototype, 'open'], [Node.prototype, 'appendChild'], [HTMLScriptElement.prototype, 'src'], [window, 'fetch'], [Element.prototype, 'append']].map(([owner, key]) => {
          const { get, set, value, ...rest } = Object.getOwnPropertyDescriptor(owner, key);
          return [JSON.stringify(rest), ...[get, set, value].map((one) => one && [one.name, one.length, /\\{\\s*\\[native code\\]\\s*\\}/.test(String(one)), 'prototype' in one])];
        }),
      };`;
    const real = await inPage(await visit(null), battery);
    expect(await inPage(await visit(AUSTRIA), battery)).toEqual(real);
    expect(real).toMatchObject({ kept: 200, post: 405, trust: true });
  });

  test('after Reset nothing is answered any more', async () => {
    const tab = await visit(AUSTRIA);
    const ask = `return (await fetch('/cdn-cgi/trace')).status`;
    expect(await inPage(tab, ask)).toBe(200);
    await tab.command({ command: 'set visitor', visitor: {} });
    await tab.report('the real visitor', ({ epoch }) => epoch === 0);
    expect(await inPage(tab, ask)).toBe(500);
  });
});
