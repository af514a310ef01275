/** What a browser loads: how much, compressed how, and kept for how long. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { hasBrowser } from '../../support/browser.js';
import { openExplorer, type Explorer } from './support.js';

const built = fileURLToPath(new URL('../../../dist/web/', import.meta.url));
const budget = 200_000;
const views = ['/', '/entity/program:used-vehicle-export-pilot', '/walk', '/regions', '/changes'];
const pages = [...views, '/document/document:mofcom-2020', '/graphql'];
/** The compiled files of a page whose names end in `ending`. */
const files = (page: string, ending: RegExp) =>
  readdirSync(`${built}${page}/assets`)
    .filter((name) => ending.test(name))
    .map((name) => `/${page}/assets/${name}`);

describe.skipIf(!hasBrowser)('what a browser loads', () => {
  let explorer: Explorer;
  const load = (path: string, encoding: string, accept = '*/*') =>
    fetch(explorer.service.url + path, { headers: { 'accept-encoding': encoding, accept } });

  beforeAll(async () => {
    explorer = await openExplorer();
  });
  afterAll(() => explorer?.close());

  it('is at most 200 kB by gzip for the first view', async () => {
    const { page } = explorer;
    await page.setExtraHTTPHeaders({ 'accept-encoding': 'gzip' }); // Brotli makes less of it, but not everybody has it
    onTestFinished(() => page.setExtraHTTPHeaders({}));
    const sizes: [string, number, string | undefined][] = [];
    page.on('requestfinished', async (request) => {
      const { responseBodySize, responseHeadersSize } = await request.sizes();
      const { 'content-encoding': encoding } = (await request.response())?.headers() ?? {};
      sizes.push([request.url(), responseBodySize + responseHeadersSize, encoding]);
    });
    await explorer.open('/');
    await page.waitForLoadState('networkidle');
    const kilobytes = Math.round(sizes.reduce((sum, [, size]) => sum + size, 0) / 1_000);
    console.log(`The first view of the explorer is ${kilobytes} kB in ${sizes.length} responses.`);
    expect(sizes.map(([, , encoding]) => encoding)).not.toContain('br');
    expect(sizes.length).toBeGreaterThan(3);
    expect(kilobytes * 1_000, JSON.stringify(sizes)).toBeLessThanOrEqual(budget);
  });

  it.each(views)('is nothing of the playground at %s', async (path) => {
    const requested: string[] = [];
    const listen = (request: { url: () => string }) => void requested.push(new URL(request.url()).pathname);
    explorer.page.on('request', listen);
    await explorer.open(path);
    explorer.page.off('request', listen);
    expect(requested.length).toBeGreaterThan(1);
    expect(requested.filter((each) => /playground|monaco|worker.*graphql/.test(each))).toEqual([]);
  });

  it.each(['br', 'gzip'])('is compressed by %s', async (encoding) => {
    const texts = [
      ...files('explorer', /\.(js|css)$/),
      ...files('playground', /^index.*\.(js|css)$/),
      '/explorer/licenses.md',
      '/graphql?query={programs(first:50){edges{node{id name}}}regions(first:100){edges{node{id name}}}}',
    ];
    for (const path of texts) {
      const response = await load(path, encoding);
      expect([path, response.status]).toEqual([path, 200]);
      const length = (await response.arrayBuffer()).byteLength;
      expect([path, length < 1_400 || response.headers.get('content-encoding')]).toEqual([path, length < 1_400 || encoding]);
      expect([path, response.headers.get('vary')?.toLowerCase()]).toEqual([
        path,
        length < 1_400 ? expect.anything() : expect.stringContaining('accept-encoding'),
      ]);
    }
  });

  it('is kept where its name changes with its content, and asked for again where it does not', async () => {
    const control = async (path: string) => (await load(path, 'gzip', 'text/html')).headers.get('cache-control');
    for (const path of [...files('explorer', /\.(js|css)$/), ...files('playground', /\.(ttf|css)$/)])
      expect([path, await control(path)]).toEqual([path, 'public, max-age=31536000, immutable']);
    for (const path of [...pages, '/nowhere', '/explorer/licenses.md'])
      expect([path, await control(path)]).toEqual([path, 'no-cache']);
  });

  it('is no page without its addresses', async () => {
    for (const page of ['explorer', 'playground']) expect((await load(`/${page}/index.html`, 'gzip')).status).toBe(404);
  });
});
