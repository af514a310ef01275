/** Files for `neo4j-admin database import`: one for each label and each type of relation, and the arguments that name them all. */
import {
  claimLinkNames,
  claimLinks,
  entities,
  labels,
  linkedIds,
  relations,
  relationTypes,
  type EntityModel,
  type PropertyModel,
  type RelationModel,
} from '../model/model.js';
import type { EntityRecord, EvidenceRecord, ObservationRecord, Redirect, RelationRecord } from '../graph/stored/records.js';
import { cachedDate, shownName } from '../graph/stored/storage.js';
import type { Piece } from './formats.js';
import type { ExportedClaim, GraphReader } from './graph-reader.js';
import { Files } from './neo4j-files.js';
import { relationAttributes } from './properties.js';
import { Table, type Cell, type Column } from './table.js';

/** Between the members of a list: a character that no text has, since what is not escaped would part what belongs together. */
const separator = '\u001F';
const list = (items: readonly string[]): string => items.map((item) => item.replaceAll(separator, ' ')).join(separator);

/** A property of the model under its Neo4j type; of a date, also the days that it allows. */
function typed<T>([name, { type }]: readonly [string, PropertyModel], of: (record: T) => Cell): Column<T>[] {
  if (type === 'date') return days(name, of);
  return [[`${name}:${type === 'integer' ? 'long' : type === 'number' ? 'double' : 'string'}`, of]];
}

function days<T>(name: string, of: (record: T) => Cell): Column<T>[] {
  const bounds = (record: T) => {
    const text = of(record);
    return text === undefined ? undefined : cachedDate(String(text));
  };
  return [
    [`${name}:string`, of],
    [`${name}Earliest:date`, (record) => bounds(record)?.earliest],
    [`${name}Latest:date`, (record) => bounds(record)?.latest],
  ];
}

const attributeColumns = <T extends Pick<RelationRecord, 'attributes'>>(attributes: typeof relationAttributes): Column<T>[] =>
  attributes.flatMap((attribute) => typed<T>(attribute, (record) => record.attributes[attribute[0]]));

const entityColumns = ({ properties }: EntityModel): Column<EntityRecord>[] => [
  ['id:ID', ({ id }) => id],
  [':LABEL', ({ label }) => list(['Entity', label])],
  ['name:string', ({ names }) => shownName(names).value],
  ['names:string[]', ({ names }) => list(names.map(({ value }) => value))],
  ['nameLanguages:string[]', ({ names }) => list(names.map(({ lang }) => lang))],
  ['nameKinds:string[]', ({ names }) => list(names.map(({ kind }) => kind))],
  ['description:string', ({ description }) => description],
  ['codes:string[]', ({ codes }) => list(codes.map(({ value }) => value))],
  ['codeSchemes:string[]', ({ codes }) => list(codes.map(({ scheme }) => scheme))],
  ['identifiers:string[]', ({ identifiers }) => list(identifiers.map(({ value }) => value))],
  ['identifierSchemes:string[]', ({ identifiers }) => list(identifiers.map(({ scheme }) => scheme))],
  ...Object.entries(properties).flatMap((property) => typed<EntityRecord>(property, (entity) => entity.properties[property[0]])),
];

const relationColumns = ({ attributes }: RelationModel): Column<RelationRecord>[] => [
  [':START_ID', ({ from }) => from],
  [':END_ID', ({ to }) => to],
  [':TYPE', ({ type }) => type],
  ['id:string', ({ id }) => id],
  ...days<RelationRecord>('validFrom', ({ validFrom }) => validFrom),
  ...days<RelationRecord>('validUntil', ({ validUntil }) => validUntil),
  ['firstStatedOn:string', ({ days: { firstStatedOn } }) => firstStatedOn],
  ['lastStatedOn:string', ({ days: { lastStatedOn } }) => lastStatedOn],
  ...attributeColumns<RelationRecord>(Object.entries(attributes)),
  ['claimIds:string[]', ({ claimIds }) => list(claimIds)],
];

const observationColumns: readonly Column<ObservationRecord>[] = [
  ['id:ID', ({ id }) => id],
  [':LABEL', () => 'Observation'],
  ['value:double', ({ value }) => value],
  ['unit:string', ({ unit }) => unit],
  ['rank:long', ({ rank }) => rank],
  ['comparator:string', ({ comparator }) => comparator],
  ['kind:string', ({ kind }) => kind],
  ...days<ObservationRecord>('period', ({ period }) => period),
  ...days<ObservationRecord>('basePeriod', ({ basePeriod }) => basePeriod),
  ['convertedValue:double', ({ convertedValue }) => convertedValue],
  ['convertedUnit:string', ({ convertedUnit }) => convertedUnit],
];

