/** What an entity is related to, as connections whose edges carry the relation. */
import type { Claim, Entity, Relation } from '../graph/stored/rows.js';
import type { RelationArguments } from '../graph/loaders/relation-loader.js';
import type { PlannedRelation } from '../graph/plan/relations.js';
import { labels, relationTypes, targetOf, type RelationField } from '../model/model.js';
import type { ListInput, RelationInput } from '../schema/list-arguments.js';
import { connectionOf, type Connection, type ListSource, type NodeEdge } from './connection.js';
import type { Context } from './context.js';
import { argumentsOf, reachOf } from './list-input.js';

/** An edge of a relation, which also has the relation's attributes. */
export interface RelationEdge extends NodeEdge<Entity> {
  readonly type: Relation['type'];
  readonly validity: Relation['validity'];
  readonly certainty: Relation['certainty'];
  readonly firstStatedOn: Relation['firstStatedOn'];
  readonly lastStatedOn: Relation['lastStatedOn'];
  readonly claims: readonly Claim[] | Promise<readonly Claim[]>;
  readonly [attribute: string]: unknown;
}

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
  relation: RelationField,
  id: string,
  list: ListSource<PlannedRelation>,
  loaders: Context['loaders'],
): Connection<RelationEdge> =>
  connectionOf(list, (row, cursor) => {
    const via = () => loaders.entities.byId(row.via ?? id);
    return edgeOf(row, cursor, loaders, { ...attributesOf(relation, row.attributes, loaders), via });
  });

/** What every edge of a relation shows, and what is its own; its claims are read when they are requested. */
const edgeOf = (
  { claimIds, type, validity, certainty, firstStatedOn, lastStatedOn, node, claims: planned }: PlannedRelation,
  cursor: string,
  { claims }: Context['loaders'],
  own: Readonly<Record<string, unknown>>,
): RelationEdge => ({
  ...own,
  cursor,
  node,
  type,
  validity,
  certainty,
  firstStatedOn,
  lastStatedOn,
  get claims() {
    return planned ?? claims.byIds(claimIds);
  },
});

/** The attributes of an edge; one that is the id of an entity shows the entity. */
function attributesOf(
  { attributes: model }: RelationField,
  attributes: Relation['attributes'],
  { entities }: Context['loaders'],
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      model[name]?.isId === true && value !== undefined ? () => entities.byId(value as string) : value,
    ]),
  );
}

/** The connection of all that an entity is related to. A relation of an entity to itself leads from it. */
export function followAny(id: string, input: RelationInput, { loaders, memo }: Context): Connection<RelationEdge> {
  const { way, args } = memo.of(followAny, input, () => questionOfAny(input));
  return connectionOf(loaders.relations.related(id, way, args), (row, cursor) =>
    edgeOf(row, cursor, loaders, { direction: row.source === id ? 'out' : 'in' }),
  );
}

function questionOfAny({ types, direction, certainty, edge, ...input }: RelationInput) {
  return {
    way: { types: types ?? relationTypes, direction, targets: labels },
    args: {
      ...argumentsOf('Entity', input, { types: relationTypes, attributes: {} }),
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
