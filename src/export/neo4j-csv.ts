/** Files for `neo4j-admin database import`: one for each label and each type of relation, and the arguments that name them all. */
import {
  givenFields,
  claimFields,
  claimLinks,
  entities,
  evidenceFields,
  labels,
  linkedIds,
  observationFields,
  observationLinks,
  relations,
  relationTypes,
  type EntityModel,
  type Fields,
  type Link,
  type PropertyModel,
  type RelationModel,
} from '../model/model.js';
import { flatEvidence } from '../graph/stored/fields.js';
import type { EntityRecord, EvidenceRecord, ObservationRecord, Redirect, RelationRecord } from '../graph/stored/record-types.js';
import { shownName } from '../graph/stored/storage.js';
import { cachedDate } from '../graph/time/dates.js';
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

/** The fields of a record that are not told by its relationships; `ofValue` comes after the value of a claim. */
const fieldColumns = <T extends object>(fields: Fields, ofValue: readonly Column<T>[] = []): Column<T>[] =>
  givenFields(fields).flatMap(([name, field]) => {
    const of = (record: T) => (record as Readonly<Record<string, Cell>>)[name];
    return field.edge !== undefined ? [] : field.orNumber === true ? [...textOrNumber(of), ...ofValue] : typed([name, field], of);
  });

/** A property has one type in such a file. */
function textOrNumber<T extends object>(of: (record: T) => Cell): Column<T>[] {
  const ifOf = (type: 'string' | 'number') => (record: T) => (typeof of(record) === type ? of(record) : undefined);
  return [
    ['text:string', ifOf('string')],
    ['number:double', ifOf('number')],
  ];
}

const observationColumns: readonly Column<ObservationRecord>[] = [
  ['id:ID', ({ id }) => id],
  [':LABEL', () => 'Observation'],
  ...fieldColumns<ObservationRecord>(observationFields),
];

const claimColumns: readonly Column<ExportedClaim>[] = [
  ['id:ID', ({ id }) => id],
  [':LABEL', () => 'Claim'],
  ...fieldColumns<ExportedClaim>(claimFields, attributeColumns(relationAttributes)),
  ['recordedAt:datetime', ({ recordedAt }) => recordedAt],
];

/** An entity that was merged: nothing but its id is left. */
const redirectColumns: readonly Column<Redirect>[] = [
  ['id:ID', ({ id }) => id],
  [':LABEL', () => 'Merged'],
];

/** What joins a claim or an observation to what it names, and a merged id to the entity that it leads to. */
interface Join {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  /** With what a claim takes from a document. */
  readonly evidence?: EvidenceRecord;
}

const joinColumns: readonly Column<Join>[] = [
  [':START_ID', ({ from }) => from],
  [':END_ID', ({ to }) => to],
  [':TYPE', ({ type }) => type],
];
const evidenceColumns: readonly Column<Join>[] = [
  ...joinColumns,
  ...fieldColumns<object>(evidenceFields).map(([head, cell]): Column<Join> => [
    head,
    ({ evidence }) => (evidence === undefined ? undefined : cell(flatEvidence(evidence))),
  ]),
];
const joinTypes = [...new Set([...[...observationLinks, ...claimLinks].map(({ edge }) => edge), 'EVIDENCED_BY', 'MERGED_INTO'])];

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
    ({ type }: Join) => type,
    joinTypes.map((type) => [type, tableOf(type === 'EVIDENCED_BY' ? evidenceColumns : joinColumns)]),
  );
  const files = [nodes, redirects, observations, claims, edges, joins];
  for (const each of files) yield* each.heads();

  for await (const page of graph.entities()) yield* nodes.pieces(page);
  for await (const page of graph.redirects()) {
    yield* redirects.pieces(page);
    yield* joins.pieces(page.map(({ id, into }) => ({ type: 'MERGED_INTO', from: id, to: into })));
  }
  for await (const page of graph.relations()) yield* edges.pieces(page);
  for await (const page of graph.observations()) {
    yield* observations.pieces(page);
    yield* joins.pieces(page.flatMap((observation) => joinsOf(observation, observationLinks)));
  }
  for await (const page of graph.claims()) {
    yield* claims.pieces(page);
    yield* joins.pieces(page.flatMap((claim) => [...joinsOf(claim, claimLinks), ...evidenceOf(claim)]));
  }
  const all = files.flatMap((each) => each.options(suffix));
  yield {
    file: 'neo4j-admin.args',
    text: [...all, '--array-delimiter=U+001F', '--multiline-fields=true', ''].join('\n'),
    isPlain: true,
  };
}

const joinsOf = (record: ObservationRecord | ExportedClaim, links: readonly Link[]): Join[] =>
  links.flatMap((link) => linkedIds(record, link).map((to) => ({ type: link.edge, from: record.id, to })));

const evidenceOf = ({ id, evidence }: ExportedClaim): Join[] =>
  evidence.map((item) => ({ type: 'EVIDENCED_BY', from: id, to: item.document, evidence: item }));
