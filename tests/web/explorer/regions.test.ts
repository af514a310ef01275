/** Places: what covers each, through what, by level, and who says so. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const pilot = 'program:cn-used-car-export-pilot';
const grid = readFileSync(new URL('../../../web/explorer/regions/tile-grids.ts', import.meta.url), 'utf8');

const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const tile = (page: Page, name: string) => page.getByRole('grid', { name: /^Places in/ }).getByRole('row', { name });
const branch = (page: Page, name: string) => page.getByRole('treegrid').getByRole('row', { name });
const heading = (page: Page, name: string) => page.getByRole('heading', { name, exact: true });
const heldIn = (page: Page) => page.getByRole('region', { name: 'Policies and programs', exact: true });
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));

it('the tile grid has the 34 units of China once each, and none shares a tile', () => {
  const cells = [...grid.matchAll(/\b([A-Z]{2})([\u4e00-\u9fff])/g)];
  expect(cells).toHaveLength(34);
  expect(new Set(cells.map(([, code]) => code)).size).toBe(34);
  expect(new Set(cells.map(([, , character]) => character)).size).toBe(34);
});

describe.skipIf(!hasBrowser).each(engines)('regions on $name', (engine) => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer(engine);
  });
  afterAll(() => explorer?.close());
  afterEach(() => expect(explorer.complaints.splice(0)).toEqual([]));

  it('shows which provinces a program covers, and in which it covers only a part', async () => {
    const page = await explorer.open(`/regions?of=${pilot}`);
    expect(await tile(page, 'Beijing: Covered').count()).toBe(1);
    expect(await tile(page, 'Shandong: Covered in part').count()).toBe(1);
    expect(await tile(page, 'Anhui: Not in the last complete list').count()).toBe(1);
    expect(await page.getByRole('grid', { name: 'Places in China' }).getByRole('row').count()).toBe(34);
    const legend = await page
      .getByRole('list', { name: /each status/ })
      .getByRole('listitem')
      .allTextContents();
    expect(legend.map((text) => text.trim())).toEqual(['Covered 4', 'Covered in part 5', 'Not in the last complete list 25']);
  });

  it('answers which of the places are in Shandong, and who says so', async () => {
    const page = await explorer.open(`/regions?of=${pilot}`);
    await tile(page, 'Shandong').click();
    await heading(page, 'Shandong').waitFor();
    expect(parameters(page)).toMatchObject({ of: pilot, at: 'region:CN-SD' });
    expect(await page.locator('.covered .reason').textContent()).toContain('Jining and Qingdao: since 2019');
    await page.getByRole('radio', { name: 'Table' }).click();
    await page.getByRole('button', { name: 'Evidence for Qingdao' }).click();
    const evidence = page.locator('.unfolded figure').first();
    await evidence.waitFor();
    expect(await evidence.textContent()).toContain('Qingdao');
    expect(await evidence.getByRole('link').first().getAttribute('href')).toContain('/document/');
  });

  it('says through which larger region a city is covered', async () => {
    const page = await explorer.open(`/regions?of=${pilot}&at=region:CN-440100`);
    const covered = page.locator('.covered');
    expect(await covered.textContent()).toContain('Covered through a larger region');
    expect(await covered.getByRole('link', { name: 'Guangdong' }).count()).toBe(1);
    await covered.getByRole('button', { name: 'Evidence' }).click();
    await covered.locator('figure').first().waitFor();
  });

  it('sees places as of the day of the view', async () => {
    const page = await explorer.open(`/regions?of=${pilot}&at=region:CN-330100&asOf=2019-06-30`);
    expect(await page.locator('.covered').textContent()).toContain('Not in the complete list of');
    await explorer.open(`/regions?of=${pilot}&at=region:CN-370200&asOf=2010-01-01`);
    expect(await page.locator('.covered').textContent()).toContain('Not covered yet');
  });

  it('folds what is covered into regions of one level', async () => {
    const page = await explorer.open(`/regions?of=${pilot}&show=table`);
    await page.getByRole('radio', { name: 'Provinces 9' }).click();
    await expect.poll(() => page.locator('.places tbody tr').count()).toBe(9);
    expect(parameters(page)).toMatchObject({ level: 'PROVINCE' });
    await page.getByRole('button', { name: 'Coverage' }).click();
    await expect.poll(() => page.locator('.places tbody th').first().textContent()).toBe('Beijing');
    expect(parameters(page)).toMatchObject({ sort: 'status' });
  });

  it('walks the tiles and the tree by keyboard', async () => {
    const page = await explorer.open(`/regions?of=${pilot}`);
    await tile(page, 'Heilongjiang').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/^Jilin/);
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => focused(page)).toMatch(/^Liaoning/);
    await page.keyboard.press('Enter');
    await heading(page, 'Liaoning').waitFor();
    await page.waitForLoadState('networkidle'); // the tree opens at the place, and is drawn again
    await branch(page, 'China: Covered in part').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focused(page)).toMatch(/^Anhui/);
    await page.keyboard.press('ArrowRight');
    await branch(page, 'Anqing').waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await heading(page, 'Anqing').waitFor();
    expect(await branch(page, 'Anqing').getAttribute('aria-level')).toBe('6');
    expect(await branch(page, 'Anqing').getAttribute('aria-label')).toMatch(/, shown$/);
  });

  it('shows what holds in a place, and where one of these holds', async () => {
    const page = await explorer.open('/regions?at=region:CN-440100');
    const held = heldIn(page).getByRole('row', { name: 'Used-car export pilot' });
    expect(await held.getByRole('link', { name: 'Guangdong' }).count()).toBe(1);
    await held.getByRole('link', { name: 'Where it holds: Used-car export pilot' }).click();
    await page.locator('.covered').waitFor();
    expect(parameters(page)).toEqual({ of: pilot, at: 'region:CN-440100' });
    await page.getByRole('button', { name: 'Show all' }).click();
    await heldIn(page).waitFor();
  });

  it('finds a policy or program by any of its names', async () => {
    const page = await explorer.open('/regions');
    await page.getByRole('main').getByRole('combobox').fill('二手车');
    await page.getByRole('option', { name: /Used-car export pilot/ }).click();
    await page.locator('.covered').waitFor();
    expect(parameters(page)).toEqual({ of: pilot });
  });

  it('shows the world by its parts', async () => {
    const page = await explorer.open(`/regions?of=${pilot}&at=region:M49-001`);
    const asia = page.getByRole('grid', { name: 'Asia' });
    await asia.getByRole('row', { name: 'Eastern Asia: Covered in part' }).click();
    await tile(page, 'China: Covered in part').waitFor();
    expect(
      await page.getByRole('navigation', { name: 'What this place lies in' }).getByRole('listitem').allTextContents(),
    ).toEqual(['World', 'Asia']);
  });

  it('says what to do about what the graph does not have', async () => {
    const page = await explorer.open(`/regions?of=${pilot}&at=region:nowhere`);
    expect(await page.locator('.columns .state').textContent()).toContain('Choose a place from the tree');
    await explorer.open('/regions?of=program:nothing');
    expect(await page.locator('.subject').textContent()).toContain('no policy or program program:nothing');
    await explorer.open('/regions?of=agency:cn-mofcom');
    expect(await page.locator('.subject').textContent()).toContain('neither a policy nor a program');
  });

  it.each([
    ['light', ['', '&show=table', '&at=region:M49-001']],
    ['dark', ['']],
  ] as const)('is accessible, %s', async (theme, choices) => {
    for (const choice of choices) {
      const page = await explorer.open(`/regions?of=${pilot}${choice}`, { theme });
      expect(await axe(page), choice).toEqual([]);
    }
    const page = await explorer.open('/regions?at=region:CN-SD&show=table', { theme, width: 390, language: 'zh' });
    await page.getByRole('button', { name: '选择地区' }).click();
    await page.locator('.unfold').first().click();
    await settled(page);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
