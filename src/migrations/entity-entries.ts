import { fieldChanges } from '../changesets/requested-entities.js';
import type { Entry } from '../changesets/report.js';
import { propertiesOf } from '../graph/inference/derive.js';
import { groupBy } from '../graph/group-by.js';
import { claimedNames, labels } from '../model/model.js';
import type { Transaction } from '../graph/port.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import type { Properties } from '../graph/stored/rows.js';
import { entityRecordOf } from '../graph/stored/storage.js';
import { knownAt, knownBefore, recordedClaims, type RecordedClaim } from './claims-in-time.js';

export interface EntityRow {
  readonly id: string;
  readonly node: Properties;
  readonly labels: readonly string[];
}

/** What a changeset changed of these entities at an instant. For older entities only claimed values are known: names and descriptions were replaced. */
export async function changedEntries(transaction: Transaction, rows: readonly EntityRow[], at: string): Promise<Entry[]> {
  const before = rows.filter(({ node }) => node['recordedAt'] !== at).map(({ id }) => id);
  const claims = groupBy(
    before.length === 0 ? [] : await recordedClaims(transaction, before, claimedPredicates),
    ({ subject }) => subject,
  );
  return rows.map((row): Entry => {
    const entity = entityRecordOf(row);
    const isNew = row.node['recordedAt'] === at;
    return {
      kind: isNew ? 'ENTITY_CREATED' : 'ENTITY_UPDATED',
      id: entity.id,
      type: entity.label,
      fields: isNew ? undefined : claimedChanges(entity, claims.get(entity.id) ?? [], at),
    };
  });
}

const claimedPredicates: readonly string[] = [...new Set(labels.flatMap(claimedNames))];

function claimedChanges(entity: EntityRecord, claims: readonly RecordedClaim[], at: string) {
  const as = (known: readonly RecordedClaim[]): EntityRecord => ({ ...entity, properties: propertiesOf(entity.label, known) });
  return fieldChanges(as(knownBefore(claims, at)), as(knownAt(claims, at)));
}
