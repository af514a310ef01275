/** Introspection gives way to other requests: graphql-js makes the whole of a schema in one go, and everything else waits for it. */
import { TypeMetaFieldDef, __Schema, type GraphQLField, type GraphQLFieldResolver } from 'graphql';
import { Slices } from '../../graph/slices.js';

const operations = new WeakMap<object, Slices>();

function slicesOf(context: object): Slices {
  const slices = operations.get(context) ?? new Slices();
  operations.set(context, slices);
  return slices;
}

type Resolver = GraphQLFieldResolver<unknown, unknown>;
type Field = Pick<GraphQLField<unknown, unknown>, 'resolve'>;

/** Meta fields belong to graphql-js and to every schema of a process, some of which are read at once: only those of requests are sliced, which have a context. */
function sliced(field: Field, inSlices: (slices: Slices, resolve: () => unknown) => unknown): void {
  const { resolve } = field as { readonly resolve: Resolver };
  field.resolve = (root, args, context, info) => {
    const now = () => resolve(root, args, context, info);
    return typeof context === 'object' && context !== null ? inSlices(slicesOf(context), now) : now();
  };
}

let isSliced = false;

/** Has introspection by requests give way to others. */
export function sliceIntrospection(): void {
  if (isSliced) return;
  isSliced = true;
  sliced(__Schema.getFields()['types'] as Field, (slices, resolve) => eachInTurn(slices, resolve() as Iterable<unknown>));
  sliced(TypeMetaFieldDef, async (slices, resolve) => {
    await slices.next();
    return resolve();
  });
}

const eachInTurn = <T>(slices: Slices, items: Iterable<T>): Promise<T>[] =>
  Array.from(items, async (item) => {
    await slices.next();
    return item;
  });
