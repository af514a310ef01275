/** Where the API takes an entity: by its id, or by an exact name. Arguments and input fields carry the labels of the entities that they may name. */
import type { GraphQLArgument, GraphQLField, GraphQLInputField } from 'graphql';
import { IsOptional } from 'class-validator';
import { Arg, Extensions, Field, ID, type ClassType } from '../type-graphql/decorators.js';
import type { Label } from '../model/model.js';

/** The labels that an entity may have: always the same ones, or by what is beside its id, as the predicate beside the subject of a claim. */
export type PossibleLabels = readonly Label[] | ((siblings: Siblings) => readonly Label[]);
type Siblings = Readonly<Record<string, unknown>>;

const extension = 'entityOf';
/** Parameters of methods have no extensions of their own: the field keeps those of its arguments. */
const extensionOf = (argument: string): string => `${extension}(${argument})`;

const described = (description: string): string => `${description} By id or exact name.`;

/** A parameter that takes an entity. */
export const EntityArg =
  (name: string, possible: PossibleLabels, description: string): ParameterDecorator =>
  (target, method, index) => {
    Arg(name, () => ID, { description: described(description) })(target, method as string, index);
    Extensions({ [extensionOf(name)]: possible })(target, method as string);
  };

interface EntityFieldOptions {
  readonly nullable?: boolean;
  /** A list of ids, or a test of an id. */
  readonly type?: () => object;
}

/** A property that takes an entity, of a class of arguments or of an input. */
export const EntityField =
  (
    possible: PossibleLabels,
    description: string,
    { nullable = false, type = () => ID }: EntityFieldOptions = {},
  ): PropertyDecorator =>
  (target, name) => {
    Field(type as () => typeof ID, { nullable, description: described(description) })(target, name);
    Extensions({ [extension]: possible })(target, name as string);
  };

/** Adds one optional field that takes an entity, or tests the id of one. */
export function addEntity(
  type: ClassType,
  name: string,
  possible: readonly Label[],
  description: string,
  returns: () => object = () => ID,
  ...validators: PropertyDecorator[]
): void {
  EntityField(possible, description, { nullable: true, type: returns })(type.prototype, name);
  for (const validator of [IsOptional(), ...validators]) validator(type.prototype, name);
}

/** The labels of the entities that an input field may name; undefined where it takes something else. */
export function labelsOfInput({ extensions }: GraphQLInputField, siblings: Siblings): readonly Label[] | undefined {
  return resolved(extensions[extension], siblings);
}

/** The labels of the entities that an argument of a field may name; undefined where it takes something else. */
export function labelsOfArgument(
  field: Pick<GraphQLField<unknown, unknown>, 'extensions'>,
  { name, extensions }: GraphQLArgument,
  siblings: Siblings,
): readonly Label[] | undefined {
  return resolved(extensions[extension] ?? field.extensions[extensionOf(name)], siblings);
}

function resolved(possible: unknown, siblings: Siblings): readonly Label[] | undefined {
  return typeof possible === 'function' ? (possible(siblings) as readonly Label[]) : (possible as readonly Label[] | undefined);
}
