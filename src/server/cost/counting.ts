/** Counts what an operation returns while it runs: nodes and work, by the prices of its fields. */
import {
  GraphQLError,
  defaultFieldResolver,
  isObjectType,
  responsePathAsArray,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { OverBudget, type Budget } from '../../graph/loaders/budget.js';
import type { Context } from '../../resolvers/context.js';
import { priceOf, type Price } from '../../schema/price.js';
import { surplusOf } from '../surplus-errors.js';

type Arguments = Readonly<Record<string, unknown>>;
type Field = GraphQLField<unknown, Context>;
type Resolve = NonNullable<Field['resolve']>;

/** Where a connection came from: its pages are read by fields of it, and what is too much is said of the field that gave it. */
const origin = Symbol('the field that gave it');

interface Given {
  [origin]?: GraphQLResolveInfo;
}

/** Has every field that costs something count it, and end the operation where that is too much. */
export function countCosts(schema: GraphQLSchema): void {
  for (const type of Object.values(schema.getTypeMap()))
    if (isObjectType(type) && !type.name.startsWith('__'))
      for (const field of Object.values(type.getFields()) as Field[]) count(type, field);
}

function count(type: GraphQLObjectType, field: Field): void {
  if (priceOf(field) !== undefined) field.resolve = counted(type, field, field.resolve);
}

/** A resolver of a field that counts what the field costs. */
export function counted(type: GraphQLObjectType, field: Field, resolve: Resolve = defaultFieldResolver): Resolve {
  const price = priceOf(field);
  const ofPage = (type.extensions['price'] as Price | undefined)?.counted === 'read';
  const costs =
    price !== undefined && (ofPage || price.work !== undefined || price.workOnce !== undefined || price.counted !== 'never');
  return costs ? counting(resolve, price, ofPage) : resolve;
}

/** Errors are rejections, never thrown: where an item of a list throws, graphql-js leaves what other items reject unhandled. */
function counting(resolve: Resolve, price: Price, ofPage: boolean): Resolve {
  return (root, args: Arguments, context, info) => {
    const { budget } = context;
    const fail = (error: unknown): Promise<never> => {
      const place = (ofPage ? (root as Given)[origin] : undefined) ?? info;
      if (error instanceof OverBudget) return Promise.reject(refused(error, place, budget));
      return Promise.reject(budget.countError() ? error : (surplusOf(error) ?? error));
    };
    const give = <T>(value: T): T => {
      if (price.counted === 'given') budget.spend(sizeOf(value));
      if (price.counted === 'read' && typeof value === 'object' && value !== null) (value as Given)[origin] = info;
      return value;
    };
    try {
      if (price.work !== undefined) budget.spendWork(price.work(args));
      const value: unknown = resolve(root, args, context, info);
      return value instanceof Promise ? value.then(give).catch(fail) : give(value);
    } catch (error) {
      return fail(error);
    }
  };
}

const sizeOf = (value: unknown): number => (Array.isArray(value) ? value.length : value == null ? 0 : 1);

/** The error at the place of the field: the answer of the whole operation. */
function refused(
  error: OverBudget,
  { parentType, fieldName, fieldNodes, path }: GraphQLResolveInfo,
  budget: Budget,
): GraphQLError {
  const { message, code, details } = error.at(`${parentType.name}.${fieldName}`);
  const extensions = { code, ...details };
  const refusal = new GraphQLError(message, { nodes: fieldNodes, path: responsePathAsArray(path), extensions });
  budget.stop(refusal);
  return refusal;
}
