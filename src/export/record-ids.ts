/** Which records an export writes: the ids of each kind, in order. Records are read by their ids, page by page. */
import type { ReadableGraph } from '../graph/port.js';
import { nameOf, query } from '../graph/query.js';
import { idsOf, idsOfClaims, type After, type ClaimIds, type Identified, type Pages } from '../graph/stored/ids.js';
import type { Label } from '../model/model.js';

export interface RecordIds {
  readonly entities: () => Pages<Identified>;
  /** Ids that lead to entities which are written. */
  readonly redirects: () => Pages<Identified>;
  readonly observations: () => Pages<Identified>;
  readonly claims: () => Pages<ClaimIds>;
  readonly changesets: () => Pages<Identified>;
  /** Whether relations between entities are written, of which this is one. */
  readonly isRelated: (entity: string) => boolean;
}

const entityIds = query<After, Identified, 'label'>('export/entities');
const redirectIds = query<After, Identified>('export/redirects');
const observationIds = query<After, Identified>('export/observations');
const changesetIds = query<After, Identified>('export/changesets');

/** All records of a graph. */
export function wholeGraph(graph: ReadableGraph): RecordIds {
  return {
    entities: () => entitiesOf(graph, 'Entity'),
    redirects: () => idsOf(graph, 'Merged', redirectIds),
    observations: () => idsOf(graph, 'Observation', observationIds),
    claims: () => idsOfClaims(graph),
    changesets: () => idsOf(graph, 'Changeset', changesetIds),
    isRelated: () => true,
  };
}

/** The ids of all entities of a label, in order. */
export const entitiesOf = (graph: ReadableGraph, label: Label | 'Entity'): Pages<Identified> =>
  idsOf(graph, label, (after) => entityIds(after, { label: nameOf(label) }));
