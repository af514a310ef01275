import { Claim } from './claim.js';
import { anyRelationConnection, listConnection } from './connections.js';
import { listArguments, relationArguments } from './list-arguments.js';
import { Observation } from './observation.js';

/** Makes the generated types that decorators name: the schema's builder wants them all before it begins. */
export function makeGeneratedTypes(): void {
  listArguments('Claim');
  listArguments('Observation');
  listArguments('Observation', { scope: true });
  listConnection('Claim', () => Claim);
  listConnection('Observation', () => Observation);
  relationArguments();
  anyRelationConnection();
}
