import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as v from 'valibot';
import type { BrowserName } from '../../build/browserManifest.ts';
import { builtExtension } from '../../driver/launch.ts';

const messagesSchema = v.record(v.string(), v.looseObject({ message: v.string() }));
type Messages = v.InferOutput<typeof messagesSchema>;

/** The languages that the extension is built with, by their folders. */
export const languages = (await readdir(join(import.meta.dirname, '../../_locales'))).sort();

/** A language that runs from right to left, for tests of the layout; made from English. */
export const RIGHT_TO_LEFT = 'ar';

const MARK = '\u200f';

/** English as a text from right to left: a mark at either end makes a browser set it so. */
const fromRightToLeft = (english: Messages): Messages => ({
  ...Object.fromEntries(
    Object.entries(english).map(([key, { message }]) => [
      key,
      { message: `${MARK}${message}${MARK}` },
    ]),
  ),
  localeCode: { message: RIGHT_TO_LEFT },
});

/** A copy of the built extension, in a new folder; the caller removes it. */
export async function copyOfBuilt(name: BrowserName): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `trigger-simulator-${name}-`));
  await cp(builtExtension(name), folder, { recursive: true });
  return folder;
}

/**
 * Leaves a copy of the extension one language, so that it speaks that in any browser: language packs
 * cannot be had for every browser, and each has its own way of being told which to use.
 */
export async function leaveOnly(
  language: string,
  folder: string,
  name: BrowserName,
): Promise<Messages> {
  const source = join(
    builtExtension(name),
    '_locales',
    language === RIGHT_TO_LEFT ? 'en' : language,
    'messages.json',
  );
  const built = v.parse(messagesSchema, JSON.parse(await readFile(source, 'utf8')));
  const messages = language === RIGHT_TO_LEFT ? fromRightToLeft(built) : built;
  const locales = join(folder, '_locales');
  await rm(locales, { recursive: true });
  await mkdir(join(locales, language), { recursive: true });
  await writeFile(join(locales, language, 'messages.json'), JSON.stringify(messages));
  const path = join(folder, 'manifest.json');
  const manifest = v.parse(v.looseObject({}), JSON.parse(await readFile(path, 'utf8')));
  await writeFile(path, JSON.stringify({ ...manifest, default_locale: language }));
  return messages;
}
