import type { Browser, Page } from 'puppeteer-core';
import type { Site } from './site.ts';
import type { Subject } from './subjects.ts';

/** Pages of one browser, each with one of the subjects in it. */
export class Field {
  readonly #browser: Browser;
  readonly #site: Site;
  readonly #benchScript: string;

  /** `benchScript` is what measures; it runs before any subject does. */
  constructor(browser: Browser, site: Site, benchScript: string) {
    this.#browser = browser;
    this.#site = site;
    this.#benchScript = benchScript;
  }

  /** Opens a page with a clock in it, or without one if its script is empty. */
  async open(script: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.evaluateOnNewDocument(this.#benchScript);
    if (script !== '') await page.evaluateOnNewDocument(script);
    await this.reload(page);
    return page;
  }

  async reload(page: Page): Promise<void> {
    await page.goto(this.#site.origin, { waitUntil: 'load' });
  }

  /** Opens a page for each subject, calls, and closes them. */
  async withAll<T>(
    subjects: readonly Subject[],
    script: (subject: Subject) => string,
    use: (pages: ReadonlyMap<Subject, Page>) => Promise<T>,
  ): Promise<T> {
    const pages = new Map<Subject, Page>();
    for (const subject of subjects) pages.set(subject, await this.open(script(subject)));
    try {
      return await use(pages);
    } finally {
      for (const page of pages.values()) await page.close();
    }
  }
}

/**
 * Measures all pages once in each of some rounds, one right after the other, to and fro, so that none is
 * always the first. Gives what was measured, by subject, in the order of the rounds.
 */
export async function inRounds<T>(
  rounds: number,
  pages: ReadonlyMap<Subject, Page>,
  measure: (page: Page, subject: Subject) => Promise<T>,
): Promise<ReadonlyMap<Subject['name'], readonly T[]>> {
  const measured = new Map<Subject['name'], T[]>();
  for (let round = 0; round < rounds; round++) {
    const order = [...pages];
    for (const [subject, page] of round % 2 === 0 ? order : order.toReversed()) {
      const list = measured.get(subject.name) ?? [];
      list.push(await measure(page, subject));
      measured.set(subject.name, list);
    }
  }
  return measured;
}
