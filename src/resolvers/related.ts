/** What an entity is related to, as connections whose edges carry the relation. */
import type { Entity } from '../graph/stored/rows.js';
import type { RelationArguments } from '../graph/loaders/relation-loader.js';
import type { PlannedRelation } from '../graph/plan/relations.js';
import { labels, relationTypes, targetOf, type RelationField } from '../model/model.js';
import type { ListInput, RelationInput } from '../schema/list-arguments.js';
import { connectionOf, type Connection, type ListSource } from './connection.js';
import type { Context } from './context.js';
import { argumentsOf, reachOf } from './list-input.js';
import { edgeClassOf, type RelationEdge } from './relation-edge.js';

/** The arguments of a relation field as the graph takes them. */
export const relatedArguments = (relation: RelationField, input: ListInput): RelationArguments => ({
  ...argumentsOf(targetOf(relation), input, relation),
  certainty: input.certainty ?? undefined,
  edge: input.edge ?? undefined,
  reach: reachOf(input, relation.parts),
  rollUpTo: input.rollUpTo ?? undefined,
});

/** The connection of a relation field of an entity. */
export function follow(
  relation: RelationField,
  id: string,
  input: ListInput,
  { loaders, memo }: Context,
): Connection<RelationEdge> {
  const args = memo.of(relation, input, () => relatedArguments(relation, input)); // the same for all parents: loaders know by it what to read together
  return relationsOf(relation, id, loaders.relations.related(id, relation, args), loaders);
}

/** A list of what an entity is related to by a field, as a connection. */
export const relationsOf = (
  relation: Pick<RelationField, 'attributes'>,
  id: string,
  list: ListSource<PlannedRelation>,
  loaders: Context['loaders'],
): Connection<RelationEdge> => {
  const Edge = edgeClassOf(relation);
  return connectionOf(list, (row, place) => new Edge(row, place, id, loaders));
};

/** Relations of any type have no attributes in common. */
const ofAny = { attributes: {} };

/** The connection of all that an entity is related to. */
export function followAny(id: string, input: RelationInput, { loaders, memo }: Context): Connection<RelationEdge> {
  const { way, args } = memo.of(followAny, input, () => questionOfAny(input));
  return relationsOf(ofAny, id, loaders.relations.related(id, way, args), loaders);
}

function questionOfAny({ types, direction, certainty, edge, ...input }: RelationInput) {
  return {
    way: { types: types ?? relationTypes, direction, targets: labels },
    args: {
      ...argumentsOf('Entity', input, { types: relationTypes, ...ofAny }),
      certainty: certainty ?? undefined,
      edge: edge ?? undefined,
    },
  };
}

const onlyFirst: ListInput = { first: 1 };

/** The one entity that a relation field leads to: the first by name where several claims differ. */
export async function firstOf(field: RelationField, id: string, context: Context): Promise<Entity | undefined> {
  const [edge] = await follow(field, id, onlyFirst, context).edges;
  return edge?.node;
}
