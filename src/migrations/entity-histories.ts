import { groupBy } from '../graph/group-by.js';
import type { Transaction } from '../graph/port.js';
import { cypher, nameOf, query } from '../graph/query.js';
import type { Properties } from '../graph/stored/rows.js';
import type { Stored } from '../graph/stored/storage.js';
import { batchOf, type Page, type Pass } from './migration.js';

type Ids = { readonly ids: readonly string[] };
interface Changeset {
  readonly id: string;
  readonly recordedAt: string;
  readonly sequence: number;
  readonly logged: boolean;
}
interface Change {
  readonly entity: string;
  readonly changeset: string;
}
interface Version extends Change {
  readonly version: number;
}

const entitiesOf = query<Page & Readonly<Record<string, unknown>>, { id: string; node: Properties }>('migration/entities');
const changesetsOf = query<Record<string, never>, Changeset>('migration/changesets');
const firstClaims = query<Ids, { entity: string; recordedAt: string }>('migration/first-claims');
const firstObservations = query<Ids, { entity: string; recordedAt: string }>('migration/first-observations');
const claimingChangesets = query<Ids, Change>('migration/claiming-changesets');
const historyOf = query<Ids, Version, 'limit'>('entity/history');
const setEntities = query<{ rows: readonly { id: string; properties: Stored; tokens: Stored }[] }, never>(
  'migration/set-entities',
);
const setVersions = query<{ rows: readonly { id: string; changeset: string; version: number }[] }, never>(
  'migration/set-versions',
);
const createEdges = query<{ rows: readonly { from: string; to: string; properties: Stored }[] }, never, 'from' | 'type' | 'to'>(
  'edge/create',
);

/**
 * Gives entities their versions, and the changesets that made them. Older stores do not say which changeset brought an entity: it counts as recorded
 * with the first claim or observation that names it.
 */
export const entityHistories: Pass = {
  name: 'entities',
  async batch(transaction, page) {
    const found = await transaction.run(entitiesOf({ ...page }));
    const ids = found.map(({ id }) => id);
    const changesets = await transaction.run(changesetsOf({}));
    const first = await firstRecorded(transaction, found, changesets);
    const stored = await transaction.run(historyOf({ ids }, { limit: cypher`` }));
    const changes = [...(await transaction.run(claimingChangesets({ ids }))), ...beginnings(first, changesets), ...stored];
    const versions = versionsOf(changes, changesets);
    await writeVersions(transaction, versions, stored);
    await transaction.run(
      setEntities({ rows: ids.map((id) => ({ id, properties: propertiesOf(id, versions, first), tokens: {} })) }),
    );
    return batchOf(found, page);
  },
};

/** When the entities were recorded, as far as it is known. What nothing names came with the only changeset that did not say what it brought. */
async function firstRecorded(
  { run }: Transaction,
  entities: readonly { readonly id: string; readonly node: Properties }[],
  changesets: readonly Changeset[],
): Promise<Map<string, string>> {
  const ids = entities.map(({ id }) => id);
  const named = groupBy(
    [...(await run(firstClaims({ ids }))), ...(await run(firstObservations({ ids })))],
    ({ entity }) => entity,
  );
  const [unlogged, ...others] = changesets.filter(({ logged }) => !logged);
  const only = others.length === 0 ? unlogged?.recordedAt : undefined;
  const known = entities.map(({ id, node }) => {
    const [first] = (named.get(id) ?? []).map(({ recordedAt }) => recordedAt).sort();
    return [id, (node['recordedAt'] as string | undefined) ?? first ?? only] as const;
  });
  return new Map(known.filter((each): each is readonly [string, string] => each[1] !== undefined));
}

function beginnings(first: ReadonlyMap<string, string>, changesets: readonly Changeset[]): Change[] {
  const byInstant = new Map(changesets.map(({ id, recordedAt }) => [recordedAt, id]));
  return [...first].flatMap(([entity, recordedAt]) => {
    const changeset = byInstant.get(recordedAt);
    return changeset === undefined ? [] : [{ entity, changeset }];
  });
}

/** The changesets of each entity in their order, from version 1 on. */
function versionsOf(changes: readonly Change[], changesets: readonly Changeset[]): Map<string, Version[]> {
  const sequences = new Map(changesets.map(({ id, sequence }) => [id, sequence]));
  const inOrder = (ids: Iterable<string>) => [...ids].sort((a, b) => (sequences.get(a) ?? 0) - (sequences.get(b) ?? 0));
  const versions = [...groupBy(changes, ({ entity }) => entity)].map(([entity, group]) => {
    const own = inOrder(new Set(group.map(({ changeset }) => changeset)));
    return [entity, own.map((changeset, index) => ({ entity, changeset, version: index + 1 }))] as const;
  });
  return new Map(versions);
}

async function writeVersions(
  { run }: Transaction,
  versions: ReadonlyMap<string, readonly Version[]>,
  stored: readonly Version[],
): Promise<void> {
  const key = ({ entity, changeset }: Change) => `${entity} ${changeset}`;
  const before = new Map(stored.map((each) => [key(each), each.version]));
  const all = [...versions.values()].flat();
  const missing = all.filter((each) => !before.has(key(each)));
  const others = all.filter((each) => before.has(key(each)) && before.get(key(each)) !== each.version);
  const rows = missing.map(({ entity, changeset, version }) => ({ from: entity, to: changeset, properties: { version } }));
  await run(createEdges({ rows }, { from: nameOf('Entity'), type: cypher`CHANGED_IN`, to: nameOf('Changeset') }));
  await run(setVersions({ rows: others.map(({ entity, changeset, version }) => ({ id: entity, changeset, version })) }));
}

function propertiesOf(id: string, versions: ReadonlyMap<string, readonly Version[]>, first: ReadonlyMap<string, string>): Stored {
  const recordedAt = first.get(id);
  return { version: versions.get(id)?.length ?? 1, ...(recordedAt === undefined ? {} : { recordedAt }) };
}
