/** examples/client-react: compiles, is built, and runs in Chromium as a page of another origin. */
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { copyOf, serveWithKey, type Example } from './support.js';

/** Serves the files of a folder, which may change, on an origin of their own. */
async function siteOf(folder: () => string): Promise<string> {
  const types: Record<string, string> = { html: 'text/html', js: 'text/javascript' };
  const site = createServer(({ url = '/' }, response) => {
    const path = url === '/' ? '/index.html' : url;
    response.setHeader('content-type', types[path.split('.').at(-1)!] ?? 'application/octet-stream');
    const file = join(folder(), path);
    if (existsSync(file)) response.end(readFileSync(file));
    else response.writeHead(404).end();
  });
  await once(site.listen(0, '127.0.0.1'), 'listening');
  onTestFinished(() => void site.close());
  return `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
}

const commands = async (example: Example, ...list: readonly string[]) => {
  for (const command of list) expect(await example.run(command)).toEqual({ code: 0, text: '' });
};

it.skipIf(!hasBrowser)('the React client lists, pages, follows and writes from a page of another origin', async () => {
  let folder = '';
  const origin = await siteOf(() => join(folder, 'dist'));
  const address = { basePath: '', hosts: ['127.0.0.1'], trustProxy: false, origins: [origin] } as const;
  const { url, key } = await serveWithKey(await engines[0]!.builtIn(), { address });
  const example = copyOf('client-react', { url, key }, { env: { VITE_POLICYGRAPH_URL: url, NODE_ENV: 'production' } });
  ({ folder } = example);
  await commands(example, 'npm run -s types', 'npm run -s check', 'npm run -s build');

  const browser = await openBrowser();
  onTestFinished(() => browser.close());
  const page = await browser.newPage();
  const sent: string[] = [];
  page.on('request', (request) => {
    const { searchParams, pathname } = new URL(request.url());
    if (pathname !== '/graphql' || request.method() === 'OPTIONS') return;
    const hasText = searchParams.has('query') || request.postDataJSON()?.query !== undefined;
    sent.push(`${request.method()} ${hasText ? 'hash and text' : 'hash'}`);
  });
  await page.goto(origin);
  for (const count of [4, 8, 10]) {
    await page.getByRole('heading', { name: `${count} of 10 regions` }).waitFor();
    expect(await page.getByRole('listitem').count()).toBe(count);
    if (count < 10) await page.getByRole('button', { name: 'More' }).click();
  }
  expect(await page.getByText('Beijing is one of the ten places in the pilot.').count()).toBe(1);
  // Unknown once, then known: the text goes along one time.
  expect(sent).toEqual(['GET hash', 'POST hash and text', 'GET hash', 'GET hash']);

  await page.getByLabel('Key').fill(key);
  await page.getByRole('button', { name: 'Write and undo' }).click();
  await page.getByText('LANDED').waitFor();
  await page.getByText('CLAIM_RETRACTED COVERS').waitFor();
});

it('the React client does not compile with a wrong field', async () => {
  const example = copyOf('client-react', await serveWithKey(await engines[0]!.builtIn()));
  await commands(example, 'npm run -s types');
  const mistakes = [
    ['regions.tsx', 'document.title', 'document.titel'],
    ['operations.ts', 'edtf', 'edft'],
    ['changes.tsx', 'reason: ', 'why: '],
  ] as const;
  for (const [file, words, mistake] of mistakes) example.edit(file, words, mistake);
  const { text } = await example.run('npm run -s check');
  for (const [file] of mistakes)
    expect(text).toMatch(new RegExp(`^(?:${file === 'operations.ts' ? 'regions.tsx' : file}).*error TS`, 'm'));
});
