/** Two ways to use a page: with the mouse, and with the keyboard alone. */
import type { Locator, Page } from 'playwright-core';

export interface Reader {
  readonly name: string;
  /** Follows a link, presses a button, opens a tab. */
  choose(target: Locator): Promise<void>;
  /** Writes into a field, after what is in it is selected. */
  write(field: Locator, text: string): Promise<void>;
  /** Chooses an option of the list that a field has open. */
  pick(option: Locator): Promise<void>;
}

const mouse: Reader = {
  name: 'by mouse',
  choose: (target) => target.click(),
  async write(field, text) {
    await field.click();
    await field.page().keyboard.press('ControlOrMeta+A');
    await field.page().keyboard.type(text);
  },
  pick: (option) => option.click(),
};

const keyboard: Reader = {
  name: 'by keyboard',
  async choose(target) {
    await target.waitFor();
    if ((await target.getAttribute('role')) === 'tab') return chooseTab(target);
    await reach(target);
    await target.page().keyboard.press('Enter');
  },
  async write(field, text) {
    await field.waitFor();
    await reach(field);
    await field.page().keyboard.press('ControlOrMeta+A');
    await field.page().keyboard.type(text);
  },
  async pick(option) {
    await option.waitFor();
    await press(option, 'ArrowDown', (element) => element.hasAttribute('data-focused'));
    await option.page().keyboard.press('Enter');
  },
};

export const readers: readonly Reader[] = [mouse, keyboard];

/** More steps than any page has. */
const limit = 400;

/** Presses a key until an element is where the focus should be. */
async function press(target: Locator, key: string, isReached: (element: Element) => boolean): Promise<void> {
  for (let steps = 0; steps < limit; steps++) {
    if (await target.evaluate(isReached)) return;
    await target.page().keyboard.press(key);
  }
  throw new Error(`${key} does not reach ${String(target)}.`);
}

const reach = (target: Locator) => press(target, 'Tab', (element) => element === document.activeElement);

/** Only the open tab is reached by Tab; the arrows open the others. */
async function chooseTab(tab: Locator): Promise<void> {
  await reach(tab.locator('xpath=ancestor-or-self::*[@role="tablist"]').locator('[role=tab][aria-selected=true]'));
  await press(tab, 'ArrowRight', (element) => element.getAttribute('aria-selected') === 'true');
}

/** What the view says, once it says `text`. */
export async function says(page: Page, text: string | RegExp): Promise<void> {
  await page.getByRole('main').getByText(text).first().waitFor();
}
