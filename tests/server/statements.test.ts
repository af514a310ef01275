/** What was said, asked from each end: who spoke, about what, where, to whom, and in which document. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/port.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

const evidence = [{ document: 'document:report', record: '1', summary: 'It says so.' }];
const name = (value: string) => [{ value, lang: 'en' }];
const said = {
  subject: 'person:speaker',
  predicate: 'STATED',
  value: 'The pilot will grow.',
  about: ['program:pilot', 'region:town'],
  event: 'event:fair',
  saidOn: '2024-05',
  saidTo: 'organization:daily',
  evidence,
};
const input = {
  reason: 'A speech is recorded.',
  entities: [
    { id: 'document:report', properties: [{ name: 'title', value: 'The report' }] },
    { id: 'person:speaker', names: name('Speaker') },
    { id: 'program:pilot', names: name('Pilot') },
    { id: 'program:twin', names: name('Twin') },
    { id: 'region:town', names: name('Town') },
    { id: 'event:fair', names: name('Fair') },
    { id: 'organization:daily', names: name('Daily') },
  ],
  claims: [
    said,
    { subject: 'program:pilot', predicate: 'PURPOSE', value: 'To sell more cars.', about: ['region:town'], evidence },
  ],
};
const apply = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';
const edges = '{ totalCount edges { node { value about { id } event { id } saidTo { id } saidOn { edtf } } } }';

describe.each(engines)('statements on $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await empty();
    service = await serve(graph, { authenticate: async () => ({ id: 'key:editor', role: 'EDITOR' }) });
    expect((await service.ask(apply, { input })).json).toEqual(
      expect.objectContaining({ data: { applyChangeset: { outcome: 'LANDED' } } }),
    );
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  const statement = {
    value: said.value,
    about: [{ id: 'program:pilot' }, { id: 'region:town' }],
    event: { id: said.event },
    saidTo: { id: said.saidTo },
    saidOn: { edtf: said.saidOn },
  };

  it.each([
    ['the speaker', `person(id: "person:speaker") { claims: statements ${edges} }`],
    ['what it is about', `program(id: "program:pilot") { claims: statementsAbout ${edges} }`],
    ['another thing that it is about', `entity(id: "region:town") { claims: statementsAbout ${edges} }`],
    ['the event', `event(id: "event:fair") { claims: statements ${edges} }`],
    ['the document', `document(id: "document:report") { claims: facts(where: { predicate: { eq: "STATED" } }) ${edges} }`],
  ])('are found from %s', async (_, field) => {
    const { json } = await service.ask(`{ of: ${field} }`);
    expect(json).toMatchObject({ data: { of: { claims: { totalCount: 1, edges: [{ node: statement }] } } } });
  });

  it.each([
    ['about', '"region:town"', 2],
    ['event', '{ eq: "event:fair" }', 1],
    ['saidTo', '{ eq: "organization:daily" }', 1],
    ['saidOn', '{ gte: "2024-05-01", lte: "2024-05-31" }', 1],
    ['document', '"document:report"', 2],
    ['attributedTo', '"person:speaker"', 0],
  ])('are found by a filter of claims: %s', async (filter, value, total) => {
    const { json } = await service.ask(`{ claims(where: { ${filter}: ${value} }) { totalCount } }`);
    expect(json.data).toEqual({ claims: { totalCount: total } });
  });

  it.each([
    ['about', ['program:none'], 'input.claims.0.about.0', 'program:none'],
    ['event', 'person:speaker', 'input.claims.0.event', 'Event'],
    ['saidTo', 'region:town', 'input.claims.0.saidTo', 'Organization'],
    ['saidOn', 'soon', 'input.claims.0.saidOn', 'EDTF'],
    ['subject', 'program:pilot', 'input.claims.0.subject', 'Person'],
  ])('are refused with a wrong %s', async (field, value, path, reason) => {
    const { json } = await service.ask(apply, { input: { reason: 'Wrong.', claims: [{ ...said, [field]: value }] } });
    const text = JSON.stringify(json.errors);
    expect(text).toContain(path);
    expect(text).toContain(reason);
  });

  it('are about what the entity that they are about is merged into', async () => {
    const merge = { reason: 'They are the same.', merges: [{ entity: 'program:pilot', into: 'program:twin' }] };
    await service.ask(apply, { input: merge });
    const { json } = await service.ask(`{ program(id: "program:twin") { statementsAbout ${edges} } }`);
    expect(json.data.program.statementsAbout).toMatchObject({
      totalCount: 1,
      edges: [{ node: { about: [{ id: 'program:twin' }, { id: 'region:town' }] } }],
    });
  });
});
