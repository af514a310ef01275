/** Which part of a graph an export writes. */
import { GraphError } from '../graph/errors.js';
import { labels, relationTypes, usualRelationTypes, type Label, type RelationType } from '../model/model.js';
import { meant } from '../graph/search/meant.js';
import type { Graph } from '../graph/port.js';
import { neighbourhoodOf, ofTypes, type Chosen } from './subgraph.js';

/** All entities of some types, or some entities and what is around them. */
export type Part =
  | { readonly types: readonly Label[] }
  | { readonly about: readonly string[]; readonly depth: number; readonly relations?: readonly RelationType[] };

export const chosenBy = (graph: Graph, part: Part): Promise<Chosen> =>
  'types' in part
    ? ofTypes(graph, part.types)
    : neighbourhoodOf(graph, { from: part.about, depth: part.depth, types: part.relations ?? usualRelationTypes });

/** The types with these names. Throws BAD_USER_INPUT. */
export const labelsNamed = (parameter: string, names: readonly string[]): Label[] => namesOf(parameter, names, labels);
export const relationTypesNamed = (parameter: string, names: readonly string[]): RelationType[] =>
  namesOf(parameter, names, relationTypes);

const namesOf = <T extends string>(parameter: string, names: readonly string[], allowed: readonly T[]): T[] =>
  names.map((name) => {
    const found = allowed.find((each) => each === name);
    if (found !== undefined) return found;
    const hint = meant(name, allowed) || ` It must be one of ${allowed.join(', ')}.`;
    throw new GraphError('BAD_USER_INPUT', `Unknown name ${JSON.stringify(name.slice(0, 100))} in "${parameter}".${hint}`);
  });
