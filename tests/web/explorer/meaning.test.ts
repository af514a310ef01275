/** Results of search by meaning: marked where no words led to them, and a reader learns when there are none. */
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { isIndexed, open, type Opened } from '../../meaning/support.js';
import { scriptedModel, wellBehaved } from '../../meaning/scripted-model.js';
import { axe, openExplorer, type Explorer } from './support.js';

const marks = { en: 'by meaning', zh: '按语义找到' };
const alone = {
  en: 'Searched by words alone: the embedding model does not answer.',
  zh: '仅按字词搜索：语义模型没有响应。',
};

describe.skipIf(!hasBrowser)('search by meaning in the explorer', () => {
  let explorer: Explorer;
  let model: Awaited<ReturnType<typeof scriptedModel>>;
  let opened: Opened;

  beforeAll(async () => {
    model = await scriptedModel();
    opened = open(() => explorer.graph, { url: model.url });
    explorer = await openExplorer(undefined, { meaning: opened.meaning });
    await isIndexed(opened, 120_000);
  });
  afterAll(async () => {
    await opened?.indexer.stop();
    await explorer?.close();
    model?.close();
  });

  it.each(['en', 'zh'] as const)('marks what only its meaning led to, and nothing else: %s', async (language) => {
    const page = await explorer.open(`/?q=${encodeURIComponent('pre-owned automobiles exporting')}`, { language });
    const pilot = page
      .locator('.found li')
      .filter({ has: page.locator('a[href*="cn-used-car-export-pilot"]') })
      .first();
    expect(await pilot.innerText()).toContain(marks[language]);
    expect(await axe(page)).toEqual([]);
    await explorer.open(`/?q=${encodeURIComponent('MOFCOM')}`, { language });
    expect(await page.locator('.found li').first().innerText()).not.toContain(marks[language]);
  });

  it.each(['en', 'zh'] as const)('says when the model does not answer: %s', async (language) => {
    model.answer = () => ({ status: 500, body: {} });
    onTestFinished(() => void (model.answer = wellBehaved));
    const page = await explorer.open(`/?q=${encodeURIComponent(`used cars ${language}`)}`, { language });
    await page.getByText(alone[language]).waitFor();
    expect(await axe(page)).toEqual([]);
    await explorer.open(`/?q=${encodeURIComponent(`xqzw ${language}`)}`, { language });
    await page.getByText(alone[language]).waitFor(); // also where nothing is found
  });

  it('completes names by words alone, and sends the endpoint nothing', async () => {
    const page = await explorer.open('/');
    model.texts = [];
    await page.getByRole('combobox', { name: 'Search the graph' }).pressSequentially('pre-owned used cars');
    await page.getByRole('option').first().waitFor();
    expect(model.texts).toEqual([]);
  });
});
