import { facetArguments } from './facet.js';
import { labels, records, relationFields, type Listed } from '../model/model.js';
import { Claim } from './claim.js';
import { anyRelationConnection, listConnection, relationConnection } from './connections.js';
import { entityTypes } from './entity-types.js';
import { fieldArguments, listArguments, relationArguments } from './list-arguments.js';
import { Observation } from './observation.js';

/** Makes every type that follows from the model. The schema's builder wants them all before it begins. */
export function makeGeneratedTypes(): void {
  for (const listed of [...labels, ...(Object.keys(records) as Listed[]), 'Entity' as const]) {
    listArguments(listed);
    facetArguments(listed);
  }
  relationArguments();
  anyRelationConnection();
  listArguments('Observation', { scope: true });
  listConnection('Claim', () => Claim);
  listConnection('Observation', () => Observation);
  for (const label of labels) {
    listConnection(label, () => entityTypes[label]);
    for (const [name, field] of relationFields(label)) {
      if (field.one) continue;
      relationConnection(label, name);
      fieldArguments(field);
    }
  }
}
