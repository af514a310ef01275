import {
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';

/** A part of the schema that the documentation has a page for, and the text that it is found by. */
export interface Entry {
  /** Such as "Program" or "Program.regions". */
  readonly name: string;
  readonly description: string;
  readonly text: string;
  readonly def: GraphQLNamedType | GraphQLField<unknown, unknown> | GraphQLInputField;
}

/** The types and fields of a schema: fields of the query type first, those of inputs last. */
export function entriesOf(schema: GraphQLSchema): Entry[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
  const rank = (type: GraphQLNamedType) => (type === schema.getQueryType() ? 0 : isInputObjectType(type) ? 2 : 1);
  return types.toSorted((one, other) => rank(one) - rank(other)).flatMap((type) => [typeEntry(type), ...fieldEntries(type)]);
}

function typeEntry(type: GraphQLNamedType): Entry {
  const values = isEnumType(type) ? type.getValues() : [];
  return { name: type.name, description: type.description ?? '', text: textOf([type, ...values]), def: type };
}

function fieldEntries(type: GraphQLNamedType): Entry[] {
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [];
  return Object.values<GraphQLField<unknown, unknown> | GraphQLInputField>(type.getFields()).map((field) => ({
    name: `${type.name}.${field.name}`,
    description: field.description ?? '',
    text: textOf([{ name: type.name }, field, ...('args' in field ? field.args : [])]),
    def: field,
  }));
}

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

function textOf(parts: readonly Described[]): string {
  return parts.map(({ name, description }) => ` ${wordsOfName(name)} ${description ?? ''}`).join('');
}

/** "usedCarsExported" and "USED_CARS" are found by their words too. */
function wordsOfName(name: string): string {
  return `${name} ${name.replaceAll(/([a-z])([A-Z])|_/g, '$1 $2')}`;
}
