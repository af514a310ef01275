/** What an operation can use, by name: fields with arguments or selections, their arguments, values of enums and operators of filters. */
import {
  getNamedType,
  isCompositeType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type GraphQLSchema,
} from 'graphql';

/** Types of a label have filters, orders and facets of their own that are made by one piece of code: they count as one. */
function kindOf(type: string): string {
  const [related] = /(?:Relation|Edge)Filter$/.exec(type) ?? [];
  if (related !== undefined) return related;
  return type.endsWith('Filter') && !/^(String|Code|Count|Id|Int|Date|Float|Validity)Filter$/.test(type) ? 'Filter' : type;
}

/** Left out: what an engine says of itself. */
const isOfTheEngine = (field: string): boolean => /^(engine|engineVersion)$/.test(field);

/** Inputs of what is written; only what is read can be asked of both engines again and again. */
const ofMutations = /Input$/;

/** No generated graph has readings: only editors see them. */
const ofReadings = /^(?:Reading|Reread|Propos)/;

export function allPartsOf(schema: GraphQLSchema): string[] {
  const parts = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (type.name.startsWith('__') || ['Subscription', 'Mutation'].includes(type.name)) return [];
    if (isInputObjectType(type) && ofMutations.test(type.name)) return [];
    if (isInputObjectType(type) && kindOf(type.name) !== 'Filter')
      return Object.keys(type.getFields()).map((name) => `${kindOf(type.name)}.${name}`);
    if ((!isObjectType(type) && !isInterfaceType(type)) || ofReadings.test(type.name)) return [];
    return Object.values(type.getFields()).flatMap(({ name, args, type: to }) =>
      isOfTheEngine(name) || (args.length === 0 && !isCompositeType(getNamedType(to)))
        ? []
        : [name, ...args.flatMap((arg) => [partOf(name, arg.name), ...choices(name, arg.name, getNamedType(arg.type))])],
    );
  });
  return [...new Set(parts)].sort();
}

/** What all lists have alike counts once. */
const partOf = (field: string, arg: string): string =>
  `${/^(first|last|after|before|where|orderBy|id|level|within|asOf)$/.test(arg) ? '' : field}(${arg})`;

/** The values that reach further or nearer: those of orders and facets are too many for a short run. */
function choices(field: string, arg: string, type: unknown): string[] {
  return isEnumType(type) && ['scope', 'direction'].includes(arg)
    ? type.getValues().map(({ name }) => `${field}(${arg}: ${name})`)
    : [];
}

export function partsOf(schema: GraphQLSchema, query: string): string[] {
  const info = new TypeInfo(schema);
  const parts: string[] = [];
  let field = '';
  const visitor = visitWithTypeInfo(info, {
    Field: (node) => {
      field = node.name.value;
      parts.push(field);
    },
    Argument: (node) => {
      parts.push(partOf(field, node.name.value));
      if (node.value.kind === Kind.ENUM) parts.push(`${field}(${node.name.value}: ${node.value.value})`);
    },
    ObjectField: (node) => void parts.push(`${kindOf(String(getNamedType(info.getParentInputType())))}.${node.name.value}`),
  });
  visit(parse(query), visitor);
  return parts;
}
