/** The draft that takes back what a changeset did. */
import { GraphError } from '../graph/errors.js';
import { isClaimed } from '../model/model.js';
import { readerOf, type Graph } from '../graph/port.js';
import { query } from '../graph/query.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import type { NodeRow } from '../graph/stored/rows.js';
import { entityRecordOf } from '../graph/stored/storage.js';
import type { ChangeRequest, RequestedEntity } from './change-request.js';
import { fieldChanges } from './requested-entities.js';
import type { Located } from './problem.js';
import type { Entry, FieldChange } from './report.js';
import { wholeClaims } from './stored.js';

type Ids = { readonly ids: readonly string[] };
const entitiesById = query<Ids, NodeRow>('entity/by-id');

type Lists = Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'retractions' | 'restorations'>;

/**
 * Retracts what was asserted, asserts again what was retracted, and restores the previous values of entities' fields.
 * Entities that were created stay: an id is permanent. Redirected ids stay redirected.
 * Merged entities are restored under their ids, with their claims. Throws a CONFLICT when a field has changed again since then.
 */
export async function undoLists(graph: Graph, entries: readonly Entry[]): Promise<Lists> {
  const ofKind = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind);
  if (ofKind('ENTITY_RESTORED').length > 0)
    throw new GraphError('BAD_USER_INPUT', 'It undid a merge: to take that back, merge the entities again.');
  const merged = ofKind('ENTITY_MERGED');
  const claims = await wholeClaims(
    readerOf(graph),
    ofKind('CLAIM_RETRACTED').map(({ id }) => id),
  );
  return {
    entities: (await entityDrafts(graph, ofKind('ENTITY_UPDATED'))).map(located),
    claims: claims.map(({ id: _, ...claim }) => located(claim)),
    observations: [],
    retractions: ofKind('CLAIM_ASSERTED').map(({ id }) => located({ claim: id })),
    ...(merged.length === 0 ? {} : { restorations: merged.map(({ id, to = '' }) => located({ entity: id, into: to })) }),
  };
}

async function entityDrafts(graph: Graph, updates: readonly Entry[]): Promise<RequestedEntity[]> {
  if (updates.length === 0) return [];
  const rows = await graph.read(entitiesById({ ids: updates.map(({ id }) => id) }));
  const now = new Map(rows.map((row) => [row.node['id'] as string, entityRecordOf(row)]));
  return updates.flatMap((entry) => {
    const entity = now.get(entry.id);
    const fields = (entry.fields ?? []).filter(({ name }) => entity !== undefined && isOwn(entity, name));
    if (entity === undefined || fields.length === 0) return [];
    mustBeAsLeft(entity, fields);
    const before = fields.map(({ name, before: value }) => [name, value === undefined ? null : JSON.parse(value)] as const);
    return [{ ...Object.fromEntries(before), id: entity.id, expectedVersion: entity.version }];
  });
}

/** What is claimed follows from the claims. */
function isOwn({ label }: EntityRecord, name: string): boolean {
  return !isClaimed(label, name);
}

function mustBeAsLeft(entity: EntityRecord, fields: readonly FieldChange[]): void {
  const current = new Map(fieldChanges(undefined, entity).map(({ name, after }) => [name, after]));
  const changed = fields.find(({ name, after }) => current.get(name) !== after);
  if (changed === undefined) return;
  const conflict = { entity: entity.id, field: changed.name, left: changed.after, now: current.get(changed.name) };
  throw new GraphError(
    'CONFLICT',
    `The ${changed.name} of ${entity.id} changed again since then: undo the later changeset first, or change it by hand.`,
    undefined,
    { conflicts: [conflict] },
  );
}

function located<T>(item: T): Located<T> {
  return { item, problem: (at, message) => ({ file: ['changeset', ...at].join('.'), value: undefined, message }) };
}
