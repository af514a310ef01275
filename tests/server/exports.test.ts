import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type ClientRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import { applyChangeset } from '../../src/changesets/apply.js';
import { formats } from '../../src/export/formats.js';
import { GraphReader } from '../../src/export/graph-reader.js';
import type { Graph } from '../../src/graph/port.js';
import { Metrics } from '../../src/server/metrics/metrics.js';
import { claim, draft, named, world } from '../changesets/drafts.js';
import { text } from '../export/text.js';
import { engines } from '../support/engines.js';
import { post, serve, type Service } from '../support/service.js';

type Row = Readonly<Record<string, string>>;

const accounts: Readonly<Record<string, Account>> = { reader: { id: 'key:reader', role: 'READER' } };
const authenticate = async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')];
const folder = mkdtempSync(join(tmpdir(), 'policygraph-exports-'));
afterAll(() => rmSync(folder, { recursive: true }));

const rows = (csv: string): Row[] => parse(csv, { columns: true, bom: true });
const notice = 'policy:notice';
const formulas = ['=1+1', '@SUM(A1)', '-1+1', '＝1', '_x000D_ & <b>'];
/** More than connections hold: a download that nobody reads is still in progress. */
const long = Array.from({ length: 400 }, (_, index) =>
  named(`agency:a${index}`, `Agency ${index}`, { description: `${index} `.repeat(9_000).trim().slice(0, 9_999) }),
);
const people = formulas.map((name, index) => named(`person:p${index}`, name));

/** A file of a ZIP, as another program reads it. */
function unzipped(zip: ArrayBuffer, file: string): string {
  const path = join(folder, 'download.zip');
  writeFileSync(path, new Uint8Array(zip));
  return execFileSync(
    'python3',
    [
      '-c',
      'import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; sys.stdout.buffer.write(z.read(sys.argv[2]))',
      path,
      file,
    ],
    {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    },
  );
}

