/** The record as tables for people, with names beside ids: one for each kind of record. */
import { flatEvidence } from '../graph/stored/fields.js';
import type { EntityRecord, EvidenceRecord, ObservationRecord, Redirect, RelationRecord } from '../graph/stored/record-types.js';
import { shownName } from '../graph/stored/storage.js';
import { givenFields, claimFields, evidenceFields, observationFields, type RecordField, type Fields } from '../model/model.js';
import type { ExportedClaim, GraphReader } from './graph-reader.js';
import { codeList, list } from './lists.js';
import { entityProperties, relationAttributes } from './properties.js';
import type { Cell, Column } from './table.js';

/** A table, which is read page by page. */
export interface RecordTable {
  readonly name: string;
  readonly heads: readonly string[];
  readonly pages: (graph: GraphReader) => Rows;
}

type Rows = AsyncGenerator<readonly (readonly Cell[])[]>;

const named = ({ value, lang, kind }: EntityRecord['names'][number]): string =>
  `${value} (${kind === 'PREFERRED' ? '' : `${kind.toLowerCase()}, `}${lang})`;

const entityColumns: readonly Column<EntityRecord>[] = [
  ['id', ({ id }) => id],
  ['type', ({ label }) => label],
  ['name', ({ names }) => shownName(names).value],
  ['names', ({ names }) => list(names.map(named))],
  ['description', ({ description }) => description],
  ['codes', ({ codes }) => codeList(codes)],
  ['identifiers', ({ identifiers }) => codeList(identifiers)],
  ...entityProperties.map(([name]): Column<EntityRecord> => [name, ({ properties }) => properties[name]]),
];

const attributeColumns: readonly Column<Pick<RelationRecord, 'attributes'>>[] = relationAttributes.map(([name]) => [
  name,
  ({ attributes }) => attributes[name],
]);

/** A record, and the names of the entities that it speaks of. */
interface Named<T> {
  readonly record: T;
  readonly names: ReadonlyMap<string, string>;
}

/** The columns of an id, and of the name of what has it. */
function withName<T>(head: string, idOf: (record: T) => string | undefined): Column<Named<T>>[] {
  return [
    [head, ({ record }) => idOf(record)],
    [`${head}Name`, ({ record, names }) => names.get(idOf(record) ?? '')],
  ];
}

const plain = <T>(columns: readonly Column<T>[]): Column<Named<T>>[] =>
  columns.map(([head, cell]) => [head, ({ record }) => cell(record)]);

const relationColumns: readonly Column<Named<RelationRecord>>[] = [
  ...plain<RelationRecord>([
    ['id', ({ id }) => id],
    ['type', ({ type }) => type],
  ]),
  ...withName<RelationRecord>('from', ({ from }) => from),
  ...withName<RelationRecord>('to', ({ to }) => to),
  ...plain<RelationRecord>([
    ...attributeColumns,
    ['validFrom', ({ validFrom }) => validFrom],
    ['validUntil', ({ validUntil }) => validUntil],
    ['firstStatedOn', ({ days }) => days.firstStatedOn],
    ['lastStatedOn', ({ days }) => days.lastStatedOn],
    ['claims', ({ claimIds }) => list(claimIds)],
  ]),
];

const redirectColumns: readonly Column<Named<Redirect>>[] = [
  ...plain<Redirect>([['id', ({ id }) => id]]),
  ...withName<Redirect>('into', ({ into }) => into),
];

type Values<T> = Readonly<Record<string, T>>;

/** Whether a field leads to one entity, whose name is shown beside its id. */
const isNamed = ([name, { edge, many }]: readonly [string, RecordField]): boolean =>
  edge !== undefined && many !== true && !withoutNames.has(name);
const withoutNames = new Set(['rankedIn', 'event', 'saidTo']);

