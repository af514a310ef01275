/** What surrounds every view: header, addresses, language, theme. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { axe, openExplorer, settled, type Explorer } from './support.js';

const views = ['Find', 'Graph', 'Regions', 'Changes'];

describe.skipIf(!hasBrowser)('the frame of the explorer', () => {
  let explorer: Explorer;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  it('leads to every view and to the playground', async () => {
    const page = await explorer.open('/');
    const navigation = page.getByRole('navigation').first();
    expect(await navigation.getByRole('link').allTextContents()).toEqual([...views, 'GraphQL playground']);
    expect(await navigation.getByRole('link', { name: 'GraphQL playground' }).getAttribute('href')).toBe('/graphql');
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
    await page.getByRole('link', { name: '地区' }).click();
    await page.getByRole('link', { name: '变化' }).click();
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

  it('says that an address has no page, and where to go', async () => {
    const response = await fetch(`${explorer.service.url}/nowhere`);
    expect(response.status).toBe(404);
    const page = await explorer.open('/regions');
    await page.evaluate(() => history.pushState(null, '', '/walk/nowhere'));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await page.getByRole('link', { name: 'Find an entity' }).click();
    await page.waitForURL(`${explorer.service.url}/`);
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (theme) => {
    expect(await axe(await explorer.open('/', { theme }))).toEqual([]);
  });

  it('asks nobody but the service, and the console has no complaint', () => {
    expect(explorer.complaints).toEqual([]);
  });
});
