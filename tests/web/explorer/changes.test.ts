/** Time: the day of the whole view, and what changed between two days. */
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { engines } from '../../support/engines.js';
import { dayScale, steps } from '../../../web/explorer/shell/day-scale.js';
import { isDay } from '../../../web/explorer/url/day.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const pilot = 'program:cn-used-car-export-pilot';

const parameters = (page: Page) => Object.fromEntries(new URL(page.url()).searchParams);
const asOf = (page: Page) => parameters(page)['asOf'];

describe('the positions of the slider', () => {
  const days = { first: '1967-08-08', last: '2026-11-27' };

  it.each(steps)('end at the ends of the range, by %s', (step) => {
    const { end, dayAt, positionOf } = dayScale(step, days);
    expect([dayAt(0), dayAt(end)]).toEqual([days.first, days.last]);
    expect([positionOf('1900-01-01'), positionOf('2100-01-01')]).toEqual([0, end]);
  });

  it.each([
    ['day', '2020-02-28', '2020-02-29'],
    ['day', '2019-12-31', '2020-01-01'],
    ['month', '2019-12-31', '2020-01-01'],
    ['month', '2019-01-31', '2019-02-01'],
    ['year', '1969-12-31', '1970-01-01'],
  ] as const)('follow each other by %s: %s, %s', (step, day, next) => {
    const { dayAt, positionOf } = dayScale(step, days);
    expect(dayAt(positionOf(day) + 1)).toBe(next);
    expect(positionOf(dayAt(positionOf(day)))).toBe(positionOf(day));
  });
});

it.each(['2019-02-30', '2019-13-01', '2019-1-1', '20190101', '', undefined, 20190101])('%s is no day', (value) => {
  expect(isDay(value)).toBe(false);
});

describe.skipIf(!hasBrowser).each(engines)('time on $name', (engine) => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer(engine);
  });
  afterAll(() => explorer?.close());
  afterEach(() => expect(explorer.complaints.splice(0)).toEqual([]));

  it('chooses the day of the view by field', async () => {
    const page = await explorer.open(`/regions?of=${pilot}&at=region:CN-370200`);
    expect(await page.locator('.covered').textContent()).toMatch(/^ ?Covered/);
    await page.getByLabel('As of').fill('2010-01-01');
    await expect.poll(() => page.locator('.covered').textContent()).toContain('Not covered yet');
    expect(asOf(page)).toBe('2010-01-01');
    await page.getByRole('button', { name: 'Today' }).click();
    await expect.poll(() => asOf(page)).toBeUndefined();
  });

  it('takes a year that is typed digit by digit when it is whole', async () => {
    const page = await explorer.open('/regions?asOf=2020-05-06');
    const days: (string | undefined)[] = [];
    page.on('framenavigated', () => days.push(asOf(page)));
    await page.getByLabel('As of').focus();
    await page.keyboard.type('03042019');
    await expect.poll(() => asOf(page)).toMatch(/^2019-/);
    expect(days.filter((day) => day !== undefined && day < '1000')).toEqual([]);
  });

  it('chooses the day by slider and keyboard, by day, month and year', async () => {
    const page = await explorer.open('/regions?asOf=2019-06-01');
    await page.getByRole('button', { name: 'Choose the day on a line' }).press('Enter');
    const slider = page.getByRole('slider', { name: 'As of' });
    await slider.press('ArrowLeft');
    await expect.poll(() => asOf(page)).toBe('2019-05-01');
    expect(await slider.getAttribute('aria-valuetext')).toBe('1 May 2019');
    await page.getByRole('radio', { name: 'Year' }).press('Space');
    await slider.press('ArrowRight');
    await expect.poll(() => asOf(page)).toBe('2020-01-01');
    expect(new URL(page.url()).searchParams.get('slide')).toBe('year');
    await page.getByRole('radio', { name: 'Day' }).press('Space');
    await slider.press('ArrowLeft');
    await expect.poll(() => asOf(page)).toBe('2019-12-31');
    await expect.poll(() => page.getByRole('status').filter({ hasText: 'as of' }).textContent()).toContain('31 December 2019');
    await slider.press('Home');
    await expect.poll(() => asOf(page)).toBe('1967-08-08');
    await slider.press('End');
    await expect.poll(() => asOf(page)).toBeUndefined();
  });

  it('lists what began between two days, each with its evidence', async () => {
    const page = await explorer.open(`/changes?about=${pilot}&from=2018-12-31&to=2020-01-01`);
    const covers = page.getByRole('region', { name: 'Began: Covers' });
    expect(await covers.locator('tbody tr').count()).toBe(10);
    await covers.getByRole('button', { name: 'Evidence for Qingdao' }).click();
    const source = covers.locator('.unfolded figure').first().getByRole('link').first();
    expect(await source.getAttribute('href')).toContain('/document/');
  });

  it('sees a relation from the entity that is compared', async () => {
    const page = await explorer.open('/changes?about=region:CN-370200&from=2018-12-31&to=2020-01-01');
    const covered = page.getByRole('region', { name: 'Began: Covered by' });
    expect(await covered.getByRole('link', { name: 'Used-car export pilot' }).count()).toBe(1);
  });

  it('compares an entity that is found by name, on days that are typed', async () => {
    const page = await explorer.open('/changes');
    await page.getByRole('combobox', { name: 'Compare two days of' }).fill('二手车出口');
    await page.getByRole('option', { name: /Used-car export pilot/ }).click();
    await page.getByLabel('Earlier day').fill('2018-12-31');
    await page.getByLabel('Later day').fill('2019-06-30');
    await expect.poll(() => parameters(page)).toEqual({ about: pilot, from: '2018-12-31', to: '2019-06-30' });
    await expect.poll(() => page.locator('.summary').textContent()).toContain('30 June 2019');
  });

  it('lists what was recorded last, and what was before it', async () => {
    const page = await explorer.open('/changes');
    const lines = page.locator('.lines li');
    expect(await lines.count()).toBe(100);
    expect(await lines.first().getByRole('link').count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await expect.poll(() => lines.count()).toBe(200);
    await page.reload();
    await expect.poll(() => lines.count()).toBe(200);
  });

  it('says what to do where nothing differs, and where there is nothing to compare', async () => {
    const page = await explorer.open(`/changes?about=${pilot}&from=2010-01-01&to=2010-01-02`);
    expect(await page.locator('.state').textContent()).toContain('further apart');
    await explorer.open(`/changes?about=${pilot}&from=2020-01-01&to=2019-01-01`);
    expect(await page.locator('.state').textContent()).toContain('Exchange them');
  });

  it.each(['light', 'dark'] as const)('is accessible, %s', async (theme) => {
    const page = await explorer.open(`/changes?about=${pilot}&from=2018-12-31`, { theme });
    await page.getByRole('button', { name: 'Choose the day on a line' }).click();
    await page.getByRole('slider').waitFor();
    await page.locator('.unfold').first().click();
    expect(await axe(page)).toEqual([]);
    await explorer.open(`/changes?about=${pilot}`, { theme, width: 390, language: 'zh' });
    await settled(page);
    expect(await axe(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});
