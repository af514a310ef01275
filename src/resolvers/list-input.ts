/** The arguments of a list as the graph takes them. */
import { GraphError } from '../graph/errors.js';
import { edgeOrderings } from '../graph/lists/edge-order.js';
import type { EdgeModel } from '../graph/lists/filter/edges.js';
import type { Filter } from '../graph/lists/filter/filter.js';
import { orderings, type Order, type PageArguments } from '../graph/lists/order.js';
import type { Reach } from '../graph/lists/reach.js';
import type { ListArguments } from '../graph/loaders/list-loader.js';
import type { Listed, PartsModel, RecordLabel } from '../model/model.js';
import type { ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { withQuotes } from './quoted-text.js';

/** Shortcuts become part of the filter, the order gets its property. `edge` are the relations to the items. */
export function argumentsOf(listed: Listed | 'Entity', input: ListInput, edge?: EdgeModel): ListArguments {
  const { where } = given(input);
  const shortcuts = shortcutsOf(given(input));
  const filters = [...(where === undefined ? [] : [where]), ...shortcuts];
  return {
    ...pageOf(input),
    where: filters.length === 0 ? undefined : { and: filters },
    order: orderOf(listed, given(input).orderBy, edge),
  };
}

/** The same for claims and observations, whose texts are looked for in the archive too. */
export async function recordArguments(listed: RecordLabel, input: ListInput, context: Context): Promise<ListArguments> {
  const { where, ...args } = argumentsOf(listed, input);
  return { ...args, where: where === undefined ? undefined : await withQuotes(where, context) };
}

/** The page that is asked for. */
export function pageOf(input: ListInput): PageArguments {
  const { first, after, last, before } = given(input);
  if (first !== undefined && last !== undefined) throw new GraphError('BAD_USER_INPUT', 'Give "first" or "last", not both.');
  return { first, after, last, before };
}

/** How far beyond the entity itself the question reaches. */
export function reachOf({ scope, includeParts }: ListInput, parts?: PartsModel): Reach | undefined {
  if (includeParts === true) return parts?.by === 'INCLUDES' ? 'INCLUDED' : 'PARTS';
  return scope == null || scope === 'DIRECT' ? undefined : (scope as Reach);
}

/** A null argument is treated as omitted. */
function given(input: ListInput): ListInput {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null));
}

function shortcutsOf({ types, level, within, region, kind, indicator, about, period }: ListInput): Filter[] {
  return [
    ...(types === undefined ? [] : [{ type: types }]),
    ...(level === undefined ? [] : [{ level: { eq: level } }]),
    ...(within === undefined ? [] : [{ within }]),
    ...(region === undefined ? [] : [{ region: { eq: region } }]),
    ...(kind === undefined ? [] : [{ kind: { eq: kind } }]),
    ...(indicator === undefined ? [] : [{ indicator: { eq: indicator } }]),
    ...(about === undefined ? [] : [{ about }]),
    ...(period === undefined ? [] : [{ period: { gte: period.from, lte: period.to } }]),
  ];
}

const defaultOrders: Readonly<Partial<Record<Listed | 'Entity', string>>> = { Observation: 'PERIOD_ASC', Claim: 'PREDICATE_ASC' };

function orderOf(listed: Listed | 'Entity', orderBy: string = defaultOrders[listed] ?? 'NAME_ASC', edge?: EdgeModel): Order {
  const separator = orderBy.lastIndexOf('_');
  const name = orderBy.slice(0, separator);
  const ordering = orderings(listed).get(name) ?? (edge === undefined ? undefined : edgeOrderings(edge).get(name));
  if (ordering === undefined) throw new Error(`There is no order ${orderBy}.`);
  return { ...ordering, direction: orderBy.slice(separator + 1) as Order['direction'] };
}
