/** Conditions on claims and observations besides their properties: the entities that they are joined to. */
import { claimLinks, observationLinks, type ClaimEdge } from '../../../model/model.js';
import type { Compiler } from './scope.js';

/** What claims can be filtered by that they are joined to: filter → relationship. */
export const claimJoins: Readonly<Record<string, ClaimEdge>> = {
  ...Object.fromEntries(claimLinks.filter(({ many }) => many).map(({ field, edge }) => [field, edge])),
  document: 'EVIDENCED_BY',
};

export const claimCompilers: readonly [string, Compiler][] = Object.entries(claimJoins).map(([name, edge]) => [
  name,
  (id, { node, variable, bind }) => {
    const named = variable('named');
    return `EXISTS { MATCH (${node})-[:${edge}]->(${named}:Entity) WHERE ${named}.id = ${bind(id)} }`;
  },
]);

export const observationCompilers: readonly [string, Compiler][] = observationLinks
  .filter(({ many }) => many)
  .map(({ field }) => [field, (id, { node, bind }) => `${bind(id)} IN coalesce(${node}.${field}, [])`]);
