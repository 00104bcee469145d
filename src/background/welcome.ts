import browser from 'webextension-polyfill';

/** Where the three first steps are told. */
const WELCOME = 'src/popup/welcome.html';

/** Opens the first steps for somebody who has just installed us; whoever loads us from a folder knows them, or finds them in the popup. */
export async function welcomeTester(): Promise<void> {
  const { installType } = await browser.management.getSelf();
  if (installType === 'development') return;
  await browser.tabs.create({ url: browser.runtime.getURL(WELCOME) });
}
