/** Plans of operations that came before: what a root field selects is planned once for all requests whose variables have the same values below it. */
import {
  Kind,
  visit,
  type ASTNode,
  type FragmentDefinitionNode,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
  type SelectionNode,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { EntityReads } from '../../graph/plan/reads.js';
import { limits } from '../../limits.js';

export interface Plan {
  /** Undefined where the field selects nothing that a plan reads. */
  readonly reads: EntityReads | undefined;
  /** The most nodes that it reads. */
  readonly nodes: number;
}

/** A plan keeps the document that it was made for, and is about as large as that. */
interface Entry {
  readonly plan: Plan;
  readonly characters: number;
}

const plans = new LRUCache<string, Entry>({
  max: limits.documents.documents.value,
  maxSize: limits.documents.characters.value,
  sizeCalculation: ({ characters }, key) => characters + key.length,
});

/** Plans are kept for values that are no longer than this: pages and the like. */
const longest = 1_000;

export type PlanValue = string | number | boolean;

/** The plan of a root field; undefined where it must be made. `values` are what it depends on besides the operation and its variables. */
export class PlanPlace {
  private readonly key: string;

  constructor(
    private readonly info: GraphQLResolveInfo,
    values: readonly PlanValue[],
  ) {
    this.key = JSON.stringify([numberOf(info.operation), info.path.key, ...values, valuesBelow(info)]);
  }

  get(): Plan | undefined {
    return plans.get(this.key)?.plan;
  }

  set(plan: Plan): void {
    if (this.key.length <= longest) plans.set(this.key, { plan, characters: this.info.operation.loc?.source.body.length ?? 0 });
  }
}

let last = 0;
const numbers = new WeakMap<OperationDefinitionNode, number>();

/** A document that is parsed again has other nodes, by which what was read for a field is found. */
function numberOf(operation: OperationDefinitionNode): number {
  const number = numbers.get(operation) ?? ++last;
  numbers.set(operation, number);
  return number;
}

function valuesBelow({ operation, fragments, variableValues }: GraphQLResolveInfo): Readonly<Record<string, unknown>> {
  const names = namesBelow.get(operation) ?? variablesBelow(operation, Object.values(fragments));
  namesBelow.set(operation, names);
  return Object.fromEntries(
    names.filter((name) => Object.hasOwn(variableValues, name)).map((name) => [name, variableValues[name]]),
  );
}

const namesBelow = new WeakMap<OperationDefinitionNode, readonly string[]>();

/** The variables of an operation, but for those that are only arguments of root fields. */
function variablesBelow({ selectionSet }: OperationDefinitionNode, fragments: readonly FragmentDefinitionNode[]): string[] {
  const names = new Set<string>();
  for (const part of [...selectionSet.selections.flatMap(withoutArguments), ...fragments])
    visit(part, { Variable: ({ name }) => void names.add(name.value) });
  return [...names];
}

const withoutArguments = (node: SelectionNode): readonly ASTNode[] =>
  node.kind === Kind.FIELD ? [...(node.directives ?? []), ...(node.selectionSet?.selections ?? [])] : [node];
