import { expect, test } from 'vitest';
import { inBothBrowsers } from './withExtension.ts';

const DAY = 86_400_000;

/** Each gives the year that a realm of the page sees. Their first scripts: see the compliance tests. */
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
    'a frame with srcdoc',
    `const frame = document.createElement('iframe');
     frame.srcdoc = '<p>Frame</p>';
     const loading = new Promise((done) => frame.addEventListener('load', done));
     document.body.append(frame);
     await loading;
     return new frame.contentWindow.Date().getFullYear();`,
  ],
  [
    'a document that is written into a frame',
    `const frame = document.body.appendChild(document.createElement('iframe'));
     frame.contentDocument.open();
     frame.contentDocument.write('<p>Frame</p>');
     frame.contentDocument.close();
     return new frame.contentWindow.Date().getFullYear();`,
  ],
];

inBothBrowsers(({ newTab }) => {
  test.each(realms)('the visitor is seen by %s', async (_what, code) => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    expect(await tab.page.evaluate(`(async () => { ${code} })()`)).toBe(2030);
  });

  test('a frame that is made after a skip goes on from the page around it', async () => {
    const tab = await newTab();
    await tab.goTo('/faq?widget=none');
    await tab.become({ clock: { at: '2030-01-02T03:04:05Z' } });
    await tab.command({ command: 'skip', ms: DAY });
    const ahead = await tab.page.evaluate(`(() => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      return frame.contentWindow.Date.now() - Date.parse('2030-01-02T03:04:05Z');
    })()`);
    expect(ahead).toBeGreaterThanOrEqual(DAY);
  });
});
