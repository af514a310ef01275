/** What an operation could cost, from its text alone: refused before it runs only where that is out of all proportion. */
import { GraphQLError, Kind, getArgumentValues, parse, type GraphQLSchema } from 'graphql';
import type { PublicErrorCode } from '../../error-codes.js';
import { limits } from '../../limits.js';
import { priceOf } from '../../schema/price.js';
import {
  isIncluded,
  selectionOf,
  type Part,
  type SelectedField,
  type Selection,
  type Variables,
} from '../operation/selection.js';
import { introspectionWork } from '../introspection/price.js';
import { filterLimits, filterSize } from './filter-size.js';

/** Work to test of every item whether it lies in a region: 50 ms over 3,500 regions. */
const walkUpWork = 200;

/** Work to test of every item what it is related to. */
const quantifierWork = 50;

const { worstCase, work: maxWork } = limits.operation;

export interface WorstCase {
  /** Nodes, were every page full; never fewer than the operation may really read. */
  readonly nodes: number;
  /** Work of the statements that run once, however many parents there are. */
  readonly workOnce: number;
  /** Work of one call of each field. */
  readonly work: number;
}

interface Size {
  readonly nodes: number;
  /** Nodes, however long lists without pages are. */
  readonly most: number;
  readonly workOnce: number;
  /** Work of one call of each field. */
  readonly work: number;
  readonly conditions: number;
  readonly depth: number;
}

/** The worst case of an operation; throws QUERY_TOO_EXPENSIVE when that is too much. */
export function affordable(selection: Selection, variables: Variables): WorstCase {
  const size = sizeOf(selection, variables);
  mustBeAffordable(size);
  const { nodes, most, workOnce, work } = size;
  return { nodes: Math.max(nodes, Math.min(most, limits.operation.nodes.value)), workOnce, work };
}

const nothing: Size = { nodes: 0, most: 0, workOnce: 0, work: 0, conditions: 0, depth: 0 };

/** Nodes and all the rest of what is below a field are counted once for a document, unless variables change them. */
const constants = new WeakMap<Selection, Size>();

function sizeOf(selection: Selection, variables: Variables): Size {
  const known = constants.get(selection);
  if (known !== undefined) return known;
  const size = sumOf(selection, variables);
  if (!selection.varies) constants.set(selection, size);
  return size;
}

/** The nodes are those of the type that gives most: no object is of two. */
function sumOf({ types, parts }: Selection, variables: Variables): Size {
  const nodes = new Map<string, number>();
  const most = new Map<string, number>();
  let total = nothing;
  for (const part of parts) {
    if (!isIncluded(part, variables)) continue;
    const size = sizeOfPart(part, variables);
    for (const type of part.field === undefined ? part.inner.types : types) {
      nodes.set(type, (nodes.get(type) ?? 0) + size.nodes);
      most.set(type, (most.get(type) ?? 0) + size.most);
    }
    total = added(total, size);
  }
  return { ...total, nodes: Math.max(0, ...nodes.values()), most: Math.max(0, ...most.values()) };
}

function sizeOfPart(part: Part, variables: Variables): Size {
  const { field, inner } = part;
  if (field === undefined) return sizeOf(inner, variables);
  const args = getArgumentValues(field.definition, field.node, variables);
  const [own, below] = [ownSize(field, args), sizeOf(inner, variables)];
  const total = added(own, below);
  const price = priceOf(field.definition);
  return {
    ...total,
    workOnce: total.workOnce + introspectionWork(part),
    nodes: price?.nodes(below.nodes, args) ?? below.nodes,
    most: (price?.most ?? price?.nodes)?.(below.most, args) ?? below.most,
  };
}

/** A field's filters and work. */
function ownSize({ parent, definition }: SelectedField, args: Variables): Size {
  if (parent.name === 'Mutation') return nothing; // what is written is no filter
  const { conditions, depth, walks, quantifiers, excess } = filterSize(args);
  const { work, workOnce } = priceOf(definition) ?? {};
  return {
    nodes: 0,
    most: 0,
    conditions,
    depth,
    work: work?.(args) ?? 0,
    workOnce: walks * walkUpWork + quantifiers * quantifierWork + excess + (workOnce?.(args) ?? 0),
  };
}

const added = (a: Size, b: Size): Size => ({
  nodes: a.nodes + b.nodes,
  most: a.most + b.most,
  work: a.work + b.work,
  workOnce: a.workOnce + b.workOnce,
  conditions: a.conditions + b.conditions,
  depth: Math.max(a.depth, b.depth),
});

const shown = (number: number) => number.toLocaleString('en');

function mustBeAffordable({ nodes, work, workOnce, conditions, depth }: Size): void {
  if (nodes > worstCase.value)
    throw tooExpensive(
      `The operation could read ${shown(nodes)} nodes, and at most ${shown(worstCase.value)} are allowed: ask for smaller pages or fewer levels.`,
      nodes,
      worstCase.value,
    );
  if (work + workOnce > maxWork.value)
    throw tooExpensive(
      `The operation takes ${shown(work + workOnce)} units of work, and at most ${shown(maxWork.value)} are allowed: ask for fewer counts, facets, searches or walks.`,
      work + workOnce,
      maxWork.value,
    );
  if (conditions > filterLimits.conditions)
    throw tooExpensive(
      `The filters of the operation have ${shown(conditions)} conditions, and at most ${filterLimits.conditions} are allowed.`,
      conditions,
      filterLimits.conditions,
    );
  if (depth > filterLimits.depth)
    throw tooExpensive(
      `A filter nests ${depth} levels, and at most ${filterLimits.depth} are allowed.`,
      depth,
      filterLimits.depth,
    );
}

const code: PublicErrorCode = 'QUERY_TOO_EXPENSIVE';

function tooExpensive(message: string, cost: number, limit: number): GraphQLError {
  return new GraphQLError(message, { extensions: { code, cost, limit, http: { status: 400 } } });
}

/** That costs are counted at all: prices that are not found would switch the limit off unseen. */
export function assertCostIsCounted(schema: GraphQLSchema): void {
  const document = parse('{ regions(first: 10) { edges { node { id } } } }');
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  const size = operation === undefined ? nothing : sizeOf(selectionOf(schema, document, operation), {});
  if (size.nodes < 10) throw new Error('The cost of operations is not counted.');
}
