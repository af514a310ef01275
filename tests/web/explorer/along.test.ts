/** What a reader takes along from a view: its link, its operation, its data and pictures, and the citation of a fact. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const place = '/regions?of=program:cn-used-car-export-pilot&at=region:CN-440100';

const open = (page: Page) => page.getByRole('button', { name: 'Share and export' }).click();
const choose = (page: Page, name: string) => page.getByRole('menuitem', { name }).click();

/** The file that an action saves. */
async function saved(page: Page, action: () => Promise<void>): Promise<{ readonly name: string; readonly content: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), action()]);
  return { name: download.suggestedFilename(), content: readFileSync(await download.path()) };
}

const save = async (page: Page, format: string) => {
  await open(page);
  return saved(page, () => choose(page, format));
};

describe.skipIf(!hasBrowser).each(engines)('what is taken along on $name', (engine) => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer(engine);
    await explorer.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterAll(() => explorer?.close());
  afterEach(() => expect(explorer.complaints.splice(0)).toEqual([]));

  const copied = () => explorer.page.evaluate(() => navigator.clipboard.readText());

  it('is a link to the view, with its day and language', async () => {
    const page = await explorer.open(place);
    await open(page);
    await choose(page, 'Copy link');
    await page.getByText('The link is copied.').waitFor();
    const { pathname, searchParams } = new URL(await copied());
    expect([pathname, searchParams.get('at'), searchParams.get('lang')]).toEqual(['/regions', 'region:CN-440100', 'en']);
    expect(searchParams.get('asOf')).toBe(new Date().toISOString().slice(0, 10));
    await page.goto(await copied());
    await settled(page);
    await page.getByRole('heading', { name: 'Guangzhou', exact: true }).waitFor();
  });

  it('is its operation, which the playground runs', async () => {
    const page = await explorer.open(place);
    await open(page);
    await choose(page, 'Open as GraphQL');
    await page.locator('.graphiql-query-editor .view-line').first().waitFor();
    await page.getByRole('button', { name: /^Execute query/ }).click();
    const answer = page.getByRole('region', { name: 'Result Window' });
    await answer.getByText('"data"').waitFor();
    expect(await answer.getByText('"errors"').count()).toBe(0);
  });

  it('is its data in each format', async () => {
    const page = await explorer.open(place);
    const graph = await save(page, 'Graph (GraphML');
    expect(graph.name).toMatch(/^policygraph-region-CN-440100-regions-\d{4}-\d\d-\d\d\.graphml$/);
    expect(graph.content.toString()).toContain('region:CN-440100');
    await page.getByText('Saved to your downloads.').waitFor();
    const document = await save(page, 'JSON');
    expect(JSON.parse(document.content.toString()).claims.length).toBeGreaterThan(0);
    for (const [format, extension] of [
      ['Tables (CSV', '.zip'],
      ['Workbook (Excel', '.xlsx'],
    ] as const) {
      const { name, content } = await save(page, format);
      expect([content.subarray(0, 2).toString(), name.endsWith(extension)]).toEqual(['PK', true]);
    }
  });

  it('is its data by keyboard alone', async () => {
    const page = await explorer.open(place);
    await page.getByRole('button', { name: 'Share and export' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    await page.keyboard.type('JSON');
    const { name } = await saved(page, () => page.keyboard.press('Enter'));
    expect(name).toMatch(/\.json$/);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Share and export');
  });

  it('is a chart as it looks, as a drawing and as an image', async () => {
    const page = await explorer.open(`${place}&asOf=2024-02-05`);
    await page.evaluate(() => {
      const chart =
        '<svg data-chart="Cars exported" width="80" height="40"><text y="20" style="fill: var(--accent)">Cars</text></svg>';
      document.querySelector('main')!.insertAdjacentHTML('beforeend', chart);
    });
    const drawing = await save(page, 'Drawing (SVG)');
    expect(drawing.name).toBe('policygraph-region-CN-440100-regions-2024-02-05.svg');
    expect(drawing.content.toString()).toMatch(/^<svg data-chart="Cars exported" width="80" height="40" xmlns="http:/);
    expect(drawing.content.toString()).toMatch(/fill: rgb\(/);
    const image = await save(page, 'Image (PNG)');
    expect([image.content.readUInt32BE(16), image.content.readUInt32BE(20)]).toEqual([160, 80]);
  });

  it('is each chart of an entity, named after it', async () => {
    const page = await explorer.open('/entity/indicator:cn-used-cars-exported?tab=figures&asOf=2024-02-05');
    await page.locator('main svg[data-chart]').first().waitFor();
    const count = await page.locator('main svg[data-chart]').count();
    const names: string[] = [];
    page.on('download', (download) => names.push(download.suggestedFilename()));
    await save(page, 'Drawing (SVG)');
    const name = 'policygraph-indicator-cn-used-cars-exported-figures-2024-02-05';
    const numbers = count === 1 ? [''] : Array.from({ length: count }, (_, index) => `-${index + 1}`);
    await expect.poll(() => names).toEqual(numbers.map((number) => `${name}${number}.svg`));
  });

  it('is the citation of a source', async () => {
    const page = await explorer.open(place);
    await page.locator('.covered').getByRole('button', { name: 'Evidence' }).click();
    await page.getByRole('button', { name: /^Cite/ }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Cite this source' });
    expect(await dialog.getByRole('tabpanel').innerText()).toMatch(/^“.+”, .+\. (https?:\S+ )?Accessed \d+ \w+ \d{4}\./);
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('ArrowRight');
    await dialog.getByRole('tab', { name: 'BibTeX' }).click();
    expect(await dialog.getByRole('tabpanel').innerText()).toMatch(/^@misc\{/);
    await dialog.getByRole('tab', { name: 'CSL JSON' }).click();
    await dialog.getByRole('button', { name: 'Copy' }).click();
    await dialog.getByText('Copied.').waitFor();
    expect(JSON.parse(await copied())[0]).toMatchObject({
      title: expect.any(String),
      accessed: { 'date-parts': [[expect.any(Number), expect.any(Number), expect.any(Number)]] },
    });
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
  });

  it.each(['light', 'dark'] as const)('is chosen from an accessible menu, %s', async (theme) => {
    const page = await explorer.open(place, { theme });
    await open(page);
    expect(await axe(page)).toEqual([]);
  });
});
