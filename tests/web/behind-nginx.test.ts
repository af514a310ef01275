/** The service under a prefix, behind the nginx of deploy/nginx.conf: what a browser and clients need comes through. */
import { request, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import { createClient as eventStreamClient } from 'graphql-sse';
import { createClient as webSocketClient } from 'graphql-ws';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { importReceived } from '../../src/import/received.js';
import { draft, named } from '../changesets/drafts.js';
import { hasBrowser, openBrowser } from '../support/browser.js';
import { engines } from '../support/engines.js';
import { freePort, hasNginx, startNginx } from '../support/nginx.js';
import { answerOf, post, serve, type Service } from '../support/service.js';
import { complaintsOf, settled } from './explorer/support.js';

const follow = 'subscription { changes { id } }';

describe.skipIf(!hasNginx).each([
  { prefix: 'kept', strip: false },
  { prefix: 'stripped', strip: true },
])('under /policy/ behind nginx, the prefix $prefix', ({ strip }) => {
  let graph: Graph;
  let service: Service;
  let nginx: { stop: () => Promise<void> };
  let origin: string;
  const at = (path: string) => `${origin}/policy${path}`;

  beforeAll(async () => {
    graph = await engines[0]!.builtIn();
    const port = await freePort();
    origin = `http://127.0.0.1:${port}`;
    service = await serve(graph, {
      address: { basePath: '/policy', hosts: [`127.0.0.1:${port}`], trustProxy: ['127.0.0.1'], origins: [] },
      authenticate: async ({ authorization }) => (authorization === undefined ? undefined : { id: 'key:editor', role: 'EDITOR' }),
      importer: importReceived,
    });
    nginx = await startNginx(port, Number(new URL(service.url).port), strip);
  }, 60_000);
  afterAll(async () => {
    await nginx?.stop();
    await service?.close();
    await graph?.close();
  });

  it('answers queries, health and unknown URLs', async () => {
    const { json } = await answerOf(await fetch(at('/graphql'), post({ query: '{ __typename }' })));
    expect(json.data).toEqual({ __typename: 'Query' });
    expect(await (await fetch(at('/health/ready'))).json()).toEqual({ status: 'ready' });
    const unknown = await answerOf(await fetch(at('/nowhere')));
    expect([unknown.status, unknown.json.errors![0]!.message]).toEqual([404, 'Unknown URL: GraphQL is at /policy/graphql.']);
  });

  it('redirects inside the prefix', async () => {
    const to = async (path: string) => {
      const { status, headers } = await fetch(`${origin}${path}`, { redirect: 'manual' });
      return [status, new URL(headers.get('location')!, origin).href];
    };
    expect(await to('/policy')).toEqual([308, at('/')]);
    expect(await (await fetch(`${origin}/policy/`)).text()).toContain('data-base="/policy"');
  });

  it('refuses a host that it does not serve, whatever a client forwards', async () => {
    const sent = request(at('/graphql'), { headers: { host: 'evil.example', 'x-forwarded-host': new URL(origin).host } }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    response.resume();
    expect(response.statusCode).toBe(421);
  });

  it('takes files to import', async () => {
    const body = new FormData();
    const person = '{"type":"entity","id":"person:nginx","names":[{"value":"N","lang":"en"}]}\n';
    body.append('file', new Blob([person, ' '.repeat(2_000_000)]), 'people.jsonl');
    const sent = { method: 'POST', body, headers: { authorization: 'Bearer editor' } };
    expect(await (await fetch(at('/import?dryRun=true'), sent)).json()).toMatchObject({ outcome: 'WOULD_WRITE' });
    const foreign = { ...sent, headers: { ...sent.headers, origin: 'https://elsewhere.example' } };
    expect((await fetch(at('/import?dryRun=true'), foreign)).status).toBe(403);
    expect((await fetch(at('/import?dryRun=true'), { ...foreign, headers: { ...sent.headers, origin } })).status).toBe(200);
  });

  it('follows changes over WebSocket and as events, each as it lands', async () => {
    class FromPage extends WebSocket {
      constructor(url: string, protocol: string) {
        super(url, protocol, { origin });
      }
    }
    const socket = webSocketClient({ url: at('/graphql').replace('http', 'ws'), webSocketImpl: FromPage, retryAttempts: 0 });
    const events = eventStreamClient({ url: at('/graphql/stream'), retryAttempts: 0 });
    const seen: string[][] = [[], []];
    const answers = [socket.iterate({ query: follow }), events.iterate({ query: follow })];
    const done = answers.map(async (each, which) => {
      for await (const { data } of each) seen[which]!.push((data as { changes: { id: string } }).changes.id);
    });
    let number = 0;
    const write = () => applyChangeset(graph, draft({ entities: [named(`person:nginx-${strip}-${number++}`, 'N')] }));
    await vi.waitFor(async () => (await write(), expect(seen.every(({ length }) => length > 0)).toBe(true)), {
      timeout: 15_000,
      interval: 300,
    });
    await socket.dispose();
    events.dispose();
    await Promise.allSettled(done);
    const foreign = new WebSocket(at('/graphql').replace('http', 'ws'), 'graphql-transport-ws', { origin: 'https://127.0.0.1' });
    const [, response] = (await once(foreign, 'unexpected-response')) as [unknown, IncomingMessage];
    expect(response.statusCode).toBe(403);
    response.resume();
  });

  it('keeps the compression and the caching of pages and files', async () => {
    const get = async (path: string) => {
      const { status, headers } = await fetch(at(path), { headers: { accept: 'text/html,*/*', 'accept-encoding': 'br' } });
      return [status, headers.get('content-encoding'), headers.get('cache-control')];
    };
    const html = await (await fetch(at('/walk'), { headers: { accept: 'text/html' } })).text();
    const [script] = /explorer\/assets\/frame-[^"]+\.js/.exec(html)!;
    expect(await get(`/${script}`)).toEqual([200, 'br', 'public, max-age=31536000, immutable']);
    expect(await get('/walk')).toEqual([200, null, 'no-cache']);
    expect(await get('/nowhere')).toEqual([404, null, 'no-cache']);
  });

  describe.skipIf(!hasBrowser)('in a browser', () => {
    let browser: Browser;
    let page: Page;
    let complaints: string[];

    beforeAll(async () => {
      browser = await openBrowser();
      page = await browser.newPage({ locale: 'en-GB' });
      complaints = complaintsOf(page, at(''));
    });
    afterAll(() => browser?.close());

    it('serves the explorer, whose views, links and operations are inside the prefix', async () => {
      await page.goto(at('/'));
      await settled(page);
      await page.getByRole('banner').getByRole('link', { name: 'Regions' }).click();
      await page.waitForURL(at('/regions'));
      await page.goto(at('/entity/region:CN-GD?lang=zh'));
      await settled(page);
      await page.getByRole('link', { name: 'GraphQL' }).first().click();
      await page.waitForURL(at('/graphql'));
      expect(complaints).toEqual([]);
    });

    it('serves the playground, which asks inside the prefix alone', async () => {
      await page.goto(at('/graphql'));
      await page.locator('.graphiql-query-editor .view-line').first().waitFor();
      await page.getByRole('button', { name: /^Execute query/ }).click();
      await page.getByRole('region', { name: 'Result Window' }).getByText('"totalCount"').waitFor();
      expect(page.url()).toBe(at('/graphql'));
      expect(complaints).toEqual([]);
    });
  });
});
