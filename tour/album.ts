import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';

/** The size of a view, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export const POPUP: Size = { width: 400, height: 600 };

/** The colours in which every view is shown. */
const SCHEMES = ['light', 'dark'] as const;

interface Picture {
  readonly name: string;
  readonly title: string;
  readonly size: Size;
  readonly hasSchemes: boolean;
}

const fileOf = (name: string, scheme: (typeof SCHEMES)[number]) => `${name}-${scheme}.png`;

/** Pictures of views in a folder, and a page that shows them all. */
export class Album {
  readonly #folder: string;
  readonly #pictures: Picture[] = [];

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** An album in a folder, without the pictures of an earlier one. */
  static async begin(folder: string): Promise<Album> {
    await mkdir(folder, { recursive: true });
    for (const name of await readdir(folder))
      if (name.endsWith('.png')) await rm(join(folder, name));
    return new Album(folder);
  }

  /** Takes a view in light and in dark colours. */
  async take(page: Page, name: string, title: string, size: Size = POPUP): Promise<void> {
    // What is not in front is not drawn.
    await page.bringToFront();
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    for (const value of SCHEMES) {
      await page.emulateMediaFeatures([
        { name: 'prefers-color-scheme', value },
        // A colour that is still fading into another is nobody's look.
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ]);
      await page.screenshot({ path: join(this.#folder, fileOf(name, value)) });
    }
    this.#pictures.push({ name, title, size, hasSchemes: true });
  }

  /** Takes a page of a site, which has the colours that it has. */
  async takePage(page: Page, name: string, title: string, size: Size): Promise<void> {
    await page.bringToFront();
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    await page.screenshot({ path: join(this.#folder, `${name}.png`) });
    this.#pictures.push({ name, title, size, hasSchemes: false });
  }

  /** Writes a page in Markdown that shows all pictures; `base` leads from it to the folder. */
  async writePage(path: string, title: string, base: string): Promise<void> {
    const shown = this.#pictures.map(({ name, title: caption, size, hasSchemes }) => {
      const width = Math.min(size.width, 800);
      const image = (file: string) =>
        `<img src="${base}/${file}" width="${width}" alt="${caption}">`;
      if (!hasSchemes) return `## ${caption}\n\n${image(`${name}.png`)}`;
      const dark = `<source media="(prefers-color-scheme: dark)" srcset="${base}/${fileOf(name, 'dark')}">`;
      return `## ${caption}\n\n<picture>\n  ${dark}\n  ${image(fileOf(name, 'light'))}\n</picture>`;
    });
    const note = 'Made by `npm run screenshots`, in light and in dark colours: your own show here.';
    await writeFile(path, `# ${title}\n\n${note}\n\n${shown.join('\n\n')}\n`);
  }
}
