/** What surrounds every view: header, addresses, language, theme. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);
const views = ['Find', 'Graph', 'Regions', 'Changes', 'Review'];

describe.skipIf(!hasBrowser)('the frame of the explorer', () => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  it('leads to every view, to the playground and to the documentation', async () => {
    const page = await explorer.open('/');
    const navigation = page.getByRole('navigation').first();
    expect(await navigation.getByRole('link').allTextContents()).toEqual([...views, 'GraphQL playground', 'Docs']);
    expect(await navigation.getByRole('link', { name: 'GraphQL playground' }).getAttribute('href')).toBe('/graphql');
    expect(await navigation.getByRole('link', { name: 'Docs' }).getAttribute('href')).toMatch(/^\/docs\/?$/);
    for (const view of views) {
      await navigation.getByRole('link', { name: view, exact: true }).click();
      await expect.poll(() => navigation.locator('[aria-current=page]').allTextContents()).toEqual([view]);
      await settled(page);
      expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
    }
  });

  it('lets the keyboard skip the header', async () => {
    const page = await explorer.open('/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
  });

  it('changes the language, and every link keeps it', async () => {
    const page = await explorer.open('/?asOf=2019-12-31');
    await page.getByRole('link', { name: /中文/ }).click();
    await page.getByRole('link', { name: '地区', exact: true }).click();
    await page.getByRole('link', { name: '变化', exact: true }).click();
    await settled(page);
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ asOf: '2019-12-31', lang: 'zh' });
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
  });

  it('follows the theme of the system, and a chosen one before it', async () => {
    const page = await explorer.open('/', { theme: 'dark' });
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const dark = await ground();
    await page.getByRole('link', { name: 'Theme: Light' }).click();
    await page.waitForURL(/theme=light/);
    await expect.poll(ground).not.toBe(dark);
  });

  it('names each view in the title, and focuses its heading after navigation', async () => {
    const page = await explorer.open('/regions');
    await expect.poll(() => page.title()).toBe('Regions — PolicyGraph');
    expect(await focused(page)).toBe('BODY');
    await page.getByRole('link', { name: 'Changes' }).press('Enter');
    await expect.poll(() => focused(page)).toBe('H1');
    await expect.poll(() => page.title()).toBe('Changes — PolicyGraph');
    await page.getByRole('link', { name: 'Theme: Dark' }).press('Enter');
    await page.waitForURL(/theme=dark/);
    expect(await focused(page)).toBe('A'); // the view is the same
  });

  it.each([360, 390, 768])('has a menu in a window of %i px', async (width) => {
    const page = await explorer.open('/regions', { width });
    const link = page.getByRole('link', { name: 'Changes' });
    expect(await link.count()).toBe(0);
    const menu = page.getByRole('button', { name: 'Menu' });
    await menu.press('Enter');
    await link.waitFor();
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
    expect(await menu.getAttribute('aria-expanded')).toBe('false');
    await menu.click();
    expect(await axe(page)).toEqual([]);
    await link.click();
    await expect.poll(() => page.title()).toBe('Changes — PolicyGraph');
    expect(await link.count()).toBe(0);
  });

  it('shows a chosen day in a narrow window too', async () => {
    const page = await explorer.open('/regions?asOf=2019-12-31', { width: 360 });
    expect(await page.getByLabel('As of').first().isVisible()).toBe(true);
  });

  it.each(['/nowhere', '/walk/further', '/entities/program:x'])('says that %s is unknown, and where to go', async (path) => {
    const page = await explorer.open(path);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Unknown address');
    expect(explorer.complaints.splice(0)).toContain(`404 ${explorer.service.url}${path}`);
    await page.getByRole('link', { name: 'Find an entity' }).click();
    await page.waitForURL(`${explorer.service.url}/`);
  });

  it.each(['/regions', '/changes'])('says what to do where the script of %s cannot be loaded, and tries again', async (path) => {
    const page = await explorer.open('/');
    await page.route('**/page-*.js', (route) => route.abort());
    await page.locator(`nav a[href^="${path}"]`).click();
    const alert = page.getByRole('alert');
    await alert.getByRole('heading', { name: 'This view failed' }).waitFor();
    expect(await alert.innerText()).toMatch(/could not be shown .* Try again; if that does not help, the other views still work/);
    expect(await page.getByRole('banner').isVisible()).toBe(true);
    expect(await axe(page)).toEqual([]);
    await page.unroute('**/page-*.js');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(new URL(page.url()).pathname).toBe(path);
    explorer.complaints.splice(0); // of the script
  });

  it('shows another view after one that failed', async () => {
    const page = await explorer.open('/');
    await page.route('**/results-*.js', (route) => route.abort());
    onTestFinished(() => page.unroute('**/results-*.js'));
    await page.getByRole('combobox').fill('xiamen');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').getByText('could not be shown').waitFor();
    await page.getByRole('link', { name: 'Regions', exact: true }).click();
    await expect.poll(() => page.title()).toBe('Regions — PolicyGraph');
    explorer.complaints.splice(0); // of the script
  });

  it('keeps the focus when the button that has it goes', async () => {
    const place = () => page.evaluate(() => document.activeElement!.closest('li, tr, section, .as-of, h1, h2')?.tagName);
    const page = await explorer.open('/changes');
    await page.getByRole('button', { name: 'Show more' }).press('Enter');
    await expect.poll(place).toMatch(/^(LI|TR|SECTION)$/);
    expect(await axe(page)).toEqual([]);
    await explorer.open('/regions?asOf=2024-02-05');
    await page.locator('.as-of button').last().press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('asOf'));
    await expect.poll(() => page.evaluate(() => document.activeElement!.closest('.as-of') !== null)).toBe(true);
    await explorer.open('/regions?of=program:cn-used-car-export-pilot');
    await page.getByRole('button', { name: 'Show all policies and programs' }).press('Enter');
    await page.waitForURL((url) => !url.searchParams.has('of'));
    await expect.poll(() => focused(page)).not.toBe('BODY');
  });

  it.each(['/regions', '/'])('is in one row at %s with a chosen day', async (path) => {
    for (const language of ['en', 'zh'] as const) {
      const page = await explorer.open(`${path}?asOf=2024-02-05`, { language });
      const { height } = (await page.getByRole('banner').boundingBox())!;
      expect(height).toBeLessThan(60);
    }
  });

  it('prints the content alone, with its address, in the colours of paper', async () => {
    const page = await explorer.open('/regions', { theme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    expect(await page.getByRole('banner').isVisible()).toBe(false);
    expect(await page.locator('.printed').textContent()).toContain(`${explorer.service.url}/regions`);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('light');
    await page.emulateMedia({ media: 'screen' });
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (theme) => {
    expect(await axe(await explorer.open('/', { theme }))).toEqual([]);
  });

  it('asks nobody but the service, and the console has no complaint', () => {
    expect(explorer.complaints).toEqual([]);
  });
});
