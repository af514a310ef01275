import {
  getNamedType,
  isInterfaceType,
  isLeafType,
  isListType,
  getNullableType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';

/** The types of entities, with the fields that each has of its own and that are one value or one date. */
export function propertiesOf(schema: GraphQLSchema): ReadonlyMap<string, readonly string[]> {
  const entity = schema.getType('Entity');
  if (!isInterfaceType(entity)) throw new Error('The schema has no interface "Entity".');
  const types = schema.getPossibleTypes(entity).map((type) => {
    const own = Object.values(type.getFields()).filter(({ name }) => entity.getFields()[name] === undefined);
    return [type.name, own.filter(isProperty).map(({ name }) => name)] as const;
  });
  return new Map(types);
}

function isProperty({ args, type }: GraphQLField<unknown, unknown>): boolean {
  const isList = isListType(getNullableType(type));
  return args.length === 0 && !isList && (isLeafType(getNamedType(type)) || isDate(type));
}

const isDate = (type: GraphQLField<unknown, unknown>['type']): boolean => getNamedType(type).name === 'FuzzyDate';

/** Selects them under names that tell the types apart: two may have a field of one name and of another kind. */
export function selectionOf(schema: GraphQLSchema): string {
  const selections = [...propertiesOf(schema)].map(([type, names]) => {
    const fields = schema.getType(type) as { getFields(): Record<string, GraphQLField<unknown, unknown>> };
    const selected = names.map((name) => {
      const field = fields.getFields()[name];
      return `${type}_${name}: ${name}${field !== undefined && isDate(field.type) ? ' { edtf }' : ''}`;
    });
    return selected.length === 0 ? '' : `... on ${type} { ${selected.join(' ')} }`;
  });
  return selections.join(' ');
}

type Value = string | number | boolean;

/** The properties of an entity that have a value, by their names. */
export function valuesOf(entity: Readonly<Record<string, unknown>>): Record<string, Value> {
  const prefix = `${String(entity['__typename'])}_`;
  const own = Object.entries(entity).filter(([name, value]) => name.startsWith(prefix) && value !== null);
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), plain(value)]));
}

const plain = (value: unknown): Value =>
  typeof value === 'object' ? (value as { readonly edtf: string }).edtf : (value as Value);