/** The columns of a record's fields, in order; `also` gives those that come after one of them. */
function fieldColumns<T>(fields: Fields, also: Values<readonly Column<T>[]> = {}): Column<Named<T>>[] {
  return givenFields(fields).flatMap((field) => {
    const [name, { many }] = field;
    const of = (record: T) => (record as Values<Cell>)[name];
    const all = (record: T) => list((record as Values<readonly string[] | undefined>)[name] ?? []);
    const own = isNamed(field)
      ? withName<T>(name, (record) => of(record) as string | undefined)
      : plain<T>([[name, many === true ? all : of]]);
    return [...own, ...plain<T>(also[name] ?? [])];
  });
}

/** The ids in a record that names are shown beside. */
function namedIn(fields: Fields): (record: object) => (string | undefined)[] {
  const named = givenFields(fields).filter(isNamed);
  return (record) => named.map(([name]) => (record as Values<string | undefined>)[name]);
}

const observationColumns: readonly Column<Named<ObservationRecord>>[] = [
  ...plain<ObservationRecord>([['id', ({ id }) => id]]),
  ...fieldColumns<ObservationRecord>(observationFields),
];

/** A claim with one thing that it rests on. */
type Backed = ExportedClaim & { readonly backing?: EvidenceRecord | undefined };

const evidenceColumns = fieldColumns<object>(evidenceFields).map(([head, cell]): Column<Named<Backed>> => [
  head,
  ({ record: { backing }, names }) => (backing === undefined ? undefined : cell({ record: flatEvidence(backing), names })),
]);

const claimColumns: readonly Column<Named<Backed>>[] = [
  ...plain<Backed>([['id', ({ id }) => id]]),
  ...fieldColumns<Backed>(claimFields, { value: attributeColumns }),
  ...evidenceColumns,
  ...plain<Backed>([
    ['recordedAt', ({ recordedAt }) => recordedAt],
    ['recordedIn', ({ recordedIn }) => recordedIn],
  ]),
];

const namedInObservation = namedIn(observationFields);
const namedInClaim = namedIn(claimFields);

export const recordTables: readonly RecordTable[] = [
  {
    name: 'entities',
    heads: headsOf(entityColumns),
    pages: async function* (graph) {
      for await (const page of graph.entities()) yield page.map((record) => entityColumns.map(([, cell]) => cell(record)));
    },
  },
  tableWithNames('redirects', redirectColumns, {
    pages: (graph) => graph.redirects(),
    idsOf: ({ into }) => [into],
  }),
  tableWithNames('relations', relationColumns, {
    pages: (graph) => graph.relations(),
    idsOf: ({ from, to }) => [from, to],
  }),
  tableWithNames('observations', observationColumns, {
    pages: (graph) => graph.observations(),
    idsOf: namedInObservation,
  }),
  tableWithNames('claims', claimColumns, {
    pages: backed,
    idsOf: (claim) => [...namedInClaim(claim), claim.backing?.document],
  }),
];

interface Source<T> {
  readonly pages: (graph: GraphReader) => AsyncIterable<readonly T[]>;
  /** The ids whose names are shown. */
  readonly idsOf: (record: T) => (string | undefined)[];
}

function tableWithNames<T>(name: string, columns: readonly Column<Named<T>>[], { pages, idsOf }: Source<T>): RecordTable {
  return {
    name,
    heads: headsOf(columns),
    pages: async function* (graph) {
      for await (const page of pages(graph)) {
        const names = await graph.names(page.flatMap(idsOf));
        yield page.map((record) => columns.map(([, cell]) => cell({ record, names })));
      }
    },
  };
}

function headsOf(columns: readonly (readonly [head: string, cell: unknown])[]): string[] {
  return columns.map(([head]) => head);
}

/** A claim has one row for each piece of evidence. */
async function* backed(graph: GraphReader): AsyncGenerator<readonly Backed[]> {
  for await (const page of graph.claims())
    yield page.flatMap((claim): Backed[] =>
      claim.evidence.length === 0 ? [claim] : claim.evidence.map((backing) => ({ ...claim, backing })),
    );
}
