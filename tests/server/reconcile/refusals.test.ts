/** What /reconcile refuses, and who may ask. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/accounts/account.js';
import { applyChangeset } from '../../../src/changesets/apply.js';
import type { Graph } from '../../../src/graph/port.js';
import { draft, named, world } from '../../changesets/drafts.js';
import { embedded } from '../../support/engines.js';
import { serve, type Service } from '../../support/service.js';
import { clientOf, sure } from './client.js';
import { broken } from './schemas.js';

const condition = { matchType: 'name', propertyValue: 'x' };
const ofType = (type: unknown) => ({ q: { query: 'x', type } });
const withProperty = (pid: unknown, v: unknown, type?: string) => ({ q: { query: 'x', type, properties: [{ pid, v }] } });

/** Batches of version 0.2 that are wrong, each with what is said. */
const wrongForms: readonly (readonly [queries: unknown, message: string])[] = [
  [[{ query: 'x' }], 'queries must be an object in braces'],
  [{}, 'queries must have at least one query ({}).'],
  [{ q: 'x' }, 'queries.q must be an object in braces ("x").'],
  [
    { q: {} },
    'queries.q has nothing to find an entity by: give a name, or one of the properties id, name, code and documentNumber.',
  ],
  [{ q: { limit: 1 } }, 'queries.q has nothing to find an entity by'],
  [{ q: { query: ' ' } }, 'queries.q has nothing to find an entity by'],
  [{ q: { properties: [] } }, 'queries.q has nothing to find an entity by'],
  [{ q: { type: 'Region', properties: [{ pid: 'level', v: 'COUNTRY' }] } }, 'queries.q has nothing to find an entity by'],
  [{ q: { query: 7 } }, 'queries.q.query must be text: put it in quotes (7).'],
  [{ q: { query: 'x'.repeat(2_001) } }, 'queries.q.query must NOT have more than 2000 characters'],
  [
    { q: { query: 'x', props: [] } },
    'queries.q.props is an unknown key: "props"; allowed: query, type, type_strict, limit, properties.',
  ],
  [{ q: { query: 'x', limit: 0 } }, 'queries.q.limit must be 1 or more (0).'],
  [{ q: { query: 'x', limit: 1.5 } }, 'queries.q.limit must be a whole number (1.5).'],
  [{ q: { query: 'x', limit: '5' } }, 'queries.q.limit must be a whole number ("5").'],
  [{ q: { query: 'x', type_strict: 'most' } }, 'queries.q.type_strict must be one of any, should, all ("most").'],
  [{ q: { query: 'x', properties: { pid: 'a', v: 'b' } } }, 'queries.q.properties must be a list in brackets'],
  [{ q: { query: 'x', properties: [{ pid: 'parent' }] } }, 'queries.q.properties.0 must have "v"'],
  [{ q: { query: 'x', properties: [{ p: 'parent', v: 'y' }] } }, 'queries.q.properties.0 must have "pid"'],
  [ofType('Regoin'), 'Unknown type "Regoin" in queries.q.type. Did you mean "Region"?'],
  [ofType(['Region', 'Country']), 'Unknown type "Country" in queries.q.type.1. The types are Policy, Program, '],
  [ofType(5), 'queries.q.type must be a text or a list of texts (5).'],
  [withProperty('parnt', 'y'), 'Unknown property "parnt" in queries.q.properties.0.pid. Did you mean "parent"?'],
  [withProperty('issuers', 'y', 'Region'), 'Unknown property "issuers" of Region in queries.q.properties.0.pid.'],
  [
    withProperty('parent', null),
    'queries.q.properties.0.v must be a text of up to 2,000 characters, a number, true, false, an entity such as {"id": "region:CN-GD"}',
  ],
  [withProperty('parent', [{ name: 'Guangdong' }]), 'queries.q.properties.0.v must be a text of up to'],
  [withProperty('parent', []), 'queries.q.properties.0.v must have from 1 to 20 values, and has 0.'],
  [
    withProperty('date', '5 Feb 2024'),
    'The "date" of queries.q, "5 Feb 2024", is not an EDTF date such as 2019, 2024-02, 2024-02-05',
  ],
  [withProperty('date', ['2019', '2020']), 'queries.q gives more than one "date": a row has one.'],
  [{ q1: { query: 'right' }, q2: { query: 'x', limit: -1 } }, 'queries.q2.limit must be 1 or more (-1).'],
];

