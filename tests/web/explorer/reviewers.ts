/** Readings and reviewers for the tests of the review. */
import type { BrowserContext, Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import type { Account } from '../../../src/accounts/account.js';
import type { Engine } from '../../support/engines.js';
import type { ModelSettings } from '../../../src/settings/model-settings.js';
import { openExplorer, settled, type Explorer } from './support.js';

const accounts: Readonly<Record<string, Account>> = {
  pg_ann: { id: 'key:ann', role: 'EDITOR' },
  pg_ben: { id: 'key:ben', role: 'EDITOR' },
  pg_ria: { id: 'key:ria', role: 'READER' },
};

/** Milliseconds for what a page waits for: a machine that others use is slow. */
const patience = 60_000;

/** An article of our own. */
export const article = `The Ministry of Magic (MOM) issued the Notice on Exports of Used Brooms on February 26, 2024.

Jane Doe, director general of the Ministry of Magic, said that the notice would help the Port of Qingdao.

Nobody expects the price of new brooms to fall before the summer.`;

export const position = /Jane Doe holds a position at Ministry of Magic/;

/** The explorer of a service with two editors and a reader, which has the names of the graph. */
export async function openReview(engine: Engine, model?: ModelSettings): Promise<Explorer> {
  const explorer = await openExplorer(engine, {
    deadline: 170_000,
    model,
    authenticate: async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')],
  });
  await read(explorer); // the first text waits for the names, and for the thread that starts from its source
  return explorer;
}

let number = 0;

/** The address of the page of a reading of the article; under another title it is another reading. */
export async function read(explorer: Explorer, given: Readonly<Record<string, string>> = {}): Promise<string> {
  number++;
  const input = {
    text: article,
    title: `Brooms ${number}`,
    outlet: 'The Daily Owl',
    date: '2024-02-27',
    url: `https://owl.example/brooms-${number}`,
    ...given,
  };
  const query = 'mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { id } }';
  const { json } = await explorer.service.ask(query, { input }, { authorization: 'Bearer pg_ann' });
  expect(json.errors).toBeUndefined();
  return `/review/${json.data.proposeClaims.id}`;
}

/** A page of a reviewer, who has entered her key. */
export async function reviewer(
  { browser, service }: Explorer,
  key: string,
  path: string,
  look: { dark?: boolean; width?: number } = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext({
    locale: 'en-GB',
    viewport: { width: look.width ?? 1280, height: 900 },
    colorScheme: look.dark === true ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
  onTestFinished(() => context.close());
  await context.addInitScript((value) => sessionStorage.setItem('policygraph:key', value), key);
  const page = await context.newPage();
  page.setDefaultTimeout(patience);
  await page.goto(service.url + path);
  await settled(page);
  return page;
}

export const selected = (page: Page) => page.locator('.proposal[aria-current]');
export const proposal = (page: Page, words: string | RegExp) => page.locator('.proposal', { hasText: words });
export const stateOf = (page: Page, words: RegExp) => proposal(page, words).first().getAttribute('data-state');

/** Presses j, at the end k, until what is selected has these words. */
export async function goTo(page: Page, words: RegExp): Promise<void> {
  for (const key of ['j', 'k'])
    for (let steps = 0; steps < 60 && !words.test(await selected(page).innerText()); steps++) await page.keyboard.press(key);
  expect(await selected(page).innerText()).toMatch(words);
}
