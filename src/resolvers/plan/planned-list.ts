/** The list of a relation field that a plan reads, from the arguments that the operation gives the field. */
import { getArgumentValues, isAbstractType, type GraphQLField, type GraphQLObjectType, type GraphQLResolveInfo } from 'graphql';
import { relationList, type RelationArguments, type RelationList } from '../../graph/loaders/relation-loader.js';
import type { RelationField } from '../../model/model.js';
import type { ListInput } from '../../schema/list-arguments.js';
import type { Context } from '../context.js';
import { relatedArguments } from '../related.js';
import { argumentsOnly } from './arguments-only.js';
import type { SelectedField } from './selection.js';

export type Resolve = NonNullable<GraphQLField<unknown, Context>['resolve']>;

/** The resolvers of fields below that of the view. */
export type Resolvers = ReadonlyMap<GraphQLField<unknown, Context>, Resolve>;

export interface Planning {
  readonly resolvers: Resolvers;
  readonly context: Context;
  readonly info: GraphQLResolveInfo;
}

export interface PlannedArguments {
  readonly args: RelationArguments;
  readonly list: RelationList;
  /** Nothing was looked up: arguments of the same values always are these. */
  readonly isLasting: boolean;
}

/** Undefined where the resolver of the field must answer. */
export async function listOf(
  planning: Planning,
  field: SelectedField,
  relation: RelationField,
): Promise<PlannedArguments | undefined> {
  const input = relation.one ? { first: 1 } : inputOf(planning, field);
  const args = relatedArguments(relation, await input);
  if (args.reach !== undefined || args.rollUpTo !== undefined) return undefined;
  const { on } = planning.context.loaders.reader.asOf;
  return { args, list: relationList(relation, args, on), isLasting: !(input instanceof Promise) };
}

/** The arguments of a field as its resolver takes them: names are ids, and all is validated. */
function inputOf({ resolvers, context, info }: Planning, { name, nodes, type }: SelectedField): ListInput | Promise<ListInput> {
  const parentType = isAbstractType(type) ? (info.schema.getPossibleTypes(type)[0] as GraphQLObjectType) : type;
  const field = parentType.getFields()[name] as GraphQLField<unknown, Context>;
  const args = getArgumentValues(field as GraphQLField<unknown, unknown>, nodes[0], info.variableValues);
  const inPlace = { ...info, fieldName: name, fieldNodes: nodes, parentType, returnType: field.type };
  return resolvers.get(field)?.(argumentsOnly, args, context, inPlace) as ListInput | Promise<ListInput>;
}