const claimColumns: readonly Column<ExportedClaim>[] = [
  ['id:ID', ({ id }) => id],
  [':LABEL', () => 'Claim'],
  ['predicate:string', ({ predicate }) => predicate],
  ['text:string', ({ value }) => (typeof value === 'string' ? value : undefined)],
  ['number:double', ({ value }) => (typeof value === 'number' ? value : undefined)],
  ...attributeColumns<ExportedClaim>(relationAttributes),
  ...days<ExportedClaim>('from', ({ from }) => from),
  ...days<ExportedClaim>('until', ({ until }) => until),
  ...days<ExportedClaim>('saidOn', ({ saidOn }) => saidOn),
  ['recordedAt:datetime', ({ recordedAt }) => recordedAt],
];

/** An entity that was merged: nothing but its id is left. */
const redirectColumns: readonly Column<Redirect>[] = [
  ['id:ID', ({ id }) => id],
  [':LABEL', () => 'Merged'],
];

/** What joins a claim or an observation to what it speaks of, and a merged id to the entity that it leads to. */
interface Link extends Partial<EvidenceRecord> {
  readonly type: string;
  readonly from: string;
  readonly to: string;
}

const linkColumns: readonly Column<Link>[] = [
  [':START_ID', ({ from }) => from],
  [':END_ID', ({ to }) => to],
  [':TYPE', ({ type }) => type],
];
const evidenceColumns: readonly Column<Link>[] = [
  ...linkColumns,
  ['start:long', ({ locator }) => locator?.start],
  ['end:long', ({ locator }) => locator?.end],
  ['sha256:string', ({ locator }) => locator?.sha256],
  ['record:string', ({ record }) => record],
  ['supports:string', ({ supports }) => supports],
  ['summary:string', ({ summary }) => summary],
];
const linksOfClaims = claimLinkNames.map((link) => claimLinks[link].edge);
const links = [
  ...new Set([
    'MEASURES',
    'OBSERVED_IN',
    'REPORTED_BY',
    'RANKED_IN',
    'SUBJECT',
    'OBJECT',
    'EVIDENCED_BY',
    'MERGED_INTO',
    ...linksOfClaims,
  ] as const),
];

const tableOf = <T>(columns: readonly Column<T>[]) => new Table(columns);

export async function* neo4jCsv(graph: GraphReader, suffix: string): AsyncGenerator<Piece> {
  const nodes = new Files(
    'nodes',
    ({ label }: EntityRecord) => label,
    labels.map((label) => [label, tableOf(entityColumns(entities[label]))]),
  );
  const redirects = new Files('nodes', () => 'Merged', [['Merged', tableOf(redirectColumns)]]);
  const observations = new Files('nodes', () => 'Observation', [['Observation', tableOf(observationColumns)]]);
  const claims = new Files('nodes', () => 'Claim', [['Claim', tableOf(claimColumns)]]);
  const edges = new Files(
    'relationships',
    ({ type }: RelationRecord) => type,
    relationTypes.map((type) => [type, tableOf(relationColumns(relations[type]))]),
  );
  const joins = new Files(
    'relationships',
    ({ type }: Link) => type,
    links.map((type) => [type, tableOf(type === 'EVIDENCED_BY' ? evidenceColumns : linkColumns)]),
  );
  const files = [nodes, redirects, observations, claims, edges, joins];
  for (const each of files) yield* each.heads();

  for await (const page of graph.entities()) yield* nodes.pieces(page);
  for await (const page of graph.redirects()) {
    yield* redirects.pieces(page);
    yield* joins.pieces(page.flatMap(({ id, into }) => linksTo('MERGED_INTO', id, into)));
  }
  for await (const page of graph.relations()) yield* edges.pieces(page);
  for await (const page of graph.observations()) {
    yield* observations.pieces(page);
    yield* joins.pieces(page.flatMap(linksOfObservation));
  }
  for await (const page of graph.claims()) {
    yield* claims.pieces(page);
    yield* joins.pieces(page.flatMap(linksOfClaim));
  }
  const all = files.flatMap((each) => each.options(suffix));
  yield {
    file: 'neo4j-admin.args',
    text: [...all, '--array-delimiter=U+001F', '--multiline-fields=true', ''].join('\n'),
    isPlain: true,
  };
}

const linksTo = (type: Link['type'], from: string, ...ids: readonly (string | undefined)[]): Link[] =>
  ids.flatMap((to) => (to === undefined ? [] : [{ type, from, to }]));

function linksOfObservation({ id, indicator, about, region, reportedBy, rankedIn }: ObservationRecord): Link[] {
  return [
    ...linksTo('MEASURES', id, indicator),
    ...linksTo('ABOUT', id, ...about),
    ...linksTo('OBSERVED_IN', id, region),
    ...linksTo('REPORTED_BY', id, reportedBy),
    ...linksTo('RANKED_IN', id, rankedIn),
  ];
}

function linksOfClaim({ id, subject, object, evidence, ...claim }: ExportedClaim): Link[] {
  return [
    ...linksTo('SUBJECT', id, subject),
    ...linksTo('OBJECT', id, object),
    ...claimLinkNames.flatMap((link) => linksTo(claimLinks[link].edge, id, ...linkedIds(claim, link))),
    ...evidence.map((item): Link => ({ ...item, type: 'EVIDENCED_BY', from: id, to: item.document })),
  ];
}
