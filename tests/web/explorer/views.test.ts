/** Every view, for everybody: in light and dark, narrow and wide, in English and Chinese. */
import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { layoutFaults } from './layout.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const pilot = 'program:cn-used-car-export-pilot';
const views = {
  home: '/',
  results: '/?q=used+cars',
  program: `/entity/${pilot}`,
  'program of a day': `/entity/${pilot}?asOf=2020-06-30`,
  indicator: '/entity/indicator:cn-used-cars-exported',
  agency: '/entity/agency:cn-mofcom',
  document: '/document/document:china-oks-secondhand-car-exports',
  regions: '/regions',
  changes: '/changes',
  'unknown entity': '/entity/program:unknown',
  'unknown address': '/nowhere',
  graph: `/walk?from=${pilot}`,
};

const widths = [390, 1280, 1920];
/** For a person to look at: UPDATE_SCREENSHOTS=folder writes a picture of each view. No test compares them, for pixels differ by machine. */
const pictures = process.env['UPDATE_SCREENSHOTS'];

describe.skipIf(!hasBrowser)('each view of the explorer', () => {
  let explorer: Explorer;

  beforeAll(async () => {
    if (pictures !== undefined) mkdirSync(pictures, { recursive: true });
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  const picture = async (page: Page, name: string) => {
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/${name.replaceAll(' ', '-')}.png`, fullPage: true });
  };

  it.each(Object.entries(views))('fits every window and reader: %s', async (name, path) => {
    const page = await explorer.open(path);
    const faults: Record<string, string[]> = {};
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      faults[`${width} px`] = await layoutFaults(page);
      await picture(page, `${name} ${width}`);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    faults['axe, wide and light'] = await axe(page);
    await page.setViewportSize({ width: 390, height: 900 });
    await page.emulateMedia({ colorScheme: 'dark' });
    faults['axe, narrow and dark'] = await axe(page);
    await picture(page, `${name} dark`);
    await page.goto(`${page.url()}${path.includes('?') ? '&' : '?'}lang=zh`);
    await settled(page);
    faults['Chinese'] = await layoutFaults(page);
    await picture(page, `${name} Chinese`);
    expect(Object.entries(faults).filter(([, each]) => each.length > 0)).toEqual([]);
  });

  it('asks nobody but the service, and the console has no complaint', () => {
    const expected = /nowhere|404 \(Not Found\)/;
    expect(explorer.complaints.filter((each) => !expected.test(each))).toEqual([]);
  });

  it('is checked by what finds overflow and overlap', async () => {
    const { page } = explorer;
    await page.goto('about:blank');
    await page.setViewportSize({ width: 390, height: 900 });
    await page.setContent(`<!doctype html><style>p { position: absolute; margin: 0 }</style>
      <p style="top: 300px">below</p><p style="top: 305px">above</p><p style="top: 400px; left: 0; width: 500px">wide</p>
      <div style="overflow: hidden; height: 20px"><p style="position: static; height: 400px">seen<br><br>clipped</p></div>
      <p style="top: 500px; left: 380px; white-space: nowrap">cut off</p>`);
    expect(await layoutFaults(page)).toEqual([
      'The page is 500 px wide in a window of 390 px.',
      '"cut off" is cut off.',
      '"below" lies over "above".',
    ]);
  });
});
