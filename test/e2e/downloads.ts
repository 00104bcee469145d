import { mkdtempSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually, type Simulator } from '../../driver/simulator.ts';

/** The folder into which the browsers of a test file save what they are told to. */
export class Downloads {
  readonly #folder = mkdtempSync(join(tmpdir(), 'downloads-'));

  /** What Firefox is begun with to save there. */
  get preferences(): Readonly<Record<string, unknown>> {
    return {
      'browser.download.folderList': 2,
      'browser.download.dir': this.#folder,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      'browser.helperApps.neverAsk.saveToDisk': 'text/html,application/json',
    };
  }

  /** Has Chromium save there. */
  async begin({ name, browser }: Simulator): Promise<void> {
    if (name !== 'chrome') return;
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', {
      behavior: 'allow',
      downloadPath: this.#folder,
    });
  }

  /** The content of the one file that is saved, once all of it is there. */
  saved(extension: string): Promise<{ path: string; content: string }> {
    return eventually(`a file .${extension}`, async () => {
      const names = await readdir(this.#folder);
      const [name, ...others] = names.filter((one) => one.endsWith(`.${extension}`));
      // While a browser writes, another file stands for the one to come.
      if (name === undefined || others.length > 0 || names.length > 1) return null;
      const path = join(this.#folder, name);
      const content = await readFile(path, 'utf8');
      return content === '' ? null : { path, content };
    });
  }

  async empty(): Promise<void> {
    for (const file of await readdir(this.#folder)) await rm(join(this.#folder, file));
  }

  remove(): Promise<void> {
    return rm(this.#folder, { recursive: true });
  }
}