/** The same of version 1.0. */
const wrongLists: readonly (readonly [body: unknown, message: string])[] = [
  [[{ conditions: [condition] }], 'The body must be an object in braces'],
  [{ q0: { query: 'x' } }, 'The body must have "queries"'],
  [{ queries: [] }, 'queries must have at least one entry'],
  [{ queries: [{ limit: 1 }] }, 'queries.0 must have "conditions"'],
  [{ queries: [{ conditions: [] }] }, 'queries.0.conditions must have at least one entry'],
  [{ queries: [{ conditions: [condition], type: ['Region'] }] }, 'queries.0.type must be text'],
  [{ queries: [{ conditions: [{ propertyValue: 'x' }] }] }, 'queries.0.conditions.0 must have "matchType"'],
  [
    { queries: [{ conditions: [{ matchType: 'names', propertyValue: 'x' }] }] },
    'queries.0.conditions.0.matchType must be one of name, id, property. Did you mean "name"?',
  ],
  [
    { queries: [{ conditions: [{ matchType: 'property', propertyValue: 'x' }] }] },
    'queries.0.conditions.0 must have "propertyId", since its matchType is "property".',
  ],
  [
    { queries: [{ conditions: [{ ...condition, propertyId: 'name' }] }] },
    'queries.0.conditions.0 has "propertyId", and its matchType is "name": omit it',
  ],
  [
    { queries: [{ conditions: [{ ...condition, matchQualifier: 'ExactMatch' }] }] },
    'queries.0.conditions.0.matchQualifier is "ExactMatch", and no property here has qualifiers: omit it.',
  ],
  [
    { queries: [{ conditions: [{ ...condition, matchQuantifier: 'some' }] }] },
    'queries.0.conditions.0.matchQuantifier must be one of any, all, none. Did you mean "none"?',
  ],
  [{ queries: [{ conditions: [{ ...condition, matchQuantifier: 'none' }] }] }, 'queries.0 has nothing to find an entity by'],
  [
    { queries: [{ conditions: [{ ...condition, required: 'yes' }] }] },
    'queries.0.conditions.0.required must be true or false ("yes").',
  ],
  [{ queries: [{ conditions: [condition], type: 'Place' }] }, 'Unknown type "Place" in queries.0.type.'],
];

const region = { ids: ['region:north'], properties: [{ id: 'parent' }] };
const wrongExtensions: readonly (readonly [extend: unknown, message: string])[] = [
  [{ ids: ['region:north'] }, 'extend must have "properties"'],
  [{ properties: [{ id: 'parent' }] }, 'extend must have "ids"'],
  [{ ...region, ids: [] }, 'extend.ids must have at least one entry'],
  [{ ...region, ids: [1] }, 'extend.ids.0 must be text'],
  [{ ...region, ids: Array.from({ length: 101 }, (_, index) => `region:r${index}`) }, 'extend.ids must have at most 100 entries'],
  [{ ...region, properties: ['parent'] }, 'extend.properties.0 must be an object in braces ("parent").'],
  [
    { ...region, properties: [{ id: 'parrent' }] },
    'Unknown property "parrent" in extend.properties.0.id. Did you mean "parent"?',
  ],
  [{ ...region, properties: [{ id: 'date' }] }, 'Unknown property "date" in extend.properties.0.id.'],
  [
    { ...region, properties: [{ id: 'parent', settings: { max: 1 } }] },
    'extend.properties.0.settings.max is an unknown key: "max"; allowed: limit.',
  ],
  [{ ...region, properties: [{ id: 'parent', settings: { limit: -1 } }] }, 'extend.properties.0.settings.limit must'],
];

/** Addresses, each with the status and what is said. */
const wrongAddresses: readonly (readonly [path: string, status: number, message: string])[] = [
  [
    '?callback=jQuery17',
    400,
    'JSONP ("callback") is not supported: read JSON, and list the origin of a page in POLICYGRAPH_CORS.',
  ],
  ['/suggest/type?prefix=a&callback=f', 400, 'JSONP'],
  [
    '?query=Guangdong',
    400,
    'Unknown parameter "query" of /reconcile. It takes "queries" or "extend", and none for the manifest.',
  ],
  ['?querys={}', 400, 'Did you mean "queries"?'],
  ['?queries=x', 400, '"queries" is not JSON: send queries={"q0": {"query": "Guangdong", "type": "Region"}}.'],
  ['?extend={', 400, '"extend" is not JSON: send extend={"ids": ["region:CN-GD"]'],
  ['?queries={}&extend={}', 400, 'Send one of "queries" and "extend", once.'],
  ['?queries={}&queries={}', 400, 'The parameter "queries" must be given once.'],
  ['?queries={"q":{"query":"a","query":"b"}}', 400, 'The body gives the key "query" twice'],
  ['/preview', 400, 'The parameter "id" is missing: send an id such as id=region:CN-GD.'],
  ['/preview?id=region:nowhere', 404, 'Unknown entity "region:nowhere": GET /reconcile/suggest/entity?prefix= finds ids.'],
  [`/preview?id=region:${'x'.repeat(500)}`, 400, '"id" must have at most 500 characters.'],
  ['/flyout/entity?id=claim:x', 404, 'Unknown entity'],
  ['/flyout/type?id=Place', 404, 'Unknown type "Place"'],
  ['/flyout/property?id=colour', 404, 'Unknown property "colour"'],
  ['/suggest/entity', 400, 'The parameter "prefix" is missing: send what was typed so far, such as prefix=Guang.'],
  ['/suggest/entity?prefix=a&prefix=b', 400, 'The parameter "prefix" must be given once.'],
  ['/suggest/entity?prefix=a&limit=0', 400, '"limit" must be a whole number from 1 to 100, and is "0".'],
  ['/suggest/type?prefix=a&offset=-1', 400, '"offset" must be a whole number from 0 to 200, and is "-1".'],
  ['/suggest/property?prefix=a&type=Place', 400, 'Unknown type "Place" in the parameter "type".'],
  ['/extend/propose', 400, 'The parameter "type" is missing: send the type of the column, such as type=Region.'],
  ['/extend/propose?type=Place', 400, 'Unknown type "Place"'],
  ['/matches', 404, 'Unknown URL'],
];

