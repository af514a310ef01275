import { GraphError } from './errors.js';

/**
 * The version of what a store holds, as this program writes it: labels, types, properties and what follows from claims.
 * A change to any of them is a new version, with a step of src/migrations/ that brings older stores there.
 */
export const modelVersion = 7;

/** Refuses a store of a version that this program does not know. */
export function mustNotBeNewer(version: number): void {
  if (version > modelVersion)
    throw new GraphError(
      'STORAGE',
      `The graph has model version ${version}, and this program knows versions up to ${modelVersion}: run the newer program that wrote it, or go back to a copy from before its upgrade.`,
    );
}
