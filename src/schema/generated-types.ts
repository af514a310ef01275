import { facetArguments } from './facet.js';
import { labels, records, relationFields, type Listed } from '../model/model.js';
import { Claim } from './claim.js';
import { anyRelationConnection, listConnection, relationConnection } from './connections.js';
import { entityTypes } from './entity-types.js';
import { coveredRegionArguments, listArguments, peopleArguments, relationArguments, scopedArguments } from './list-arguments.js';
import { Observation } from './observation.js';

/** Makes every type that follows from the model. The schema's builder wants them all before it begins. */
export function makeGeneratedTypes(): void {
  for (const listed of [...labels, ...(Object.keys(records) as Listed[]), 'Entity' as const]) {
    listArguments(listed);
    facetArguments(listed);
  }
  peopleArguments();
  relationArguments();
  anyRelationConnection();
  coveredRegionArguments();
  for (const listed of ['Policy', 'Program', 'Observation'] as const) scopedArguments(listed);
  listConnection('Claim', () => Claim);
  listConnection('Observation', () => Observation);
  for (const label of labels) {
    listConnection(label, () => entityTypes[label]);
    for (const field of relationFields(label).keys()) if (!single.has(field)) relationConnection(label, field);
  }
}

/** Fields that lead to one entity have no connection. */
const single = new Set(['parent', 'location']);
