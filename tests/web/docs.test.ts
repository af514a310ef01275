/** The documentation as a site: what readers find in it, by which keys, and in which windows. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser } from '../support/browser.js';
import { serve } from '../support/service.js';
import { axe, complaintsOf, openExplorer, settled, type Explorer } from './explorer/support.js';

const built = fileURLToPath(new URL('../../dist/web/docs/', import.meta.url));
const source = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const htmlFiles = () =>
  readdirSync(built, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.replaceAll('\\', '/'));

/** The addresses of a page: from the root of the service, which is "http://service/". */
function linksOf(file: string, html: string): string[] {
  const address = new URL(file === '404.html' ? 'docs/' : `docs/${file.replace(/index\.html$/, '')}`, 'http://service/');
  return [...html.matchAll(/ (?:href|src)="([^"]+)"/g)].map(
    ([, link = '']) => new URL(link.replaceAll('&amp;', '&'), address).href,
  );
}

describe('the files of the documentation', () => {
  const pages = new Map(htmlFiles().map((file) => [file, readFileSync(built + file, 'utf8')]));
  const ids = new Map(
    [...pages].map(([file, html]) => [file, new Set([...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id))]),
  );

  it('are one for each page of docs/ and each type of the schema', () => {
    for (const name of readdirSync(new URL('../../docs', import.meta.url)).filter((each) => /^[a-z].*\.md$/.test(each)))
      expect([...pages.keys()]).toContain(`${name.replace(/\.md$/, '')}/index.html`);
    for (const name of ['Query', 'Program', 'AsOf', 'Certainty', 'Date', 'RegionFilter', 'ProgramRegionsConnection'])
      expect([...pages.keys()]).toContain(`schema/${name}/index.html`);
  });

  it('link to what exists: pages, headings, files and the other pages of the service', () => {
    const faults = [...pages].flatMap(([file, html]) =>
      linksOf(file, html).flatMap((link) => {
        if (!link.startsWith('http://service/docs/')) return [];
        const { pathname, hash } = new URL(link);
        const path = pathname.slice('/docs/'.length);
        const target = path === '' || path.endsWith('/') ? `${path}index.html` : path;
        if (!existsSync(built + target)) return [`${file}: ${link}`];
        return hash === '' || ids.get(target)?.has(decodeURIComponent(hash.slice(1))) === true ? [] : [`${file}: ${link}`];
      }),
    );
    expect(faults).toEqual([]);
    const outside = [...pages]
      .flatMap(([file, html]) => linksOf(file, html))
      .filter((link) => /^http:\/\/service\/(?!docs\/)/.test(link));
    expect([...new Set(outside)].sort()).toEqual(['http://service/', 'http://service/graphql', 'http://service/review']);
  });

  it('have each id once', () => {
    for (const [file, html] of pages) {
      const all = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      expect([file, all.filter((id, index) => all.indexOf(id) !== index)]).toEqual([file, []]);
    }
  });
});