const accounts: Readonly<Record<string, Account>> = { reader: { id: 'key:reader', role: 'READER' } };
const authenticate = async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')];

describe('refusals of reconciliation', () => {
  let graph: Graph;
  let service: Service;
  beforeAll(async () => {
    graph = await embedded.empty();
    await applyChangeset(graph, world());
    await applyChangeset(graph, draft({ entities: [named('person:script', '<script>alert(1)</script> & "co"')] }));
    service = await serve(graph, { authenticate });
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });
  const { read, form, json } = clientOf(() => service);
  const refused = async (path: string, init?: RequestInit): Promise<readonly [number, string]> => {
    const answer = await read(path, init);
    const { errors } = answer.json() as { errors: { message: string; extensions: { code: string } }[] };
    expect(errors[0]!.extensions.code).toMatch(/^[A-Z_]+$/);
    return [answer.response.status, errors[0]!.message];
  };
  const saying = (message: string) => expect.stringContaining(message);

  it.each(wrongForms)('names what is wrong with queries %j', async (queries, message) => {
    expect(await refused('', form({ queries }))).toEqual([400, saying(message)]);
  });
  it.each(wrongLists)('names what is wrong with conditions %j', async (body, message) => {
    expect(await refused('/match', json(body))).toEqual([400, saying(message)]);
  });
  it.each(wrongExtensions)('names what is wrong with an extension %j', async (extend, message) => {
    expect(await refused('', form({ extend }))).toEqual([400, saying(message)]);
    expect(await refused('/extend', json(extend))).toEqual([400, saying(message.replace(/\bextend\.|^extend(?= must)/, ''))]);
  });
  it.each(wrongAddresses)('refuses GET /reconcile%s with %i', async (path, status, message) => {
    expect(await refused(path)).toEqual([status, saying(message)]);
  });

  it('refuses what its schemas refuse: the examples of mistakes of the specification', () => {
    const alsoBySchema = wrongLists.filter(
      ([body]) =>
        !/matchQualifier|"Place"|"propertyId":"name"|"none"/.test(JSON.stringify(body)) &&
        JSON.stringify(body) !== '{"queries":[]}',
    );
    expect(alsoBySchema.filter(([body]) => broken('1.0-draft', 'queries', body).length === 0)).toEqual([]);
    expect(broken('0.2', 'results', { q: [] })).not.toEqual([]);
    expect(broken('1.0-draft', 'manifest', { versions: ['0.2'], name: 'x', view: { url: 'http://x/{id}' } })).not.toEqual([]);
  });

  it('refuses bodies of other kinds, and methods', async () => {
    expect(await refused('', json({ queries: { q: { query: 'x' } } }))).toEqual([
      400,
      saying('POST here takes a form (application/x-www-form-urlencoded)'),
    ]);
    expect(await refused('', form({}))).toEqual([400, 'The form has neither "queries" nor "extend": send one of them.']);
    expect(await refused('', form({ queries: {}, other: 1 }))).toEqual([400, saying('Unknown parameter "other"')]);
    expect(await refused('/match', form({ queries: {} }))).toEqual([
      400,
      'POST /reconcile/match takes JSON (application/json). Version 0.2 sends forms, to /reconcile.',
    ]);
    expect(await refused('/match', { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' })).toEqual([
      400,
      'The body is not JSON.',
    ]);
    expect(
      await refused('', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: new Uint8Array([0xff, 0x3d]),
      }),
    ).toEqual([400, 'The form is not UTF-8.']);
    expect(await refused('', { method: 'PUT' })).toEqual([405, '/reconcile does not support PUT: use GET or POST.']);
    expect(await refused('/match')).toEqual([405, '/reconcile/match does not support GET: use POST.']);
    expect(await refused('', { headers: { accept: 'application/reconciliation.v2+json' } })).toEqual([
      406,
      saying('Unknown version of the reconciliation API in "Accept": use application/reconciliation.v0.2+json'),
    ]);
  });

  it('bounds a batch, and what a batch may cost', async () => {
    const batch = (size: number) =>
      Object.fromEntries(Array.from({ length: size }, (_, index) => [`q${index}`, { query: 'north', limit: 1 }]));
    expect(await refused('', form({ queries: batch(51) }))).toEqual([413, 'The batch has 51 queries: send at most 50 at once.']);
    expect((await read('', form({ queries: batch(50) }))).response.status).toBe(200);
    const properties = Array.from({ length: 21 }, () => ({ pid: 'parent', v: 'x' }));
    expect(await refused('', form({ queries: { q: { query: 'x', properties } } }))).toEqual([
      400,
      saying('queries.q.properties must have at most 20 entries'),
    ]);
  });

  it('writes names into a preview as text', async () => {
    const { text } = await read('/preview?id=person:script');
    expect(text).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;co&quot;</h1>');
    expect(text).not.toContain('<script');
  });

  it('lets those read that may, where reading is closed, and everybody the manifest', async () => {
    const closed = await serve(graph, { authenticate, reading: 'closed' });
    try {
      const client = clientOf(() => closed);
      const keyed = clientOf(() => closed, { authorization: 'Bearer reader' });
      const manifest = (await client.read('')).json();
      expect(manifest.authentication).toMatchObject({ type: 'apiKey', in: 'header', name: 'Authorization' });
      expect([broken('0.2', 'manifest', manifest), (await client.read('/1.0-draft')).response.status]).toEqual([[], 200]);
      for (const path of [
        '?queries={}',
        '/suggest/type?prefix=',
        '/preview?id=region:north',
        '/extend/propose?type=Region',
        '/flyout/type?id=Region',
      ])
        expect([path, (await client.read(path)).response.status]).toEqual([path, 401]);
      expect((await client.read('', client.form({ queries: { q: { query: 'North' } } }))).response.status).toBe(401);
      expect((await client.read('/match', client.json({ queries: [{ conditions: [condition] }] }))).response.status).toBe(401);
      expect(sure((await keyed.match({ q: { query: 'North' } }))['q'])).toBe('region:north');
    } finally {
      await closed.close();
    }
  });

  it('is read by pages of listed origins, and worked by no others where that is asked', async () => {
    const origin = 'http://127.0.0.1:3333';
    const address = { basePath: '/graph', hosts: ['localhost', '127.0.0.1'], trustProxy: false, origins: [origin] } as const;
    const listed = await serve(graph, { address, csrfPrevention: true });
    const from = (site: string) =>
      clientOf(() => ({ ...listed, url: `${listed.url}/graph` }), { origin: site, 'sec-fetch-site': 'cross-site' });
    try {
      const { response, json: body } = await from(origin).read('');
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, origin]);
      expect([response.headers.get('vary')!.toLowerCase(), body().view.url]).toEqual([
        expect.stringMatching(/(?=.*accept)(?=.*origin)/),
        `${listed.url}/graph/entity/{{id}}`,
      ]);
      const preflight = await from(origin).read('/match', {
        method: 'OPTIONS',
        headers: { 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      } as RequestInit);
      expect([preflight.response.status, preflight.response.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
      expect(sure((await from(origin).match({ q: { query: 'North' } }))['q'])).toBe('region:north');
      const other = await from('https://other.example').read('', form({ queries: { q: { query: 'North' } } }));
      expect([other.response.status, other.response.headers.get('access-control-allow-origin'), other.text]).toEqual([
        400,
        null,
        expect.stringContaining(
          'Pages of other sites must not use /reconcile here: POLICYGRAPH_CORS lists the origins whose pages may.',
        ),
      ]);
      expect((await clientOf(() => service, { origin }).read('')).response.headers.get('access-control-allow-origin')).toBeNull();
    } finally {
      await listed.close();
    }
  });

  it('counts requests for the rate, and reports them like operations', async () => {
    const limited = await serve(graph, { rate: { requests: 3, seconds: 60 }, level: 'info' });
    try {
      const client = clientOf(() => limited);
      for (let count = 0; count < 3; count++) await client.match({ q: { query: 'North', limit: 2 } });
      const { response } = await client.read('', client.form({ queries: { q: { query: 'North' } } }));
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, expect.stringMatching(/^\d+$/)]);
      const lines = limited.log.map((line) => JSON.parse(line) as { transport?: string; price?: number; statements?: number });
      expect(lines.find(({ transport }) => transport === 'reconcile')).toMatchObject({
        price: 4,
        statements: expect.any(Number),
      });
    } finally {
      await limited.close();
    }
  });
});
