/** Gives every resolver a context of its root field, whose loaders see the graph as of the day and instant that the field asks for. */
import {
  OperationTypeNode,
  getDirectiveValues,
  isObjectType,
  type GraphQLDirective,
  type GraphQLField,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { Loaders } from '../graph/loaders/loaders.js';
import { Memo } from '../graph/memo.js';
import { now, type AsOf } from '../graph/time/as-of.js';
import type { Certainty } from '../graph/time/certainty.js';
import { asOfDirective } from '../schema/as-of.js';
import type { Context, RequestContext } from './context.js';

/** Kept with the request: a collection of young garbage keeps the values of weak maps, and so all that a request has read. */
const views = Symbol('the views of a request');

type Viewed = RequestContext & { [views]?: Views };

/** Has each resolver called with the context of its root field; fields without a resolver cost nothing more. */
export function resolveByRootField(schema: GraphQLSchema): void {
  const directive = asOfDirective(schema);
  const viewsOf = (request: Viewed): Views => (request[views] ??= new Views(request, directive));
  for (const field of fieldsOf(schema)) {
    const { resolve } = field;
    if (resolve === undefined) continue;
    field.resolve = (root, args, request: RequestContext, info) =>
      resolve(root, args, viewsOf(request).contextOf(args, info), info);
  }
}

const fieldsOf = (schema: GraphQLSchema): GraphQLField<unknown, RequestContext>[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && !type.name.startsWith('__') ? Object.values(type.getFields()) : [],
  );

type Arguments = Readonly<Record<string, unknown>>;

/** The views of one request: root fields that see the graph alike share one set of loaders, and so their statements. */
class Views {
  private readonly loaders = new Map<string, Loaders>();
  /** By the response name of a root field. */
  private readonly contexts = new Map<string | number, Context>();

  constructor(
    private readonly request: RequestContext,
    private readonly directive: GraphQLDirective,
  ) {}

  /** The context of a field, which is that of its root field. A mutation's is left behind for what it returns: loaders keep what they read before the write. */
  contextOf(args: Arguments, info: GraphQLResolveInfo): Context {
    const root = rootOf(info.path);
    const known = this.contexts.get(root);
    if (known !== undefined) return known;
    const writes = info.operation.operation === OperationTypeNode.MUTATION;
    const asOf = asOfField(args, this.directive, info, this.request.today);
    const context = { ...this.request, loaders: writes ? this.fresh(asOf) : this.shared(asOf), memo: new Memo() };
    if (!writes || info.path.prev !== undefined) this.contexts.set(root, context);
    return context;
  }

  private shared(asOf: AsOf): Loaders {
    const key = JSON.stringify(asOf);
    const loaders = this.loaders.get(key) ?? this.fresh(asOf);
    this.loaders.set(key, loaders);
    return loaders;
  }

  private fresh(asOf: AsOf): Loaders {
    return new Loaders(this.request.graph, asOf, this.request.signal, this.request.budget);
  }
}

function rootOf(path: GraphQLResolveInfo['path']): string | number {
  let root = path;
  while (root.prev !== undefined) root = root.prev;
  return root.key;
}

interface AsOfInput {
  readonly date?: string | null;
  readonly knownAt?: Date | null;
  readonly atLeast?: Certainty | null;
}

/** What the root field asks for by itself wins over what `@asOf` asks for the whole operation. */
function asOfField(
  args: Arguments,
  directive: GraphQLDirective,
  { operation, variableValues }: GraphQLResolveInfo,
  today: string,
): AsOf {
  const whole: AsOfInput = getDirectiveValues(directive, operation, variableValues) ?? {};
  const own = (args['asOf'] ?? {}) as AsOfInput;
  const knownAt = own.knownAt ?? whole.knownAt;
  return {
    on: own.date ?? whole.date ?? today,
    knownAt: knownAt?.toISOString() ?? now,
    atLeast: own.atLeast ?? whole.atLeast ?? 'POSSIBLE',
  };
}
