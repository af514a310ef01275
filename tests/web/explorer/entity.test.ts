/** The page of an entity: its facts with their evidence, what is said, when, and where sources disagree. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pino } from 'pino';
import { authenticator } from '../../../src/accounts/authenticate.js';
import { hasBrowser } from '../../support/browser.js';
import { addedKey, keysFile } from '../../support/keys.js';
import { serve } from '../../support/service.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const pilot = '/entity/program:cn-used-car-export-pilot';
const change = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';
const source = { document: 'document:china-oks-secondhand-car-exports', record: 'test', summary: 'A record.' };
const search = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const isFocused = (element: Locator) => element.evaluate((node) => node === document.activeElement);
const rows = (page: Page, table: string) => page.getByRole('table', { name: table }).getByRole('rowheader');

describe.skipIf(!hasBrowser)('the page of an entity', () => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  it('says what it is and groups its facts by relation', async () => {
    const page = await explorer.open(pilot);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Used-car export pilot');
    expect(await page.getByRole('list', { name: 'Names' }).textContent()).toContain('二手车出口试点');
    expect(await page.getByRole('heading', { level: 2 }).allTextContents()).toEqual(
      expect.arrayContaining(['Values', 'Covers 10', 'Concerns 2', 'Mentioned in 2']),
    );
    expect(await page.getByText(/^since 2019, presumed: last stated /).count()).toBeGreaterThan(0);
  });

  it('shows the passage that a fact rests on, marked in its paragraph', async () => {
    const page = await explorer.open(`${pilot}?relation=COVERS.OUT`);
    await page.getByRole('button', { name: 'Evidence for Qingdao: 1 claim' }).click();
    const evidence = page.locator('.evidence').first();
    await evidence.waitFor();
    expect(await evidence.locator('figcaption a').first().getAttribute('href')).toMatch(/^\/document\/document:/);
    const marked = (await evidence.locator('mark').textContent()) ?? '';
    const paragraph = (await evidence.locator('blockquote').textContent()) ?? '';
    expect(paragraph).toContain('Qingdao');
    expect(paragraph.length).toBeGreaterThan(marked.length);
    expect(await page.getByText('According to').first().textContent()).toBe('According to Economic Daily');
  });

  it('answers by the keyboard alone which places of the pilot are in Shandong, and who says so', async () => {
    const page = await explorer.open(`${pilot}?relation=COVERS.OUT`);
    await page.getByRole('searchbox', { name: 'Name contains' }).focus();
    await page.keyboard.type('Jining');
    await page.keyboard.press('Enter');
    await page.waitForURL(/name=Jining/);
    await expect.poll(() => rows(page, 'Covers').allTextContents()).toEqual([expect.stringMatching(/^Jining/)]);
    await page.getByRole('link', { name: 'Jining', exact: true }).focus();
    const evidence = page.getByRole('button', { name: 'Evidence for Jining: 1 claim' });
    for (let presses = 0; presses < 20 && !(await isFocused(evidence)); presses++) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.evidence').first().waitFor();
    expect(await page.locator('.evidence mark').first().textContent()).toContain('Jining');
    await page.getByRole('link', { name: 'Jining', exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/entity\/region/);
    await settled(page);
    expect(await rows(page, 'Part of').allTextContents()).toEqual(['Shandong']);
  });

  it('sorts, filters and pages as the URL says', async () => {
    const page = await explorer.open('/entity/region:CN?relation=PART_OF.IN');
    const first = await rows(page, 'Has part').allTextContents();
    expect(first.length).toBe(25);
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/after=/);
    await expect.poll(() => rows(page, 'Has part').first().textContent()).not.toBe(first[0]);
    await page.getByRole('link', { name: 'Previous page' }).click();
    await page.waitForURL(/before=/);
    await expect.poll(() => rows(page, 'Has part').allTextContents()).toEqual(first);
    await page.getByRole('columnheader', { name: 'Name' }).getByRole('button').click();
    await page.waitForURL(/order=NAME_DESC/);
    expect(search(page)).toEqual({ relation: 'PART_OF.IN', order: 'NAME_DESC' });
    await expect.poll(() => rows(page, 'Has part').first().textContent()).toBe('Zhejiang');
    await page.reload();
    await settled(page);
    expect(await rows(page, 'Has part').first().textContent()).toBe('Zhejiang');
    await page.getByLabel('Certainty').selectOption('Possible');
    await page.getByText('No fact passes this filter.').waitFor();
    await page.getByRole('button', { name: 'Clear the filter' }).click();
    await expect.poll(() => rows(page, 'Has part').first().textContent()).toBe('Zhejiang');
  });

  it('keeps the open tab in the URL', async () => {
    const page = await explorer.open('/entity/agency:cn-mofcom');
    await page.getByRole('tab', { name: 'Statements' }).click();
    await page.waitForURL(/tab=statements/);
    await page.getByRole('heading', { name: /^Statements by it/ }).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.waitForURL(/tab=timeline/);
    await page.locator('.timeline-entries time').first().waitFor();
    await page.goBack();
    await page.waitForURL(/tab=figures/);
    expect(await page.getByRole('tab', { name: 'Figures' }).getAttribute('aria-selected')).toBe('true');
  });

  it('is of the day of the view', async () => {
    const page = await explorer.open(`${pilot}?asOf=2018-06-01`);
    expect(await page.getByRole('heading', { name: /^Covers/ }).count()).toBe(0);
  });

  it('leads to the graph and to what changed', async () => {
    const page = await explorer.open(pilot);
    const target = async (name: string) =>
      new URL((await page.getByRole('link', { name }).getAttribute('href')) ?? '', page.url());
    expect((await target('Walk from here')).searchParams.get('from')).toBe('program:cn-used-car-export-pilot');
    expect((await target('What changed')).searchParams.get('about')).toBe('program:cn-used-car-export-pilot');
  });

  it('is that of the entity that a name leads to, and a document has its own', async () => {
    const page = await explorer.open('/entity/Shandong');
    await page.waitForURL(/entity\/region:CN-SD/);
    await explorer.open('/entity/document:china-oks-secondhand-car-exports');
    await page.waitForURL(/document\/document:china-oks/);
    expect(explorer.complaints.filter((complaint) => complaint.startsWith('4'))).toEqual([]);
  });

  it('offers the search for what is unknown', async () => {
    const page = await explorer.open('/entity/policy:used-cars-of-nowhere');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      'Nothing is recorded under “policy:used-cars-of-nowhere”.',
    );
    expect(await page.getByRole('main').getByRole('combobox').inputValue()).toBe('used cars of nowhere');
  });

  it.each([
    ['indicator:cn-used-cars-exported', 'Figures'],
    ['indicator:e-commerce-site-visits', 'Figures'],
    ['indicator:cn-overseas-warehouses', 'Figures'], // which a document mentions
    ['policy:cn-2019-used-car-export-guideline', 'Facts'],
  ])('opens at what is recorded of %s', async (id, tab) => {
    const page = await explorer.open(`/entity/${id}`);
    await page.getByRole('tab', { name: tab, selected: true }).waitFor();
    expect(new URL(page.url()).searchParams.get('tab')).toBeNull();
    if (tab === 'Facts') return;
    await page.locator('.statistics tbody tr').first().waitFor();
    await page.getByRole('tab', { name: 'Facts' }).click();
    await page.getByRole('tab', { name: 'Facts', selected: true }).waitFor();
    await page.waitForURL(/tab=facts/);
  });

  it('leads from evidence to its passage, by keyboard, and back', async () => {
    const page = await explorer.open(`${pilot}?relation=COVERS.OUT`);
    await page.getByRole('button', { name: 'Evidence for Qingdao: 1 claim' }).press('Enter');
    const link = page.getByRole('link', { name: /^Read the passage: / }).first();
    const quote = await page.locator('.evidence mark').first().innerText();
    await link.press('Enter');
    await page.waitForURL(/\/document\/.*#text-\d+$/);
    await page.waitForFunction(() => document.activeElement?.id === location.hash.slice(1));
    const focused = page.locator('a.passage:focus');
    expect(quote.startsWith((await focused.innerText()).trim())).toBe(true);
    expect(await focused.evaluate((node) => getComputedStyle(node).getPropertyValue('--passage') !== '')).toBe(true);
    expect(await focused.evaluate((node) => node.getBoundingClientRect().top < innerHeight)).toBe(true);
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Used-car export pilot' }).waitFor();
  });

  it('leads from the record of a data set to its claim, wherever the list has it', async () => {
    const page = await explorer.open('/entity/region:ZW?relation=PART_OF.OUT');
    await page
      .getByRole('button', { name: /^Evidence for / })
      .first()
      .click();
    await page
      .getByRole('link', { name: /^Show it in the document: / })
      .first()
      .click();
    await page.waitForFunction(() => document.activeElement?.id === location.hash.slice(1));
    const claim = page.getByRole('region', { name: 'The claim that the link leads to' });
    expect(await claim.innerText()).toMatch(/Zimbabwe part of .*Africa[\s\S]*Record /);
    expect(await isFocused(claim)).toBe(true);
    expect(await axe(page)).toEqual([]);
  });

  it('words a timeline in the language of the page', async () => {
    const page = await explorer.open(`${pilot}?tab=timeline`, { language: 'zh' });
    const entries = page.locator('.timeline-entries li');
    await entries.first().waitFor();
    await entries.filter({ hasText: '关系开始：覆盖' }).first().waitFor();
    const names = await page
      .locator('.timeline-entries button')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-label')));
    expect(names.length).toBeGreaterThan(3);
    expect(names.filter((name) => /covers|announced|begins|published/.test(name ?? ''))).toEqual([]);
    expect(await page.locator('.timeline [lang=en]').count()).toBe(0);
  });

  it.each([
    ['en', 'Unit', /^cars$/],
    ['zh', '单位', /^辆$/],
  ] as const)('writes units and values in words in %s', async (language, label, unit) => {
    const page = await explorer.open('/entity/indicator:cn-used-cars-exported?tab=facts', { language });
    const value = page.locator('.properties > div', { has: page.getByText(label, { exact: true }) }).locator('dd');
    expect(await value.innerText()).toMatch(unit);
    await explorer.open('/entity/indicator:gallium-price?tab=figures', { language });
    await page.locator('.statistics tbody tr').first().waitFor();
    const values = await page.locator('.statistics').innerText();
    expect(values).toMatch(language === 'en' ? /\d US dollars per kilogram/ : /\d美元\/千克/);
    expect(values).not.toMatch(/[{}]|USD/);
  });

  it.each(['', '?tab=statements', '?tab=timeline', '?tab=record', '?relation=COVERS.OUT'])(
    'has nothing that axe finds, light or dark, wide or narrow: %s',
    async (view) => {
      for (const look of [{ width: 1280 }, { width: 390, theme: 'dark' }, { width: 1280, language: 'zh' }] as const) {
        const page = await explorer.open(`${pilot}${view}`, look);
        const button = page.locator('.unfold').first();
        if ((await button.count()) > 0) {
          await button.click();
          await page.locator('.evidence').first().waitFor();
        }
        expect(await axe(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      }
    },
  );

  it('marks what sources disagree about, and leads from a merged entity to the one that it is', async () => {
    const keys = keysFile();
    const { secret } = await addedKey(keys);
    const editors = await serve(explorer.graph, {
      authenticate: authenticator({ keys, jwt: undefined }, pino({ level: 'silent' })),
    });
    const write = async (input: object) => {
      const { json } = await editors.ask(
        change,
        { input: { reason: 'A test.', ...input } },
        { authorization: `Bearer ${secret}` },
      );
      expect(json.errors?.map(({ message }) => message)).toBeUndefined();
    };
    await write({
      entities: [{ id: 'program:twin', names: [{ value: 'Twin of the pilot', lang: 'en' }] }],
      claims: [{ subject: 'program:cn-used-car-export-pilot', predicate: 'startedOn', value: '2016', evidence: [source] }],
    });
    await write({ merges: [{ entity: 'program:twin', into: 'program:cn-used-car-export-pilot' }] });
    await editors.close();
    const page = await explorer.open('/entity/program:twin');
    await page.waitForURL(/cn-used-car-export-pilot\?merged=program/);
    await page.getByText('program:twin was merged into this entity.').waitFor();
    await page.getByText('Sources disagree').first().waitFor();
    await page.getByRole('tab', { name: 'Contradictions 1' }).click();
    await page.getByRole('heading', { name: 'Began of Used-car export pilot' }).waitFor();
    expect(await page.locator('.sides .claim-value').allTextContents()).toEqual(expect.arrayContaining(['2016', '2019']));
    expect(await axe(page)).toEqual([]);
  });

  it('asks nothing of others, and the console is empty', () => {
    expect(explorer.complaints.splice(0)).toEqual([]);
  });
});
