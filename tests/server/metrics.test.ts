import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { listenForMetrics } from '../../src/server/metrics/endpoint.js';
import { OperationNames } from '../../src/server/metrics/operation-names.js';
import { engines } from '../support/engines.js';
import { parseExposition, valueOf } from '../support/exposition.js';
import { serve, type Service } from '../support/service.js';

async function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<{ status: number; text: string }> {
  const [response] = (await once(request(url, { headers }).end(), 'response')) as [IncomingMessage];
  return { status: response.statusCode ?? 0, text: await textOf(response) };
}

describe.each(engines)('metrics of a service on $name', ({ builtIn }) => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await builtIn();
    service = await serve(graph, {
      metrics: new Metrics(),
      metricsAccess: 'local',
      address: { basePath: '', hosts: undefined, trustProxy: false, origins: [] },
    });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it('are in the format of Prometheus', async () => {
    const response = await fetch(`${service.url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const families = parseExposition(await response.text());
    expect(valueOf(families, 'policygraph_ready')).toBe(1);
    expect(valueOf(families, 'policygraph_last_changeset')).toBeGreaterThan(0);
    expect(valueOf(families, 'policygraph_store_places', { state: 'waiting' })).toBe(0);
    expect(valueOf(families, 'policygraph_store_places', { state: 'free' })).toBeGreaterThan(0);
    expect(valueOf(families, 'policygraph_operations', { state: 'running' })).toBe(0);
  });

  it('are not for callers that come through a proxy', async () => {
    const statuses = await Promise.all(
      [
        { 'x-forwarded-for': '198.51.100.7' },
        { 'X-Real-IP': '198.51.100.7' },
        { forwarded: 'for=198.51.100.7' },
        { via: '1.1 proxy' },
        { host: 'policies.example.org' },
        { host: '127.0.0.1.example.org' },
      ].map(async (headers) => (await get(`${service.url}/metrics`, headers)).status),
    );
    expect(statuses).toEqual([404, 404, 404, 404, 404, 404]);
    for (const host of ['localhost', '127.0.0.1', '[::1]:4000'])
      expect((await get(`${service.url}/metrics`, { host })).status).toBe(200);
  });

  it('are not for proxies that add nothing, which are recognised by HTTP/1.0', async () => {
    const socket = connect(Number(new URL(service.url).port), '127.0.0.1');
    socket.write('GET /metrics HTTP/1.0\r\nhost: 127.0.0.1\r\n\r\n');
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 404 /);
  });
});

describe('the names of operations', () => {
  const anonymous = { caller: 'anonymous', admit: true } as const;

  it('are labels for the first that succeed, and others for all else', () => {
    const names = new OperationNames();
    expect(names.labelOf('Failing', { ...anonymous, admit: false })).toBe('other');
    expect(names.labelOf(undefined, anonymous)).toBe('unnamed');
    expect(names.labelOf('x'.repeat(65), anonymous)).toBe('other');
    for (let index = 0; index < 50; index++) expect(names.labelOf(`Name${index}`, anonymous)).toBe(`Name${index}`);
    expect(names.labelOf('Name50', anonymous)).toBe('other');
    expect(names.labelOf('Name49', { ...anonymous, admit: false })).toBe('Name49');
    expect(names.labelOf('OfAnAccount', { caller: 'account', admit: true })).toBe('OfAnAccount');
  });
});

it('are served alone on an address of their own', async () => {
  const server = await listenForMetrics(new Metrics(), { host: '127.0.0.1', port: 0 });
  const { port } = server.address() as { port: number };
  const { status, text } = await get(`http://127.0.0.1:${port}/metrics`, { 'x-forwarded-for': '198.51.100.7' });
  expect([status, parseExposition(text).size]).toEqual([200, expect.any(Number)]);
  expect((await get(`http://127.0.0.1:${port}/graphql`)).status).toBe(404);
  server.close();
});