describe.skipIf(!hasBrowser)('the documentation', () => {
  let explorer: Explorer;
  const at = (path: string) => explorer.service.url + path;

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  const searchFor = async (page: Page, words: string) => {
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill(words);
    await page
      .getByRole('dialog')
      .getByText(/^\d+ results?$/)
      .waitFor();
    return page.getByRole('dialog').getByRole('listitem').getByRole('link');
  };

  it('opens at /docs, with the groups of docs/README.md', async () => {
    const page = await explorer.open('/docs');
    expect(page.url()).toBe(at('/docs/'));
    const groups = page.getByRole('navigation', { name: 'Documentation' }).getByRole('heading');
    expect(await groups.allTextContents()).toEqual(source('docs/README.md').match(/(?<=^## ).+$/gm));
    await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'Limits' }).click();
    await page.waitForURL(at('/docs/limits/'));
    expect(await page.title()).toBe('Limits — PolicyGraph documentation');
  });

  it.each([
    ['CORS', 'browser-apps/'],
    ['POLICYGRAPH_CORS', 'settings/'],
    ['as of', 'explanations/two-clocks/'],
    ['certainty', 'explanations/certainty/'],
    ['RegionFilter', 'schema/RegionFilter/'],
    ['Program coverage', 'schema/Program/#coverage'],
    ['certanty', 'explanations/certainty/'],
    ['kubernetes', 'operations/'],
    ['import csv', 'add-your-data/'],
    ['backup', 'backup/'],
  ])('finds "%s" in %s', async (words, path) => {
    const page = await explorer.open('/docs/');
    const results = await searchFor(page, words);
    const found = await results.evaluateAll((links) => links.slice(0, 8).map((link) => (link as HTMLAnchorElement).href));
    expect(found.map((href) => href.slice(at('/docs/').length)).join(' ')).toContain(path);
  });

  it('says that a word is on no page', async () => {
    const page = await explorer.open('/docs/');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('searchbox').fill('zzqqxx');
    await expect.poll(() => page.getByRole('status').textContent()).toBe('No page has “zzqqxx”.');
  });

  it('is searched by keyboard alone', async () => {
    const page = await explorer.open('/docs/schema/Program/');
    const results = await searchFor(page, 'trusted proxies');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const href = await results.first().evaluate((link) => (link as HTMLAnchorElement).href);
    expect(await page.evaluate(() => (document.activeElement as HTMLAnchorElement).href)).toBe(href);
    await page.keyboard.press('Enter');
    await page.waitForURL(href);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBeTruthy();
  });

  it('has a first stop that skips the header, and a search that Escape closes', async () => {
    const page = await explorer.open('/docs/ask/');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN');
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds, %s', async (theme) => {
    for (const path of ['', 'ask/', 'settings/', 'schema/', 'schema/Program/', 'deploy/nginx.conf/', 'explanations/certainty/']) {
      const page = await explorer.open(`/docs/${path}`, { theme });
      expect([path, await axe(page)]).toEqual([path, []]);
    }
    const page = await explorer.open('/docs/', { theme });
    await searchFor(page, 'certainty');
    expect(await axe(page)).toEqual([]);
  });

  it.each([360, 390, 768, 1280, 1920])('fits a window of %i px', async (width) => {
    for (const path of [
      '',
      'limits/',
      'model/',
      'commands/',
      'settings/',
      'schema/Query/',
      'what-you-can-ask/',
      'deploy/nginx.conf/',
    ]) {
      const page = await explorer.open(`/docs/${path}`, { width });
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, width]);
    }
  });

  it('has a menu in a narrow window', async () => {
    const page = await explorer.open('/docs/limits/', { width: 390 });
    const link = page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'Settings', exact: true });
    expect(await link.count()).toBe(0);
    await page.getByRole('button', { name: 'Menu' }).press('Enter');
    await link.waitFor();
    expect(await axe(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await link.waitFor({ state: 'hidden' });
  });

  it('keeps the theme that a reader chooses', async () => {
    const page = await explorer.open('/docs/');
    const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await ground();
    await page.getByRole('button', { name: 'Theme: Dark' }).click();
    await expect.poll(ground).not.toBe(light);
    await explorer.open('/docs/ask/');
    expect(await ground()).not.toBe(light);
    await page.getByRole('button', { name: 'Theme: Light' }).click();
    await expect.poll(ground).toBe(light);
  });

  it('says that an address is unknown, and leads back', async () => {
    const page = await explorer.open('/docs/no/such/page');
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Unknown page');
    expect(explorer.complaints.splice(0)).toContain(`404 ${at('/docs/no/such/page')}`);
    await page.getByRole('navigation', { name: 'Documentation' }).getByRole('link', { name: 'Ask', exact: true }).click();
    await page.waitForURL(at('/docs/ask/'));
    const { status, headers } = await fetch(at('/docs/nope'));
    expect([status, headers.get('content-type')]).toEqual([404, 'application/json; charset=utf-8']);
  });

  it('is linked from the explorer in both languages, and from the playground, and links back', async () => {
    for (const [language, name] of [
      ['en', 'Docs'],
      ['zh', '文档'],
    ] as const) {
      const page = await explorer.open('/', { language });
      await page.getByRole('link', { name, exact: true }).click();
      await page.waitForURL(at('/docs/'));
    }
    await explorer.page.getByRole('link', { name: 'GraphQL playground' }).first().click();
    await explorer.page.locator('.graphiql-container').getByRole('link', { name: 'Docs' }).click();
    await explorer.page.waitForURL(at('/docs/'));
    await explorer.page.getByRole('link', { name: 'Explorer', exact: true }).click();
    await explorer.page.waitForURL(at('/'));
    expect(explorer.complaints).toEqual([]);
  });

  it('is compressed, kept and guarded as the other pages are', async () => {
    const assets = readdirSync(`${built}assets`).filter((name) => /\.(js|css|json)$/.test(name));
    const get = async (path: string, encoding: string) => {
      const { status, headers } = await fetch(at(path), { headers: { accept: 'text/html', 'accept-encoding': encoding } });
      return [path, status, headers.get('content-encoding'), headers.get('cache-control')];
    };
    for (const encoding of ['br', 'gzip']) {
      for (const path of ['/docs/', '/docs/ask/', '/docs/schema/Program/', '/docs/graph.svg'])
        expect(await get(path, encoding)).toEqual([path, 200, encoding, 'no-cache']);
      for (const name of assets)
        expect(await get(`/docs/assets/${name}`, encoding)).toEqual([
          `/docs/assets/${name}`,
          200,
          encoding,
          'public, max-age=31536000, immutable',
        ]);
    }
    for (const path of ['/docs/', '/docs/nope']) {
      const { headers } = await fetch(at(path), { headers: { accept: 'text/html' } });
      expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
      expect([headers.get('x-content-type-options'), headers.get('x-frame-options')]).toEqual(['nosniff', 'DENY']);
    }
  });

  it('works below a prefix', async () => {
    const address = { basePath: '/policy', hosts: ['127.0.0.1'], trustProxy: false, origins: [] } as const;
    const service = await serve(explorer.graph, { address });
    const page = await explorer.browser.newPage();
    onTestFinished(async () => {
      await page.close();
      await service.close();
    });
    const complaints = complaintsOf(page, `${service.url}/policy`);
    await page.goto(`${service.url}/policy/docs/limits`);
    expect(page.url()).toBe(`${service.url}/policy/docs/limits/`);
    await (await searchFor(page, 'CORS')).first().waitFor();
    await page.keyboard.press('Escape');
    expect(complaints).toEqual([]);
    await page.goto(`${service.url}/policy/docs/no/page`);
    await page.getByRole('link', { name: 'Explorer', exact: true }).click();
    await page.waitForURL(`${service.url}/policy/`);
    await settled(page);
    await page.getByRole('link', { name: 'Docs', exact: true }).click();
    await page.waitForURL(`${service.url}/policy/docs/`);
  });

  it('has a first question whose steps lead to its answer', async () => {
    const page = await explorer.open('/');
    await page.getByRole('combobox').first().fill('used car export');
    await page.keyboard.press('Enter');
    await page.getByRole('main').getByRole('link', { name: 'Used-car export pilot', exact: true }).first().click();
    await page.getByRole('link', { name: 'Show its regions' }).click();
    await page.waitForURL(/\/regions\?of=/);
    await settled(page);
    await page.getByRole('main').getByText('Shandong', { exact: true }).first().click();
    await page.waitForURL(/at=region%3ACN-SD/);
    const covered = page.getByRole('main').getByText(/^Jining and Qingdao: since 2019, presumed/);
    await covered.waitFor();
    await page
      .getByRole('main')
      .getByRole('button', { name: /Evidence/ })
      .first()
      .click();
    await page.getByText('Jining is one of the ten places in the pilot.').first().waitFor();
    await explorer.open(`${new URL(page.url()).pathname}${new URL(page.url()).search}&asOf=2018-06-30`);
    await page.getByRole('heading', { name: 'Shandong', exact: true }).waitFor();
    expect(await covered.count()).toBe(0);
  });

  it('has a first screen that shows the regions of the pilot, page by page', async () => {
    const html = /```html\n([^]+?)```/.exec(source('docs/tutorials/first-screen.md'))?.[1] ?? '';
    const host = createServer(
      (_request, response) =>
        void response.setHeader('content-type', 'text/html').end(html.replace('http://127.0.0.1:4000', service.url)),
    );
    await new Promise<void>((done) => host.listen(0, 'localhost', done));
    const origin = `http://localhost:${(host.address() as { port: number }).port}`;
    const service = await serve(explorer.graph, {
      address: { basePath: '', hosts: ['127.0.0.1'], trustProxy: false, origins: [origin] },
    });
    const page = await explorer.browser.newPage();
    onTestFinished(async () => {
      await page.close();
      await service.close();
      host.close();
    });
    await page.goto(origin);
    const places = page.getByRole('listitem');
    await expect.poll(() => places.count()).toBe(4);
    expect(await places.first().textContent()).toMatch(/^Beijing, since 2019: .*China OKs secondhand car exports/);
    for (const count of [8, 10]) {
      await page.getByRole('button', { name: 'More' }).click();
      await expect.poll(() => places.count()).toBe(count);
    }
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('asks nobody but the service, and the console has no complaint', () => {
    expect(explorer.complaints).toEqual([]);
  });
});
