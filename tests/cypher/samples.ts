/** For every statement, slots and parameters with which it does something on the world of tests/graph/world.ts. */
import { tableSlots } from '../../src/graph/lists/facet.js';
import { compileFilter } from '../../src/graph/lists/filter/filter.js';
import { indexOrder, type IndexOrder } from '../../src/graph/lists/hub.js';
import { listStart } from '../../src/graph/lists/list-start.js';
import { compilePage, pageSlots } from '../../src/graph/lists/order.js';
import { edgesOf, cypher, nameOf, type CypherText, type Parameters } from '../../src/graph/query.js';
import { reaches } from '../../src/graph/lists/reach.js';
import { observationLinks } from '../../src/model/model.js';
import { degreeOn } from '../../src/graph/time/as-of.js';

export interface Sample {
  readonly parameters?: Parameters;
  readonly slots?: Readonly<Record<string, CypherText>>;
  /** What comes before a block, which begins at `origin`. */
  readonly before?: string;
  /** Only this engine runs it. */
  readonly engine?: 'neo4j';
  /** It must give a row. Writing statements give none. */
  readonly gives?: false;
}

const on = '2019-04-26';
const filter = compileFilter('Region', { level: { known: true }, not: { within: 'region:n23' } });
const start = listStart('Region', { within: 'region:n0' });
const ofList = { ...filter.parameters, ...start.parameters, on, cells: 5 };
const page = compilePage({ first: 5 }, { property: 'name', direction: 'ASC' }, 'node.id', 'Region');
const relationPage = compilePage({ first: 5 }, { property: 'name', direction: 'ASC' }, 'relation.id', 'Region');
const observationPage = compilePage({ last: 5 }, { property: 'periodEarliest', direction: 'ASC' }, 'node.id', 'Observation');
const observationFilter = compileFilter('Observation', { value: { gte: 0 } });

const claimFilter = compileFilter('Claim', { predicate: { known: true } });
const claimPage = compilePage({ first: 5 }, { property: 'predicate', direction: 'ASC' }, 'node.id', 'Claim');

const covers = { pattern: cypher`-[relation:COVERS]->`, target: cypher`:Region`, filter: filter.text };
const programs = { ids: Array.from({ length: 20 }, (_, index) => `program:n${index}`), on, cells: 5, ...filter.parameters };
const aboutPrograms = { ids: programs.ids, on, cells: 5, ...claimFilter.parameters };
const wholes = { pattern: cypher`<-[relation:COVERS]-`, label: nameOf('Program'), filter: 'true' as CypherText };
const relationType = cypher`'COVERS'`;
const joined = cypher`COVERS|PART_OF`;
const regions = { ids: ['region:n0', 'region:n1', 'region:n2'], on, cells: 5 };
const indicators = { ids: ['indicator:n0', 'indicator:n1'], ...observationFilter.parameters, on, cells: 5 };

const ofRelated = { parameters: { ...programs, ...relationPage.parameters }, before: 'MATCH (origin:Program)' };
const inBlock = { inside: cypher``, item: cypher`{id: node.id}`, name: cypher`rows` };
const relatedSlots = { ...covers, ...pageSlots(relationPage), ...inBlock };
const since = { property: 'announcedOnEarliest', direction: 'ASC' } as const;
const sincePage = compilePage({ first: 5 }, since, 'relation.id', 'Policy');
const { parameters: sinceParameters, ...sinceSlots } = indexOrder(sincePage, since) as IndexOrder;
const { measure: _, ...ofSince } = pageSlots(sincePage);
const ofAgency = { on, ...sincePage.parameters, ...sinceParameters };
const issued = { label: nameOf('Policy'), filter: cypher`true`, ...ofSince, ...sinceSlots };
const ofClaim = { before: 'MATCH (origin:Claim)', parameters: {} };

