/** How much the graph holds. Each changeset keeps count of what it adds and ends, so that nothing is scanned for it. */
import { groupBy } from './group-by.js';
import { labelOf, labels, relationTypes, type Label, type Listed } from '../model/model.js';
import { anyOf, nameOf, query, type Statement } from './query.js';
import type { Change } from './stored/changeset.js';

export interface GraphCounts {
  readonly entities: Readonly<Record<Label, number>>;
  /** Recorded ones, whether they are live or retracted. */
  readonly claims: number;
  readonly liveClaims: number;
  readonly observations: number;
  readonly liveObservations: number;
  /** Those that are known now. */
  readonly relations: number;
}

type Nothing = Record<string, never>;
type Name = Exclude<keyof GraphCounts, 'entities'>;
interface Difference {
  readonly name: Label | Name;
  readonly by: number;
}

const names: readonly Name[] = ['claims', 'liveClaims', 'observations', 'liveObservations', 'relations'];
const prefix = 'count:';
const ids = [...labels, ...names].map((name) => `${prefix}${name}`);

const kept = query<{ ids: readonly string[] }, { id: string; total: number }>('graph/kept-counts');
const addTo = query<{ rows: readonly { id: string; by: number }[] }, never>('graph/add-to-counts');

const countNodes = query<Nothing, { total: number }, 'label'>('graph/counts');
const countLive = query<Nothing, { total: number }, 'label'>('graph/live-counts');
const countRelations = query<Nothing, { total: number }, 'types'>('graph/relation-counts');

/** Runs one reading statement. */
type Read = <Row>(statement: Statement<Row>) => Promise<Row[]>;

/** The counts as of the last changeset. */
export async function graphCounts(read: Read): Promise<GraphCounts> {
  const totals = new Map((await read(kept({ ids }))).map(({ id, total }) => [id, total]));
  const total = (name: string) => totals.get(`${prefix}${name}`) ?? 0;
  return {
    entities: Object.fromEntries(labels.map((label) => [label, total(label)])) as Record<Label, number>,
    ...(Object.fromEntries(names.map((name) => [name, total(name)])) as Record<Name, number>),
  };
}

/** How many items a list without a filter has. */
export function countOf(listed: Listed | 'Entity', { entities, liveClaims, liveObservations }: GraphCounts): number {
  if (listed === 'Claim') return liveClaims;
  if (listed === 'Observation') return liveObservations;
  return listed === 'Entity' ? Object.values(entities).reduce((sum, total) => sum + total) : entities[listed];
}

/** The same by counting: takes a look at all that the graph holds. */
export async function countedGraph(read: Read): Promise<GraphCounts> {
  const total = async (statement: Statement<{ total: number }>) => (await read(statement))[0]?.total ?? 0;
  const entities: [Label, number][] = [];
  for (const label of labels) entities.push([label, await total(countNodes({}, { label: nameOf(label) }))]);
  return {
    entities: Object.fromEntries(entities) as Record<Label, number>,
    claims: await total(countNodes({}, { label: nameOf('Claim') })),
    liveClaims: await total(countLive({}, { label: nameOf('Claim') })),
    observations: await total(countNodes({}, { label: nameOf('Observation') })),
    liveObservations: await total(countLive({}, { label: nameOf('Observation') })),
    relations: await total(countRelations({}, { types: anyOf(relationTypes) })),
  };
}

/** Adds what a change brings and ends; none where it changes no count. */
export function countStatements(change: Change): Statement<unknown>[] {
  return addition(differencesOf(change));
}

/** Adds differences to the counts. */
export function addition(differences: readonly Difference[]): Statement<unknown>[] {
  const rows = differences.filter(({ by }) => by !== 0).map(({ name, by }) => ({ id: `${prefix}${name}`, by }));
  return rows.length === 0 ? [] : [addTo({ rows })];
}

/** Counts of a graph as differences from an empty one. */
export const differencesFromEmpty = ({ entities, ...rest }: GraphCounts): Difference[] =>
  [...Object.entries(entities), ...Object.entries(rest)].map(([name, by]) => ({ name: name as Label | Name, by }));

function differencesOf(change: Change): Difference[] {
  const { entities, claims, observations, retractedClaims, addedRelations, removedRelations } = change;
  const { mergedEntities = [], restoredEntities = [], retractedObservations = [], restoredObservations = [] } = change;
  const created = entities.filter(isCreated).map(({ label }) => ({ name: label, by: 1 }));
  const left = mergedEntities.map(({ entity }) => ({ name: labelOf(entity) as Label, by: -1 }));
  const back = restoredEntities.map(({ entity }) => ({ name: labelOf(entity) as Label, by: 1 }));
  return [
    ...summed([...created, ...left, ...back]),
    { name: 'claims', by: claims.length },
    { name: 'liveClaims', by: claims.length - retractedClaims.length },
    { name: 'observations', by: observations.length },
    { name: 'liveObservations', by: observations.length - retractedObservations.length + restoredObservations.length },
    { name: 'relations', by: addedRelations.length - removedRelations.length },
  ];
}

/** Whether a changeset makes an entity: others raise its version. */
export const isCreated = ({ version = 1 }: { readonly version?: number | undefined }): boolean => version === 1;

const summed = (differences: readonly Difference[]): Difference[] =>
  [...groupBy(differences, ({ name }) => name)].map(([name, group]) => ({
    name,
    by: group.reduce((sum, { by }) => sum + by, 0),
  }));