describe.each(engines)('downloads on $name', (engine) => {
  let graph: Graph;
  let service: Service;
  const metrics = new Metrics();

  beforeAll(async () => {
    graph = await engine.empty();
    await applyChangeset(graph, world());
    const until = claim(notice, 'COVERS', { object: 'region:north' }, { until: '2099' });
    await applyChangeset(graph, draft({ entities: [...long, ...people], claims: [until] }));
    service = await serve(graph, { authenticate, level: 'info', metrics });
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  const fetched = (path: string, init: RequestInit = {}) => fetch(`${service.url}/export/${path}`, init);
  const refused = async (path: string, init?: RequestInit) => {
    const response = await fetched(path, init);
    expect(response.headers.get('content-disposition')).toBeNull();
    const { errors } = (await response.json()) as { errors: { message: string; extensions: { code: string } }[] };
    return [response.status, errors[0]!.extensions.code, errors[0]!.message];
  };

  const single = Object.entries(formats).filter(([name, format]) => 'file' in format && name !== 'xlsx');
  it.each(single)('hold what the command writes: %s', async (name, format) => {
    const response = await fetched(name);
    expect(response.headers.get('content-type')).toBe(format.mediaType);
    expect(response.headers.get('content-disposition')).toBe(`attachment; filename="policygraph.${format.extension}"`);
    const write = 'file' in format ? await format.file() : undefined;
    const [downloaded, written] = [await response.text(), await text(write!(new GraphReader(graph)))];
    expect(name === 'jsonld' || name === 'ntriples' ? downloaded.split('\n').sort() : downloaded).toEqual(
      name === 'jsonld' || name === 'ntriples' ? written.split('\n').sort() : written,
    );
  });

  it('of tables are a ZIP, or one of its files', async () => {
    const zip = await fetched('csv');
    expect(zip.headers.get('content-type')).toBe('application/zip');
    const content = await zip.arrayBuffer();
    for (const file of ['entities.csv', 'redirects.csv', 'relations.csv', 'observations.csv', 'claims.csv']) {
      const response = await fetched(`csv?file=${file}`);
      expect(response.headers.get('content-disposition')).toBe(`attachment; filename="policygraph-${file}"`);
      const bytes = Buffer.from(await response.arrayBuffer());
      expect(bytes.subarray(0, 3)).toEqual(Buffer.from('\uFEFF'));
      expect(unzipped(content, file)).toBe(bytes.toString());
    }
  });

  it('of a workbook have the same tables as sheets', async () => {
    const response = await fetched(`xlsx?about=${notice}`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="policygraph-policy-notice.xlsx"');
    const content = await response.arrayBuffer();
    const sheet = unzipped(content, 'xl/worksheets/sheet1.xml');
    const entities = rows(await (await fetched(`csv?file=entities.csv&about=${notice}`)).text());
    expect(sheet.split('<row>').length - 2).toBe(entities.length);
    expect(sheet).toContain(`<t xml:space="preserve">${notice}</t>`);
    expect(unzipped(content, 'xl/workbook.xml').match(/name="\w+"/g)).toEqual(
      ['entities', 'redirects', 'relations', 'observations', 'claims'].map((name) => `name="${name}"`),
    );
  });

  it('are of a part: types, entities and what is around them, or the answer to a query', async () => {
    const entitiesOf = async (query: string) => rows(await (await fetched(`csv?file=entities.csv&${query}`)).text());
    const ids = async (query: string) => (await entitiesOf(query)).map(({ id }) => id);
    expect(await ids('types=Policy,Region')).toEqual(['document:article', notice, 'region:north', 'region:town']);
    expect(await ids('types=Policy&types=Region')).toEqual(['document:article', notice, 'region:north', 'region:town']);
    expect(await ids(`about=${notice}`)).toEqual(['agency:ministry', 'document:article', notice, 'region:north']);
    expect(await ids(`about=${notice}&depth=0`)).toEqual(['document:article', notice]);
    expect(await ids(`about=${notice}&relations=COVERS`)).toEqual(['document:article', notice, 'region:north']);
    expect(await ids('about=region:north,person:p0&depth=0')).toEqual(['person:p0', 'region:north']);
    const query = 'query Places($id: ID!) { policy(id: $id) { id regions(first: 50) { edges { node { id } } } } }';
    const asked = new URLSearchParams({ query, variables: JSON.stringify({ id: notice }) });
    const places = await fetched(`json?${asked}`);
    expect(places.headers.get('content-disposition')).toContain('policygraph-Places.json');
    const document = (await places.json()) as { entities: { id: string }[]; relations: { from: string; type: string }[] };
    expect(document.relations.filter(({ from, type }) => from === notice && type === 'COVERS')).toHaveLength(1);
    const sent = await fetched('json', post({ query, variables: { id: notice } }));
    expect(await sent.json()).toEqual(document);
  });

  it('have the relations of a day', async () => {
    const of = async (day: string) =>
      rows(await (await fetched(`csv?file=relations.csv&about=${notice}&asOf=${day}`)).text())
        .map(({ type }) => type)
        .sort();
    expect(await of('2024-02-04')).not.toContain('COVERS');
    expect(await of('2024-02-05')).toEqual(expect.arrayContaining(['COVERS', 'ISSUED']));
    expect(await of('2099-12-31')).toContain('COVERS');
    expect(await of('2100-01-01')).not.toContain('COVERS');
    const { entity } = (
      await service.ask(`query @asOf(date: "2024-02-04") { entity(id: "${notice}") { relations { totalCount } } }`)
    ).json.data;
    const named = await fetched(`json?about=${notice}&asOf=2024-02-04`);
    expect(named.headers.get('content-disposition')).toContain('policygraph-policy-notice-2024-02-04.json');
    await named.text();
    expect(await of('2024-02-04')).toHaveLength(entity.relations.totalCount);
  });

  it('of a query are within the limits of one', async () => {
    const wide =
      '{ agencies(first: 100) { edges { node { policies(first: 100) { edges { node { regions(first: 100) { edges { node { id } } } } } } } } } }';
    expect((await refused(`jsonl?${new URLSearchParams({ query: wide })}`))[1]).toBe('QUERY_TOO_EXPENSIVE');
  });

  it('hold no formula, and a workbook holds the text as it is', async () => {
    const namesIn = async (query: string) =>
      rows(await (await fetched(`csv?file=entities.csv&types=Person${query}`)).text()).map(({ name }) => name);
    expect(await namesIn('')).toEqual(["'=1+1", "'@SUM(A1)", "'-1+1", "'＝1", '_x000D_ & <b>']);
    expect(await namesIn('&formulas=keep')).toEqual(formulas);
    const workbook = await (await fetched('xlsx?types=Person')).arrayBuffer();
    const sheet = unzipped(workbook, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<c t="inlineStr" s="2"><is><t xml:space="preserve">=1+1</t></is></c>');
    expect(sheet).toContain('<t xml:space="preserve">_x005F_x000D_ &amp; &lt;b&gt;</t>');
    expect(sheet).not.toContain('<f>');
  });

  it('are announced to HEAD', async () => {
    const response = await fetched('graphml?types=Region', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="policygraph-Region.graphml"');
  });

  it.each(['jsonl', 'graphml', 'ntriples', 'json'])('are compressed: %s', async (format) => {
    const response = await fetched(`${format}?types=Agency`, { headers: { 'accept-encoding': 'gzip' } });
    expect(response.headers.get('content-encoding')).toBe('gzip');
    expect((await response.text()).length).toBeGreaterThan(100);
  });

  it.each([
    ['xml', 404, 'NOT_FOUND', 'Unknown format "xml": it must be one of jsonl, json,'],
    ['csv?typs=Region', 400, 'BAD_USER_INPUT', 'Unknown parameter "typs" of /export. Did you mean "types"?'],
    ['csv?types=Regoin', 400, 'BAD_USER_INPUT', 'Unknown name "Regoin" in "types". Did you mean "Region"?'],
    ['csv?types=Region&about=region:CN', 400, 'BAD_USER_INPUT', 'Only one of "types", "about" and "query"'],
    ['csv?about=region:none', 400, 'BAD_USER_INPUT', 'There is nothing to export: the graph has no entity "region:none".'],
    ['csv?about=region:north&depth=9', 400, 'BAD_USER_INPUT', '"depth" must be a number from 0 to 3.'],
    ['csv?about=region:north&relations=COVER', 400, 'BAD_USER_INPUT', 'Did you mean "COVERS"?'],
    ['csv?depth=2', 400, 'BAD_USER_INPUT', '"depth" needs "about"'],
    ['csv?file=policies.csv', 400, 'BAD_USER_INPUT', 'Unknown file "policies.csv": it must be one of entities.csv'],
    ['jsonl?file=a', 400, 'BAD_USER_INPUT', '"file" is for formats of several files'],
    ['jsonl?formulas=keep', 400, 'BAD_USER_INPUT', '"formulas" is for tables'],
    ['jsonl?asOf=2024-01-01', 400, 'BAD_USER_INPUT', '"asOf" is for formats with relations'],
    ['csv?asOf=2024-02-30', 400, 'BAD_USER_INPUT', '"asOf" must be a day such as 2024-02-05.'],
    ['csv?formulas=drop', 400, 'BAD_USER_INPUT', '"formulas" must be escape or keep.'],
    ['neo4j-csv', 400, 'BAD_USER_INPUT', 'use the command "policygraph export"'],
    ['csv?query=%7B', 400, 'BAD_USER_INPUT', 'The query cannot be read: Syntax Error'],
    ['csv?query=%7B%20x%20%7D', 400, 'GRAPHQL_VALIDATION_FAILED', 'Cannot query field "x"'],
    ['csv?query=%7B%20__typename%20%7D', 400, 'BAD_USER_INPUT', 'ask for "id"'],
    ['csv?query=mutation%20%7B%20x%20%7D', 400, 'BAD_USER_INPUT', 'one operation, which is a query'],
    ['csv?query=%7B%20__typename%20%7D&variables=1', 400, 'BAD_USER_INPUT', '"variables" must be a JSON object'],
    ['csv?types=Region&types=', 400, 'BAD_USER_INPUT', '"types" must be names with commas between them.'],
  ])('are refused in the one shape: %s', async (path, status, code, message) => {
    expect(await refused(path)).toEqual([status, code, expect.stringContaining(message)]);
  });

  it('are got by GET or POST', async () => {
    const response = await fetched('csv', { method: 'PUT' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST, OPTIONS']);
  });

  it('are logged and counted, with their bytes', async () => {
    const before = service.log.length;
    const { length } = await (await fetched('jsonl?types=Region')).text();
    expect(length).toBeGreaterThan(100);
    const line = await vi.waitUntil(() => service.log.slice(before).find((each) => each.includes('"export"')));
    expect(JSON.parse(line)).toMatchObject({ transport: 'export', outcome: 'ok', status: 200, bytes: expect.any(Number) });
    expect(JSON.parse(line).bytes).toBeGreaterThanOrEqual(length);
    expect(await metrics.registry.metrics()).toContain('policygraph_requests_total{transport="export",outcome="ok"}');
  });

  /** A download whose client reads nothing. */
  const begun = () =>
    new Promise<ClientRequest>((resolve, reject) => {
      const request = get(`${service.url}/export/jsonl`, { agent: false }, () => resolve(request)).once('error', reject);
    });

  it('end when the client leaves, and are few at once', async () => {
    const running = async () => /policygraph_exports_running (\d)/.exec(await metrics.registry.metrics())?.[1];
    const unread = [await begun(), await begun()];
    expect(await running()).toBe('2');
    expect(await refused('jsonl')).toEqual([503, 'UNAVAILABLE', expect.stringContaining('Your other exports are in progress')]);
    const other = await fetched('jsonl?types=Region', { headers: { authorization: 'Bearer reader' } });
    expect([other.status, (await other.text()).length > 100]).toEqual([200, true]);
    for (const request of unread) request.destroy();
    await vi.waitUntil(async () => (await running()) === '0');
    expect((await fetched('jsonl?types=Region')).status).toBe(200);
    expect(service.log.filter((line) => line.includes('"level":50'))).toEqual([]);
  });

  it('end without harm whenever the client leaves', async () => {
    const leave = async (path: string, afterBytes: number) => {
      const client = new AbortController();
      const response = await fetch(`${service.url}${path}`, { signal: client.signal });
      const reader = response.body!.getReader();
      for (let read = 0; read < afterBytes;) {
        const { done, value } = await reader.read();
        if (done) break;
        read += value.length;
      }
      client.abort();
    };
    for (const path of ['/export/csv?types=Agency', '/export/xlsx', '/export/graphml?about=policy:notice', '/export/jsonl'])
      for (const afterBytes of [0, 1, 100_000]) await leave(path, afterBytes).catch(() => undefined);
    await expect.poll(async () => (await fetch(`${service.url}/export/jsonl`, { method: 'HEAD' })).status).toBe(200);
  });
});

describe('downloads where reading is closed', () => {
  it('need the role of a reader, and a page of this site where others are refused', async () => {
    const graph = await engines[0]!.empty();
    const service = await serve(graph, { authenticate, reading: 'closed', csrfPrevention: true });
    const status = async (headers: Record<string, string>) => (await fetch(`${service.url}/export/jsonl`, { headers })).status;
    const authorization = 'Bearer reader';
    expect(await status({})).toBe(401);
    expect(await status({ authorization, 'sec-fetch-site': 'cross-site' })).toBe(400);
    expect(await status({ authorization, 'sec-fetch-site': 'same-origin' })).toBe(200);
    expect(await status({ authorization })).toBe(200);
    await service.close();
    await graph.close();
  });
});
