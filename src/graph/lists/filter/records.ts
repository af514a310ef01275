/** Conditions on claims and observations besides their properties: the entities that they are joined to. */
import type { ClaimEdge } from '../../../model/model.js';
import type { Compiler } from './scope.js';

/** What claims can be filtered by that they are joined to: filter → relationship. */
export const claimJoins = {
  about: 'ABOUT',
  attributedTo: 'ATTRIBUTED_TO',
  document: 'EVIDENCED_BY',
} as const satisfies Readonly<Record<string, ClaimEdge>>;

export const claimCompilers: readonly [string, Compiler][] = Object.entries(claimJoins).map(([name, edge]) => [
  name,
  (id, { node, variable, bind }) => {
    const named = variable('named');
    return `EXISTS { MATCH (${node})-[:${edge}]->(${named}:Entity) WHERE ${named}.id = ${bind(id)} }`;
  },
]);

export const observationCompilers: readonly [string, Compiler][] = [
  ['about', (id, { node, bind }) => `${bind(id)} IN coalesce(${node}.about, [])`],
];
