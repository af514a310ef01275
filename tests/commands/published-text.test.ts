/** Commands that compare claims with texts, on a graph whose document is a published reading: no archive has its text. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import type { Graph } from '../../src/graph/port.js';
import { hashOf } from '../../src/archive.js';
import { draft, named } from '../changesets/drafts.js';
import { policygraph } from '../support/cli.js';
import { engines, neo4jEnvironment } from '../support/engines.js';
import { serve } from '../support/service.js';
import { smallData, text as smallText } from '../support/small-data.js';
import { removeFolders, temporary } from '../support/texts.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-published-'));
const text = 'Wands get dearer.\n\nThe Ministry of Magic has a new minister, 𝄞 Jane.\n\nNobody knows why.';
const passage = 'The Ministry of Magic has a new minister, 𝄞 Jane.';
const start = Array.from(text.slice(0, text.indexOf(passage))).length;
const span = { start, end: start + Array.from(passage).length };

const proposing = 'mutation ($input: ProposeClaimsInput!) { proposeClaims(input: $input) { id document { id } } }';
const adding = 'mutation ($id: ID!, $proposal: NewProposalInput!) { addProposal(reading: $id, proposal: $proposal) { id } }';
const publishing = 'mutation ($id: ID!) { publishReading(id: $id) { outcome } }';

/** Publishes the text with one claim, and gives the document. */
async function publish(graph: Graph): Promise<string> {
  await applyChangeset(graph, draft({ entities: [named('agency:magic', 'Ministry of Magic', { kind: 'MINISTRY' })] }));
  const authenticate = async () => ({ id: 'key:editor', role: 'EDITOR' }) as const;
  const service = await serve(graph, { deadline: 60_000, authenticate });
  const ask = async (query: string, variables: object) => {
    const { json } = await service.ask(query, variables, { authorization: 'Bearer editor' });
    expect(json.errors).toBeUndefined();
    return Object.values(json.data)[0] as any;
  };
  const { id, document } = await ask(proposing, { input: { text, date: '2024-02-27', url: 'https://owl.example/wands' } });
  const claim = {
    subject: 'agency:magic',
    predicate: 'NOTE',
    value: 'It has a minister.',
    about: ['agency:magic'],
    evidence: [],
  };
  await ask(adding, { id, proposal: { claim, passage: { ...span, summary: 'It has one.' } } });
  await ask(publishing, { id });
  await service.close();
  return document.id;
}

describe.each(engines)('commands on a published text on $name', ({ name, empty }) => {
  const data = join(folder, name);
  const settings: Readonly<Record<string, string>> = name === 'neo4j' ? neo4jEnvironment : { POLICYGRAPH_DATA: data };
  const run = (...args: readonly string[]) => policygraph(args, { settings });
  let document: string;

  beforeAll(async () => {
    const graph = name === 'neo4j' ? await empty() : await EmbeddedGraph.open(data);
    await graph.prepare();
    document = await publish(graph);
    await graph.close();
  });
  afterAll(() => rmSync(data, { recursive: true, force: true }));
  afterAll(removeFolders);

  it('verify its passages', async () => {
    expect(await run('verify')).toEqual({
      code: 0,
      out: '1 of 1 passage verified (100 %), in 1 document\n0 claims rest on records of data sets\n',
      err: '',
    });
  });

  it('locate a passage', async () => {
    expect(await run('locate', '--document', document, 'Ministry of Magic')).toEqual({
      code: 0,
      out: `- { start: 23, end: 40, sha256: ${hashOf('Ministry of Magic')}, summary:  }\n`,
      err: '',
    });
  });

  it('audit its claims next to their passages', async () => {
    const { code, out } = await run('audit', '--format', 'text');
    expect(code).toBe(0);
    expect(out).toContain('Ministry of Magic');
    expect(out).toContain('has a new minister, 𝄞 Jane');
  });

  it('list the sentences that no claim rests on', async () => {
    const { code, out } = await run('unexplained');
    expect(code).toBe(1);
    expect(out).toContain(`${document}: 3 sentences, 1 covered by claims, 0 explained, 2 unexplained\n`);
    expect(out).toContain('Nobody knows why.');
  });

  it('name a text that neither the archive nor the graph has', async () => {
    const { out, err } = await run('locate', '--data', temporary(smallData), '--document', 'document:article', 'Xi’an');
    expect({ out, err }).toEqual({
      out: `document:article has no text in the archive or the graph (none has the SHA-256 ${hashOf(smallText)}).\n`,
      err: '',
    });
  });
});