export const samples: Readonly<Record<string, Sample>> = {
  'block/attributed-to': { ...ofClaim, slots: { name: cypher`rows` } },
  'block/claims': {
    before: 'MATCH (:Program)-[origin:COVERS]->(:Region)',
    parameters: { limit: 500 },
    slots: { ...inBlock, item: cypher`{id: claim.id}` },
  },
  'block/each': {
    parameters: { ids: programs.ids },
    slots: {
      block: cypher`MATCH (origin)-[relation:COVERS]->(node:Region) RETURN collect({relation: relation, node: node}) AS rows`,
      result: cypher`node.id AS id, type(relation) AS type`,
    },
  },
  'block/entity': { parameters: { id: 'region:n0' }, slots: { ...inBlock, name: cypher`answer` } },
  'block/evidence': { ...ofClaim, slots: inBlock },
  'block/recorded-in': { ...ofClaim, slots: { name: cypher`rows` } },
  'block/related': { ...ofRelated, slots: relatedSlots },
  'block/related-hub': {
    engine: 'neo4j',
    before: 'MATCH (origin:Agency)',
    parameters: ofAgency,
    slots: { ...issued, ...inBlock, pattern: cypher`-[relation:ISSUED]->`, target: cypher``, items: cypher`true` },
  },
  'block/related-count': { ...ofRelated, slots: { ...covers, name: cypher`rows` } },
  'block/related-counted': { ...ofRelated, slots: relatedSlots },
  'changeset/by-id': { parameters: { ids: ['changeset:world'] } },
  'changeset/create': {
    parameters: {
      properties: {
        id: 'changeset:sample',
        author: 'tests',
        reason: 'a sample',
        origin: 'built-in',
        recordedAt: '2025-01-02T00:00:00.000Z',
        dataVersion: '1',
      },
    },
    gives: false,
  },
  'changeset/latest-built-in': {},
  'changeset/entries': { parameters: { ids: ['changeset:world'] } },
  'changeset/origins': { parameters: { ids: ['changeset:world'] } },
  'changeset/last': { gives: false },
  'changeset/since': { parameters: { rows: [{ sequence: 1, chunk: 0 }] }, gives: false },
  'changeset/chunks': { parameters: { id: 'changeset:world', chunks: [0] } },
  'backup/turn': { gives: false },
  'backup/ids': { parameters: { after: '', skip: 0, limit: 5 }, slots: { label: nameOf('Claim') } },
  'backup/nodes': { parameters: { ids: programs.ids }, slots: { label: nameOf('Entity') } },
  'backup/relations': { parameters: { ids: programs.ids }, slots: { label: nameOf('Entity') } },
  'backup/count-nodes': {},
  'backup/count-relations': {},
  'backup/begin-restore': { gives: false },
  'backup/end-restore': { parameters: { properties: { id: 'store', sequence: 1 } }, gives: false },
  'backup/delete': { parameters: { limit: 1 }, slots: { label: nameOf('Draft') }, gives: false },
  'backup/create-nodes': {
    parameters: { rows: [{ id: 'draft:restored' }] },
    slots: { label: nameOf('Draft') },
    gives: false,
  },
  'backup/create-relations': {
    parameters: { rows: [{ source: 'program:n0', target: 'region:n0', properties: { id: 'relation:restored' } }] },
    slots: { from: nameOf('Entity'), to: nameOf('Entity'), type: cypher`COVERS` },
    gives: false,
  },
  'changeset/turn': { parameters: { modelVersion: 3 }, gives: false },
  'changeset/written': { parameters: { id: 'changeset:world' } },
  'claim/astray': { slots: { type: cypher`SUBJECT`, property: cypher`predicate` } },
  'claim/by-id': { parameters: { ids: ['claim:n0', 'claim:n1'] } },
  'claim/count-about': { parameters: { ids: ['program:n0', 'program:n1'] }, slots: { label: nameOf('Entity') } },
  'claim/count': { parameters: aboutPrograms, slots: { type: cypher`SUBJECT`, filter: claimFilter.text } },
  'claim/table': {
    parameters: aboutPrograms,
    slots: { type: cypher`SUBJECT`, filter: claimFilter.text, ...tableSlots('Claim', 'SOURCE', 'SPEAKER') },
  },
  'claim/located': { parameters: { hashes: ['Beijing'] }, gives: false },
  'claim/page': {
    parameters: { ...aboutPrograms, ...claimPage.parameters },
    slots: { type: cypher`SUBJECT`, filter: claimFilter.text, ...pageSlots(claimPage) },
  },
  'claim/create': {
    parameters: { rows: [{ id: 'claim:sample', predicate: 'NOTE', subject: 'program:n0' }], changeset: 'changeset:sample' },
    slots: { label: nameOf('Entity') },
    gives: false,
  },
  'claim/differing': { parameters: { predicates: ['COVERS'], limit: 10 }, slots: { property: cypher`object` } },
  'claim/differing-of': {
    parameters: { ids: ['program:n0', 'program:n1', 'program:n2', 'program:n3'], predicates: ['COVERS'] },
    slots: { property: cypher`object` },
  },
  'claim/mark': {
    parameters: { ids: ['program:n0'], predicates: ['COVERS'] },
    slots: { start: cypher`UNWIND $ids AS id MATCH (subject:Entity {id: id})`, property: cypher`object` },
    gives: false,
  },
  'claim/unmark': { parameters: { ids: ['claim:n0'] }, gives: false },
  'claim/ids-marked': { gives: false },
  'claim/marked': { parameters: { predicates: ['PART_OF'], limit: 10 }, gives: false },
  'claim/reversed': {
    parameters: { predicates: ['COVERS'], limit: 10 },
    slots: { label: nameOf('Program'), filter: cypher`true` },
  },
  'claim/spans-of': { parameters: { ids: ['program:n0', 'program:n1'], predicates: ['COVERS'] } },
  'claim/evidence': { parameters: { ids: ['claim:n0', 'claim:n1'], limit: 10 }, slots: { limit: cypher`LIMIT $limit` } },
  'claim/live-of': {
    parameters: { ids: ['program:n0', 'program:n1', 'program:n2', 'program:n3'] },
    slots: { start: cypher`UNWIND $ids AS id MATCH (subject:Entity {id: id}) MATCH (subject)<-[:SUBJECT]-(claim:Claim)` },
  },
  'claim/live': { parameters: { after: '', limit: 5, from: '', until: '~' } },
  'claim/of-subject': {
    parameters: { ids: ['program:n0', 'program:n1'], predicates: ['COVERS', 'NOTE', 'ISSUED', 'announcedOn'], limit: 100 },
    slots: { label: nameOf('Entity'), predicates: cypher`AND claim.predicate IN $predicates` },
  },
  'claim/of-objects': {
    parameters: {
      rows: Array.from({ length: 24 }, (_, index) => ({
        object: `region:n${index}`,
        predicate: 'COVERS',
        subjects: programs.ids,
      })),
    },
  },
  'claim/into': { parameters: { ids: ['program:n0', 'region:n0'] }, slots: { type: cypher`SUBJECT` } },
  'claim/of-facts': {
    parameters: {
      rows: [
        { subject: 'program:n0', predicates: ['COVERS', 'NOTE', 'ISSUED', 'announcedOn'] },
        { subject: 'program:n1', predicates: ['COVERS', 'NOTE', 'ISSUED', 'announcedOn'] },
      ],
    },
    slots: { label: nameOf('Entity') },
  },
  'claim/retract': { parameters: { ids: ['claim:n39'], at: '2025-01-02T00:00:00.000Z' }, gives: false },
  'claim/stored': { parameters: { ids: ['claim:n0', 'claim:n1'] } },
  'claim/succession': { parameters: { ids: ['claim:n0', 'claim:n1'] } },
  'claim/touching': {
    parameters: { ids: ['program:n0', 'program:n1'] },
    slots: { label: nameOf('Entity'), types: cypher`SUBJECT|OBJECT` },
  },
  'claim/values': {
    parameters: { ids: ['policy:n0', 'program:n0', 'program:n1'], predicates: ['announcedOn', 'NOTE', 'COVERS'] },
  },
  'claim/without': { slots: { type: cypher`OBJECT`, applies: cypher`claim.object IS NULL` } },
  'reading/by-ids': { parameters: { ids: ['reading:waiting'] } },
  'reading/content': { parameters: { id: 'reading:waiting' } },
  'reading/count-open': {},
  'reading/decide': {
    parameters: { rows: [{ id: 'reading:sample proposal:sample', reading: 'reading:sample', state: 'ACCEPTED' }] },
    gives: false,
  },
  'reading/decisions': { parameters: { readings: ['reading:waiting'] } },
  'reading/discard': { parameters: { id: 'reading:gone' }, gives: false },
  'reading/discard-decisions': { parameters: { reading: 'reading:gone' }, gives: false },
  'reading/documents-of-texts': { parameters: { texts: ['a text'] }, gives: false },
  'reading/texts-of-documents': { parameters: { documents: ['document:n1'] }, gives: false },
  'reading/keep': { parameters: { id: 'reading:sample', properties: { author: 'key:author' } }, gives: false },
  'reading/next-version': { parameters: { id: 'reading:gone' }, gives: false },
  'reading/of-text': { parameters: { sha256: 'a text' } },
  'reading/page': { parameters: { before: '~', limit: 5, published: false } },
  'reading/publish': { parameters: { id: 'reading:gone', at: '2025-01-02T00:00:00.000Z' }, gives: false },
  'reading/tallies': { parameters: { rules: ['a-rule'], reading: 'reading:other' } },
  'text/by-ids': { parameters: { ids: ['a text'], all: true } },
  'text/containing': { parameters: { words: 'ords', all: true, limit: 5 } },
  'text/documents': { parameters: { texts: ['Beijing'] } },
  'text/discard': { parameters: { id: 'no text' }, gives: false },
  'text/hide': { parameters: { id: 'no text' }, gives: false },
  'text/keep': { parameters: { id: 'another text', text: 'Words.' }, gives: false },
  'text/publish': { parameters: { id: 'no text', at: '2025-01-02T00:00:00.000Z' }, gives: false },
  'draft/by-id': { parameters: { id: 'draft:waiting', everybodys: false, authors: ['key:author'] } },
  'draft/discard': { parameters: { id: 'draft:gone' }, gives: false },
  'draft/keep': { parameters: { id: 'draft:sample', properties: { author: 'key:author' } }, gives: false },
  'draft/page': { parameters: { before: '~', limit: 5, everybodys: true, authors: [] } },
  'draft/publish': { parameters: { id: 'draft:gone', at: '2025-01-02T00:00:00.000Z' }, gives: false },
  'edge/join': {
    parameters: { rows: [{ to: 'agency:n0', from: ['claim:n0'] }] },
    slots: { from: nameOf('Claim'), type: cypher`ATTRIBUTED_TO`, to: nameOf('Entity') },
    gives: false,
  },
  'edge/create': {
    parameters: { rows: [{ from: 'claim:n0', to: 'agency:n0', properties: { position: 0 } }] },
    slots: { from: nameOf('Claim'), type: cypher`ATTRIBUTED_TO`, to: nameOf('Entity') },
    gives: false,
  },
  'entity/ancestors': { parameters: { ids: Array.from({ length: 24 }, (_, index) => `region:n${index}`), on } },
  'entity/claimed': {
    parameters: { ids: ['region:n0', 'policy:n0'] },
    slots: { item: cypher`node {.id, .announcedOn}` },
  },
  'entity/by-id': { parameters: { ids: ['region:n0', 'policy:n0'] } },
  'entity/given-away': { parameters: { ids: ['person:n0'] }, gives: false },
  'entity/history': { parameters: { ids: ['region:n0', 'policy:n0'], limit: 10 }, slots: { limit: cypher`LIMIT $limit` } },
  'entity/merge': {
    parameters: { rows: [{ id: 'person:n0', into: 'person:n1' }] },
    slots: { label: nameOf('Person') },
    gives: false,
  },
  'entity/merged': { parameters: { ids: ['person:n0'] }, gives: false },
  'entity/redirect': { parameters: { rows: [{ id: 'person:sample', into: 'person:n1' }] }, gives: false },
  'entity/restore': { parameters: { ids: ['person:n0'] }, slots: { label: nameOf('Person') }, gives: false },
  'entity/write': {
    parameters: {
      rows: [
        {
          id: 'region:sample',
          properties: { id: 'region:sample', name: 'Sample', version: 1 },
          tokens: { searchTerms: 'sample' },
        },
      ],
      changeset: 'changeset:sample',
      recordedAt: '2025-01-02T00:00:00.000Z',
    },
    slots: { label: nameOf('Region') },
    gives: false,
  },
  'export/around': { parameters: { ids: programs.ids }, slots: { types: joined } },
  'export/changesets': { parameters: { after: '', limit: 5 } },
  'export/ids': { parameters: { skip: 1, limit: 5 }, slots: { label: nameOf('Claim') } },
  'export/repeated-claims': { gives: false },
  'export/claims': { parameters: { after: '', limit: 5 } },
  'export/claims-of': { parameters: { ids: programs.ids }, slots: { label: nameOf('Entity') } },
  'export/entities': { parameters: { after: '', limit: 5 }, slots: { label: nameOf('Region') } },
  'export/named': {
    parameters: { ids: ['claim:n0', 'claim:n1'] },
    slots: { from: nameOf('Claim'), types: cypher`EVIDENCED_BY|ATTRIBUTED_TO`, to: nameOf('Entity') },
  },
  'export/observations': { parameters: { after: '', limit: 5 } },
  'export/observations-of': { parameters: { ids: indicators.ids } },
  'export/redirects': { parameters: { after: '', limit: 5 }, gives: false },
  'export/redirects-of': { parameters: { ids: ['person:n1'] }, gives: false },
  'export/relations': { parameters: { ids: programs.ids }, slots: { types: joined } },
  'claim/documents': { parameters: { ids: ['claim:n0', 'claim:n1'] } },
  'graph/alive': {},
  'graph/archived-documents': { parameters: { hashes: ['Beijing'] } },
  'graph/add-to-counts': { parameters: { rows: [{ id: 'count:claims', by: 2 }] }, gives: false },
  'graph/kept-counts': { parameters: { ids: ['count:claims'] } },
  'graph/live-counts': { slots: { label: nameOf('Claim') } },
  'graph/relation-counts': { slots: { types: joined } },
  'graph/counts': { slots: { label: nameOf('Region') } },
  'migration/any-changeset': {},
  'migration/changed-claims': {
    parameters: { id: 'changeset:world', after: '', limit: 5 },
    slots: { type: cypher`RECORDED_IN` },
  },
  'migration/changed-entities': { parameters: { id: 'changeset:world', after: '', limit: 5 } },
  'migration/changed-observations': {
    parameters: { at: '2025-01-01T00:00:00.000Z', after: '', limit: 5 },
    slots: { property: cypher`recordedAt` },
  },
  'migration/changed-relations': {
    parameters: { at: '2025-01-01T00:00:00.000Z', after: '', limit: 5 },
    slots: { types: joined, property: cypher`knownFrom` },
  },
  'migration/changesets': {},
  'migration/claiming-changesets': { parameters: { ids: ['program:n0', 'program:n1'] } },
  'migration/claims': {
    parameters: { ids: ['program:n0', 'program:n1'], predicates: ['COVERS', 'NOTE', 'ISSUED', 'announcedOn'] },
  },
  'migration/date-observations': { parameters: { ids: ['observation:n00'] }, gives: false },
  'migration/drop-tokens': { parameters: { ids: ['region:n0'] }, slots: { label: nameOf('Entity') } },
  'migration/drop-relations': {
    parameters: { rows: [{ from: 'sector:n0', id: 'relation:INCLUDES-0' }] },
    slots: { type: nameOf('INCLUDES') },
    gives: false,
  },
  'migration/end-observations': { parameters: { ids: ['observation:n00'], predicate: 'value' }, gives: false },
  'migration/entities': { parameters: { after: '', limit: 5 } },
  'migration/finish': { parameters: { modelVersion: 3 }, gives: false },
  'migration/first-claims': { parameters: { ids: ['program:n0', 'program:n1'] } },
  'migration/first-observations': { parameters: { ids: ['indicator:n0', 'indicator:n1'] } },
  'migration/log': { parameters: { id: 'changeset:world', entries: 'packed' }, gives: false },
  'migration/number-changesets': { parameters: { rows: [{ id: 'changeset:world', sequence: 1 }] }, gives: false },
  'migration/number-store': { parameters: { sequence: 1, recordedAt: '2025-01-01T00:00:00.000Z' }, gives: false },
  'migration/compare-observations': {
    parameters: { rows: [{ id: 'observation:n0', comparisonKey: '0' }] },
    gives: false,
  },
  'migration/observations': { parameters: { after: '', limit: 5 } },
  'migration/open-relations': { parameters: { ids: programs.ids }, slots: { types: joined }, gives: false },
  'migration/relations': { parameters: { ids: programs.ids }, slots: { types: joined } },
  'migration/set-entities': {
    parameters: { rows: [{ id: 'region:n0', properties: { version: 2 }, tokens: { searchTerms: 'north' } }] },
    gives: false,
  },
  'migration/set-versions': {
    parameters: { rows: [{ id: 'region:n0', changeset: 'changeset:world', version: 1 }] },
    gives: false,
  },
  'migration/save-progress': { parameters: { modelVersion: 2, upgrade: '{}' }, gives: false },
  'migration/progress': {},
  'migration/turn': { gives: false },
  'migration/undated': { gives: false },
  'migration/unlogged': {},
  'migration/unsearchable': { gives: false },
  'list/count': { parameters: ofList, slots: { start: start.text, filter: filter.text } },
  'list/table': {
    parameters: ofList,
    slots: { start: start.text, filter: filter.text, ...tableSlots('Region', 'LEVEL') },
  },
  'list/page': {
    parameters: { ...ofList, ...page.parameters },
    slots: { start: start.text, filter: filter.text, ...pageSlots(page), inside: cypher``, result: cypher`node.id AS id` },
  },
  'list/page-of-hub': {
    engine: 'neo4j',
    parameters: { ...ofAgency, starts: ['agency:n0'] },
    slots: {
      ...issued,
      order: cypher`key ASC, node.id ASC`,
      pattern: cypher`-[related:ISSUED]->`,
      start: listStart('Policy', { issuedBy: 'agency:n0' }).text,
      inside: cypher``,
      result: cypher`node.id AS id`,
    },
  },
  'list/keys': {
    parameters: { ...ofList, ...page.parameters },
    slots: { start: start.text, filter: filter.text, ...pageSlots(page) },
  },
  'observation/by-id': { parameters: { ids: ['observation:n00'] } },
  'observation/count': { parameters: indicators, slots: { filter: observationFilter.text } },
  'observation/restore': { parameters: { ids: ['observation:n00'], at: '2025-01-03T00:00:00.000Z' }, gives: false },
  'observation/retract': { parameters: { ids: ['observation:n00'], at: '2025-01-02T00:00:00.000Z' }, gives: false },
  'observation/touching': {
    parameters: { ids: ['indicator:n0', 'indicator:n1'] },
    slots: { types: edgesOf(observationLinks) },
  },
  'observation/create': {
    parameters: { rows: [{ id: 'observation:sample', properties: { id: 'observation:sample', value: 1 } }] },
    gives: false,
  },
  'observation/mark': { parameters: { ids: ['observation:n0'] }, gives: false },
  'observation/unmark': { parameters: { ids: ['observation:n0'] }, gives: false },
  'observation/marked': { parameters: { limit: 10 } },
  'observation/differing-now': {},
  'observation/differing': { parameters: { limit: 10 } },
  'observation/differing-of': { parameters: { ids: ['indicator:n0', 'indicator:n1', 'indicator:n2', 'indicator:n3'] } },
  'observation/table': {
    parameters: indicators,
    slots: { filter: observationFilter.text, ...tableSlots('Observation', 'PERIOD_YEAR', 'DOCUMENT_COUNT') },
  },
  'observation/table-reaching': {
    parameters: { ...regions, ...observationFilter.parameters },
    slots: { filter: observationFilter.text, ...tableSlots('Observation', 'UNIT'), reach: reaches.CONTAINED },
  },
  'observation/of-indicators': { parameters: { ...indicators, limit: 1_000 }, slots: { filter: observationFilter.text } },
  'observation/page': {
    parameters: { ...indicators, ...observationPage.parameters },
    slots: { filter: observationFilter.text, ...pageSlots(observationPage) },
  },
  'observation/count-reaching': {
    parameters: { ...regions, ...observationFilter.parameters },
    slots: { filter: observationFilter.text, reach: reaches.CONTAINED },
  },
  'observation/page-reaching': {
    parameters: { ...regions, ...observationFilter.parameters, ...observationPage.parameters },
    slots: { filter: observationFilter.text, ...pageSlots(observationPage), reach: reaches.ANY },
  },
  'relation/count': { parameters: programs, slots: covers },
  'relation/counts': { parameters: programs, slots: { pattern: cypher`<-[relation:MENTIONS|ISSUED]-` } },
  'relation/count-reaching': { parameters: regions, slots: { ...wholes, reach: reaches.PARTS } },
  'relation/count-nearest': { parameters: regions, slots: { ...wholes, reach: reaches.CONTAINED } },
  'relation/count-rolled-up': {
    parameters: { ...programs, level: 'COUNTRY' },
    slots: { pattern: covers.pattern, filter: filter.text },
  },
  'relation/coverage': { parameters: { rows: programs.ids.map((origin) => ({ origin, region: 'region:n0' })), on } },
  'relation/chains': {
    parameters: { ids: Array.from({ length: 24 }, (_, index) => `region:n${index}`) },
    slots: { type: nameOf('PART_OF') },
  },
  'relation/of-targets': {
    parameters: { rows: Array.from({ length: 24 }, (_, index) => ({ target: `region:n${index}`, sources: programs.ids })) },
    slots: { type: nameOf('COVERS') },
  },
  'relation/from': { parameters: { ids: programs.ids }, slots: { label: nameOf('Entity'), types: joined } },
  'relation/of-facts': {
    parameters: {
      rows: programs.ids.map((source) => ({ source, targets: Array.from({ length: 24 }, (_, index) => `region:n${index}`) })),
    },
    slots: { type: nameOf('COVERS') },
  },
  'relation/close': {
    parameters: { rows: [{ id: 'relation:INCLUDES-0', from: 'sector:n0' }], at: '2025-01-02T00:00:00.000Z' },
    slots: { type: nameOf('INCLUDES') },
    gives: false,
  },
  'relation/table': { parameters: programs, slots: { ...covers, ...tableSlots('Region', 'LEVEL', 'PROGRAMS') } },
  'relation/table-reaching': {
    parameters: regions,
    slots: { ...wholes, ...tableSlots('Program', 'STARTED_YEAR'), reach: reaches.PARTS },
  },
  'relation/table-nearest': {
    parameters: regions,
    slots: { ...wholes, ...tableSlots('Program', 'STARTED_YEAR'), reach: reaches.CONTAINED },
  },
  'relation/table-rolled-up': {
    parameters: { ...programs, level: 'COUNTRY' },
    slots: { pattern: covers.pattern, filter: filter.text, ...tableSlots('Region', 'TYPE') },
  },
  'relation/page-nearest': {
    parameters: { ...regions, ...page.parameters },
    slots: { ...wholes, ...pageSlots(page), back: cypher`-[relation:COVERS]->`, reach: reaches.ANY, relationType },
  },
  'relation/page-reaching': {
    parameters: { ...regions, ...relationPage.parameters },
    slots: { ...wholes, ...pageSlots(relationPage), reach: reaches.PARTS, relationType },
  },
  'relation/page-rolled-up': {
    parameters: { ...programs, ...page.parameters, level: 'COUNTRY' },
    slots: { pattern: covers.pattern, filter: filter.text, ...pageSlots(page), relationType },
  },
  'relation/differing': {
    parameters: { ids: programs.ids, earlier: '2015-01-01', later: on, limit: 5 },
    slots: {
      types: joined,
      before: degreeOn('relation', '$earlier') as CypherText,
      after: degreeOn('relation', '$later') as CypherText,
    },
  },
  'timeline/relations': {
    parameters: { ...programs, limit: 5 },
    slots: { pattern: covers.pattern, filter: cypher`relation.from IS NOT NULL OR node.announcedOn IS NOT NULL` },
  },
  'walk/degrees': { parameters: { ids: ['region:n0', 'program:n0'], limit: 3, on }, slots: { types: joined } },
  'walk/joins': {
    parameters: { ids: programs.ids, others: Array.from({ length: 24 }, (_, index) => `region:n${index}`), limit: 1000, on },
    slots: { types: joined },
  },
  'walk/two-steps': {
    parameters: { id: 'region:n0', others: ['region:n0', 'region:n1', 'region:n2'], limit: 5, on },
    slots: { types: joined },
  },
  'walk/two-steps-away': { parameters: { id: 'program:n0', limit: 50, on }, slots: { types: joined } },
  'walk/steps': { parameters: { ids: ['region:n0', 'program:n0'], limit: 1000, on }, slots: { types: joined } },
  'search/candidates': {
    parameters: {
      index: 'entity_terms',
      questions: [{ position: 0, text: 'searchTerms:beijing' }],
      labels: null,
      among: null,
      looked: 5,
      limit: 5,
    },
    engine: 'neo4j',
  },
  'search/changed': { parameters: { changesets: ['changeset:world'] } },
  'search/changesets': { parameters: { sequence: 1 } },
  'search/entities': {},
  'search/index': { slots: { name: cypher`entity_terms` }, engine: 'neo4j', gives: false },
  'search/names': { parameters: { ids: ['region:n0'], on } },
  'search/placed': { parameters: { ids: Array.from({ length: 24 }, (_, index) => `policy:n${index}`), on } },
  'search/placed-in': { parameters: { regions: Array.from({ length: 24 }, (_, index) => `region:n${index}`), limit: 10, on } },
  'search/places': { parameters: { ids: Array.from({ length: 24 }, (_, index) => `region:n${index}`), on } },
  'search/regions-within': { parameters: { region: 'region:n0', on } },
  'search/position': {},
  'search/terms': { parameters: { ids: ['region:n0'] } },
  'schema/index-id': { slots: { name: cypher`sample_index`, label: nameOf('Entity') }, gives: false },
  'schema/index-property': {
    slots: { name: cypher`sample_property_index`, label: nameOf('Changeset'), property: cypher`sequence` },
    gives: false,
  },
  'schema/populating': { parameters: { online: 'ONLINE' }, engine: 'neo4j', gives: false },
  'schema/unique-id': { slots: { name: cypher`entity_id`, label: nameOf('Entity') }, gives: false },
  'vector/begin': { parameters: { model: 'concepts', dimensions: 2 }, engine: 'neo4j', gives: false },
  'vector/clear': { parameters: { limit: 5 }, engine: 'neo4j', gives: false },
  'vector/count': { engine: 'neo4j' },
  'vector/drop': { parameters: { ids: ['region:n0'] }, engine: 'neo4j', gives: false },
  'vector/drop-index': { slots: { name: cypher`entity_vectors` }, engine: 'neo4j', gives: false },
  'vector/entities': { engine: 'neo4j', gives: false },
  'vector/hashes': { parameters: { ids: ['region:n0'] }, engine: 'neo4j', gives: false },
  'vector/index': { slots: { name: cypher`entity_vectors`, dimensions: cypher`2` }, engine: 'neo4j', gives: false },
  'vector/index-entity': { slots: { name: cypher`vector_entity` }, engine: 'neo4j', gives: false },
  'vector/lease': { parameters: { holder: 'one', time: 1_000 }, engine: 'neo4j', gives: false },
  'vector/nearest': {
    parameters: { index: 'entity_vectors', looked: 5, vector: [1, 0.5], prefixes: ['region:'], among: null, limit: 5 },
    engine: 'neo4j',
    gives: false,
  },
  'vector/put': {
    parameters: { rows: [{ entity: 'region:n0', hash: 'a', vector: [1, 0.5] }], property: 'vector' },
    engine: 'neo4j',
    gives: false,
  },
  'vector/reached': {
    parameters: { sequence: 1, recordedAt: '2026-01-01T00:00:00.000Z', modelVersion: 1 },
    engine: 'neo4j',
    gives: false,
  },
  'vector/release': { parameters: { holder: 'one' }, engine: 'neo4j', gives: false },
  'vector/state': { engine: 'neo4j', gives: false },
  'vector/texts': { parameters: { ids: ['region:n0'], predicates: ['NOTE'] } },
};
