/** All items of a kind, as connections. */
import { entityOf, observationOf, type Claim, type Entity, type Observation } from '../graph/stored/rows.js';
import type { Label } from '../model/model.js';
import type { ListInput } from '../schema/list-arguments.js';
import { connectionOf, type Connection, type NodeEdge } from './connection.js';
import type { Context } from './context.js';
import { argumentsOf } from './list-input.js';

/** The connection of all entities of a label. */
export function listOf(label: Label, input: ListInput, { loaders }: Context): Connection<NodeEdge<Entity>> {
  return connectionOf(loaders.lists.all(label, argumentsOf(label, input)), (row, cursor) => ({ cursor, node: entityOf(row) }));
}

/** The connection of all live claims. */
export function claimList(input: ListInput, { loaders }: Context): Connection<NodeEdge<Promise<Claim | null>>> {
  return connectionOf(loaders.lists.all('Claim', argumentsOf('Claim', input)), ({ node }, cursor) => ({
    cursor,
    node: loaders.claims.byId(node['id'] as string),
  }));
}

/** The connection of all observations. */
export function observationList(input: ListInput, { loaders }: Context): Connection<NodeEdge<Observation>> {
  return connectionOf(loaders.lists.all('Observation', argumentsOf('Observation', input)), ({ node }, cursor) => ({
    cursor,
    node: observationOf(node),
  }));
}
