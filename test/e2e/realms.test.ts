import { expect, test } from 'vitest';
import { inBothBrowsers } from './withExtension.ts';

/** Each gives the year that a realm of the page sees, the sooner the better. */
const realms: readonly (readonly [string, string])[] = [
  [
    'an empty frame, read at once',
    `const frame = document.body.appendChild(document.createElement('iframe'));
     return new frame.contentWindow.Date().getFullYear();`,
  ],
  [
    'an empty frame, read at once by its place',
    `document.body.prepend(document.createElement('iframe'));
     return new frames[0].Date().getFullYear();`,
  ],
  [
    'a frame of innerHTML, read at once',
    `const div = document.body.appendChild(document.createElement('div'));
     div.innerHTML = '<iframe></iframe>';
     return new div.firstChild.contentWindow.Date().getFullYear();`,
  ],
  [
    'the first script of a frame with srcdoc',
    `const frame = document.createElement('iframe');
     frame.srcdoc = '<script>window.year = new Date().getFullYear()</script>';
     const loading = new Promise((done) => frame.addEventListener('load', done));
     document.body.append(frame);
     await loading;
     return frame.contentWindow.year;`,
  ],
  [
    'the first script of a frame of a blob',
    `const frame = document.createElement('iframe');
     frame.src = URL.createObjectURL(new Blob(
       ['<script>window.year = new Date().getFullYear()</script>'], { type: 'text/html' }));
     const loading = new Promise((done) => frame.addEventListener('load', done));
     document.body.append(frame);
     await loading;
     return frame.contentWindow.year;`,
  ],
  [
    'a document that is written into a frame',
    `const frame = document.body.appendChild(document.createElement('iframe'));
     frame.contentDocument.open();
     frame.contentDocument.write('<script>window.year = new Date().getFullYear()</script>');
     frame.contentDocument.close();
     return frame.contentWindow.year;`,
  ],
  [
    'an empty window, read at once',
    `const opened = window.open('about:blank', '', 'popup');
     const year = new opened.Date().getFullYear();
     opened.close();
     return year;`,
  ],
  [
    'a worker of a blob',
    `const code = 'postMessage(new Date().getFullYear())';
     const worker = new Worker(URL.createObjectURL(new Blob([code])));
     return new Promise((done) => worker.addEventListener('message', ({ data }) => done(data)));`,
  ],
];

inBothBrowsers(({ newTab }) => {
  test.each(realms)('the visitor is seen by %s', async (_what, code) => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    expect(await tab.page.evaluate(`(async () => { ${code} })()`)).toBe(2030);
  });
});
