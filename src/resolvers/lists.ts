/** All items of a kind, as connections. */
import type { GraphQLResolveInfo } from 'graphql';
import { entityOf, observationOf, type Claim, type Entity, type Observation } from '../graph/stored/rows.js';
import type { Label } from '../model/model.js';
import type { ListInput } from '../schema/list-arguments.js';
import { connectionOf, nodeEdge, type Connection, type NodeEdge } from './connection.js';
import type { Context } from './context.js';
import { argumentsOf, recordArguments } from './list-input.js';
import { pageByPlan } from './plan/plans.js';

/** The connection of all entities of a label. */
export async function listOf(
  label: Label,
  input: ListInput,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Connection<NodeEdge<Entity>>> {
  const args = argumentsOf(label, input);
  const page = await pageByPlan(label, args, context, info);
  const list = context.loaders.lists.all(label, args);
  if (page === undefined) return connectionOf(list, (row, place) => nodeEdge(entityOf(row), place));
  return connectionOf({ ...list, page: () => page }, nodeEdge);
}

/** The connection of all live claims. */
export async function claimList(input: ListInput, context: Context): Promise<Connection<NodeEdge<Promise<Claim | null>>>> {
  const { loaders } = context;
  return connectionOf(loaders.lists.all('Claim', await recordArguments('Claim', input, context)), ({ node }, place) =>
    nodeEdge(loaders.claims.byId(node['id'] as string), place),
  );
}

/** The connection of all observations. */
export async function observationList(input: ListInput, context: Context): Promise<Connection<NodeEdge<Observation>>> {
  const args = await recordArguments('Observation', input, context);
  return connectionOf(context.loaders.lists.all('Observation', args), ({ node }, place) => nodeEdge(observationOf(node), place));
}
