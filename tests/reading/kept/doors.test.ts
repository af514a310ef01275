/** What editors have of a reading that is not published is behind none of the doors of everybody. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../../src/accounts/account.js';
import { applyChangeset } from '../../../src/changesets/apply.js';
import { formats } from '../../../src/export/formats.js';
import type { Graph } from '../../../src/graph/port.js';
import { Metrics } from '../../../src/server/metrics/metrics.js';
import { parseSettings } from '../../../src/settings/settings.js';
import { draft, named } from '../../changesets/drafts.js';
import { connected, newest } from '../../mcp/agents.js';
import { embedded } from '../../support/engines.js';
import { json, openEndpoint } from '../../support/scripted-endpoint.js';
import { serve, type Service } from '../../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  reader: { id: 'key:reader', role: 'READER' },
  editor: { id: 'key:editor', role: 'EDITOR' },
};
/** Each is a word that nothing but the reading has. */
const text = 'The Zyxwgrob Council met the Ministry of Magic.\n\nThe Ministry of Magic buys quxford wands.';
const secret = /zyxw|quxford|plughmodel|xyzzytitle|thudnote|plover/i;
const item = {
  quote: 'The Ministry of Magic buys quxford wands.',
  paragraph: 2,
  kind: 'CLAIM',
  claim: { subject: 'agency:magic', predicate: 'NOTE', value: 'It buys plover wands.', about: ['agency:magic'] },
  summary: 'It buys plover wands.',
  why: 'It is said by plughmodel.',
};
const callers = [undefined, 'reader'] as const;
const words = ['zyxwgrob', 'zyxwgrob council', 'quxford', 'plover', 'thudnote', 'xyzzytitle'];

