import type { Page } from 'puppeteer-core';

/** Shows one of the popup's tabs. */
export async function show(
  popup: Page,
  tab: 'scenarios' | 'visitor' | 'site' | 'timeline',
): Promise<void> {
  await popup.bringToFront();
  await popup.locator(`[data-tab=${tab}]`).click();
}

/** Types a value into a field in place of the one that is there. */
export async function fill(popup: Page, name: string, value: string): Promise<void> {
  const field = await popup.waitForSelector(`[name="${name}"]`);
  await field?.evaluate((input) => {
    if (input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement) input.select();
    if (input instanceof HTMLElement) input.focus();
  });
  await popup.keyboard.press('Backspace');
  await popup.keyboard.type(value);
}

/** The problem that is shown at a field, as a screen reader would tell it. */
export const problemAt = (popup: Page, name: string) =>
  popup.$eval(`[name="${name}"][aria-invalid=true]`, (field) =>
    (field.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' '),
  );