describe('a reading that is not published', () => {
  let graph: Graph;
  let service: Service;
  let endpoint: Awaited<ReturnType<typeof openEndpoint>>;
  const metrics = new Metrics();
  let reading: any;
  const headers = (as: string | undefined): Record<string, string> => (as === undefined ? {} : { authorization: `Bearer ${as}` });
  const ask = (as: string | undefined, query: string, variables: object = {}) => service.ask(query, variables, headers(as));
  const must = async (query: string, variables: object): Promise<any> => {
    const { data, errors } = (await ask('editor', query, variables)).json;
    if (errors?.[0]?.extensions['code'] === 'IN_PROGRESS') return must(query, variables);
    expect(errors).toBeUndefined();
    return Object.values(data)[0] as any;
  };

  beforeAll(async () => {
    graph = await embedded.empty();
    await applyChangeset(graph, draft({ entities: [named('agency:magic', 'Ministry of Magic', { kind: 'MINISTRY' })] }));
    const content = JSON.stringify({ items: [item] });
    endpoint = await openEndpoint(json({ choices: [{ message: { content } }] }));
    const { model } = parseSettings({ POLICYGRAPH_MODEL_URL: endpoint.url, POLICYGRAPH_MODEL: 'plughmodel', POLICYGRAPH_MODEL_KEY: 'sk-plover' }); // prettier-ignore
    service = await serve(graph, {
      model,
      metrics,
      level: 'info',
      deadline: 60_000,
      cache: { bytes: 1_000_000, delay: 1_000 },
      authenticate: async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')],
    });
    const fields = 'id changeset document { id } sha256 proposals { id entity { id } }';
    reading = await must(`mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { ${fields} } }`, {
      input: { text, title: 'Xyzzytitle', method: 'MODEL' },
    });
    const added = {
      claim: { subject: 'agency:magic', predicate: 'NOTE', value: 'Thudnote.', about: ['agency:magic'], evidence: [] },
    };
    const proposal = { ...added, passage: { start: 0, end: 5, summary: 'Thudnote.' } };
    reading = await must(`mutation ($id: ID!, $proposal: NewProposalInput!) { addProposal(reading: $id, proposal: $proposal) { ${fields} } }`, { id: reading.id, proposal }); // prettier-ignore
    const decisions = reading.proposals.map(({ id }: any) => ({ proposal: id, state: 'ACCEPTED' }));
    await must(`mutation ($id: ID!, $d: [ProposalDecisionInput!]!) { decideProposals(reading: $id, decisions: $d) { id } }`, { id: reading.id, d: decisions }); // prettier-ignore
    const dry = await must(`mutation ($id: ID!) { publishReading(id: $id, dryRun: true) { outcome } }`, { id: reading.id });
    expect(dry).toEqual({ outcome: 'DRY_RUN' });
  }, 120_000);
  afterAll(async () => {
    endpoint.close();
    await service.close();
    await graph.close();
  });

  const ids = () => [
    reading.id,
    reading.changeset,
    reading.document.id,
    reading.sha256,
    `${reading.id} ${reading.proposals[0].id}`,
    ...reading.proposals.flatMap(({ id, entity }: any) => (entity === null ? [id] : [id, entity.id])),
  ];

  /** An answer without what was asked, which some repeat. */
  const withoutAsked = (answer: string, ...asked: readonly string[]) =>
    asked.reduce((rest, each) => rest.replaceAll(each, ''), answer);

  it('is seen by editors, who have all of it', async () => {
    const all = '{ readings { edges { node { title text model { name prompts answers } proposals { why claim { value } } } } } }';
    const answer = (await ask('editor', all)).text;
    for (const word of ['Xyzzytitle', 'quxford', 'plughmodel', 'plover', 'Thudnote', 'Zyxwgrob']) expect(answer).toContain(word);
    expect(answer).not.toContain('sk-plover');
  });

  it.each<[string, string]>([
    ['search', '{ search(query: $word) { totalCount edges { node { id } matchedName } } }'],
    ['a match', '{ match(names: [$word]) { candidates { node { id } matchedName } } }'],
    ['the names of a list', '{ organizations(where: { name: { contains: $word } }) { totalCount edges { node { id } } } }'],
    ['claims by their text', '{ claims(where: { text: $word }) { totalCount edges { node { id } } } }'],
  ])('is not found by %s', async (_, query) => {
    for (const as of ['editor', ...callers])
      for (const word of words) {
        const { text: answer, json: body } = await ask(as, `query ($word: String!) ${query}`, { word });
        expect(body.errors).toBeUndefined();
        expect(answer).not.toMatch(/"(?:document|claim|organization):|zyxw/i);
      }
  });

  it.each([
    'node(id: $id) { id }',
    'nodes(ids: [$id]) { id }',
    'document(id: $id) { id paragraphs { text } }',
    'claim(id: $id) { id }',
    'entity(id: $id) { id }',
    'neighbourhood(id: $id) { nodes { id } }',
    'changeset(id: $id) { id reading { id } }',
    'draft(id: $id) { id }',
    'reading(id: $id) { id title text }',
  ])('is not found by its ids as %s, also after an editor asked', async (field) => {
    for (const id of ids()) {
      const query = `query ($id: ID!) { found: ${field} }`;
      await ask('editor', query, { id });
      for (const as of callers) {
        const { json: body, text: answer } = await ask(as, query, { id });
        for (const error of body.errors ?? []) expect(error.extensions['code']).toMatch(/^(?:UNKNOWN_NAME|BAD_USER_INPUT)$/);
        expect(answer).not.toContain('GRAPHQL_VALIDATION_FAILED');
        expect([body.data?.found ?? null].flat()).toEqual([null]);
        expect(withoutAsked(answer, id)).not.toMatch(secret);
      }
    }
  });

  it('is not counted, listed or logged', async () => {
    const query = `{ readings { edges { node { id } } } readingMethods drafts { edges { node { id } } } documents { totalCount }
      changes(first: 100) { changes { kind id } } graph { claims observations entities { type count } } }`;
    await ask('editor', query);
    for (const as of callers) {
      const { data } = (await ask(as, query)).json;
      expect(data).toMatchObject({
        readings: { edges: [] },
        readingMethods: [],
        drafts: { edges: [] },
        documents: { totalCount: 0 },
      });
      expect(data.changes.changes).toEqual([{ kind: 'ENTITY_CREATED', id: 'agency:magic' }]);
      expect(data.graph).toMatchObject({ claims: 0, observations: 0 });
      expect(data.graph.entities.filter(({ count }: any) => count > 0)).toEqual([{ type: 'AGENCY', count: 1 }]);
    }
  });

  it('is not in what everybody downloads', async () => {
    for (const as of callers)
      for (const format of Object.keys(formats)) {
        const { status, body } = await fetch(`${service.url}/export/${format}`, { headers: headers(as) }).then(
          async (response) => ({
            status: response.status,
            body: Buffer.from(await response.arrayBuffer()).toString('latin1'),
          }),
        );
        if (format !== 'neo4j-csv') expect([format, status]).toEqual([format, 200]); // it has several files, one for each question
        expect(body).not.toMatch(secret);
      }
  });

  it.each([
    '/metrics',
    '/health/ready',
    '/sitemap.xml',
    '/robots.txt',
    '/graphql/schema.graphql',
    '/review',
    '/reconcile?queries=%7B%22q%22%3A%7B%22query%22%3A%22zyxwgrob%20council%22%7D%7D',
    '/reconcile/suggest/entity?prefix=zyxw',
    '/reconcile/extend/propose?type=Document',
  ])('is not at %s', async (path) => {
    for (const as of callers) {
      const body = await (await fetch(`${service.url}${path}`, { headers: headers(as) })).text();
      expect(body.replaceAll('zyxwgrob council', '')).not.toMatch(secret);
    }
  });

  it('is not at the addresses of its parts', async () => {
    for (const id of ids())
      for (const path of [`/reconcile/preview?id=${id}`, `/reconcile/flyout/entity?id=${id}`, `/review/${id}`, `/entity/${id}`, `/document/${id}`])
        for (const as of callers) {
          const answer = await (await fetch(service.url + encodeURI(path), { headers: headers(as) })).text();
          expect(withoutAsked(answer, id)).not.toMatch(secret);
        }
  }); // prettier-ignore

  it('is not given to agents', async () => {
    const client = await connected(service.url, newest);
    const calls: [string, object][] = [
      ...words.map((text): [string, object] => ['find', { text }]),
      ...ids().map((id): [string, object] => ['entity', { id }]),
      ['query', { query: '{ readings { edges { node { id } } } documents { totalCount } }' }],
    ];
    for (const [name, given] of calls) {
      const answer = await client.callTool({ name, arguments: given as Record<string, unknown> });
      expect(withoutAsked(JSON.stringify(answer), ...Object.values(given))).not.toMatch(secret);
    }
    await client.close();
  });

  it('is not in the log', () => {
    expect(service.log.join('\n')).not.toMatch(/Zyxwgrob Council met|quxford wands|plughmodel|Thudnote|sk-plover|plover wands/);
  });

  it('is changed by nobody but editors', async () => {
    const { id } = reading;
    const proposal = reading.proposals[0].id;
    for (const as of callers)
      for (const mutation of [
        `publishReading(id: "${id}") { outcome }`,
        `publishReading(id: "${id}", dryRun: true) { outcome changes { id } }`,
        `discardReading(id: "${id}")`,
        `decideProposals(reading: "${id}", decisions: [{ proposal: "${proposal}", state: REJECTED }]) { id }`,
        `undoChangeset(input: { changeset: "${reading.changeset}", reason: "x" }) { outcome }`,
        `removeDocument(document: "${reading.document.id}", dryRun: true) { outcome }`,
      ]) {
        const { json: body, text: answer } = await ask(as, `mutation { ${mutation} }`);
        expect(body.errors?.[0]?.extensions['code']).toMatch(/^(?:UNAUTHENTICATED|FORBIDDEN|BAD_USER_INPUT)$/);
        expect(answer).not.toMatch(secret);
      }
  });

  it('is behind all of them once it is published, and those who follow the changes see it', async () => {
    const followed = await fetch(`${service.url}/graphql/stream`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'text/event-stream' },
      body: JSON.stringify({ query: 'subscription { changes { kind id } }' }),
    });
    const { changeset } = await must('mutation ($id: ID!) { publishReading(id: $id) { changeset { id author } } }', {
      id: reading.id,
    });
    expect(changeset).toEqual({ id: reading.changeset, author: 'key:editor' });
    let events = '';
    for await (const piece of followed.body!.pipeThrough(new TextDecoderStream())) {
      events += piece;
      if (events.includes(reading.document.id) && events.includes('CLAIM_ASSERTED')) break;
    }
    for (const as of callers) {
      const found = 'query ($id: ID!) { document(id: $id) { paragraphs { text } } claims(where: { text: "quxford" }) { totalCount } search(query: "zyxwgrob council") { totalCount } }'; // prettier-ignore
      const { data } = (await ask(as, found, { id: reading.document.id })).json;
      expect(data.document.paragraphs.map((paragraph: any) => paragraph.text)).toEqual(text.split('\n\n'));
      expect(data.claims.totalCount).toBeGreaterThan(0);
      expect(data.search.totalCount).toBeGreaterThan(0);
    }
  });
});
