/** The ids and names of a whole operation, so that they are looked up together. */
import {
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
  type FieldNode,
  type GraphQLResolveInfo,
  type OperationDefinitionNode,
} from 'graphql';
import { referencesOf, type FieldWithIds, type Reference } from './id-arguments.js';

type Fields = ReadonlyMap<FieldWithIds['field'], FieldWithIds>;

/** A field that takes ids, and where the operation asks for it. */
interface Place {
  readonly field: FieldWithIds;
  readonly node: FieldNode;
}

const placesOf = new WeakMap<OperationDefinitionNode, readonly Place[]>();

/** Those among the arguments of these fields, in fragments too. The document is searched for them once. */
export function referencesIn(info: GraphQLResolveInfo, fields: Fields): Reference[] {
  const places = placesOf.get(info.operation) ?? placesIn(info, fields);
  placesOf.set(info.operation, places);
  return places.flatMap(({ field, node: { arguments: given = [] } }) => {
    const args = given.flatMap(({ name, value }) => {
      const argument = field.holders.find((holder) => holder.name === name.value);
      return argument === undefined ? [] : [[name.value, valueFromAST(value, argument.type, info.variableValues)]];
    });
    return referencesOf(field, Object.fromEntries(args));
  });
}

function placesIn({ schema, operation, fragments }: GraphQLResolveInfo, fields: Fields): Place[] {
  const [types, places]: [TypeInfo, Place[]] = [new TypeInfo(schema), []];
  const visitor = visitWithTypeInfo(types, {
    Field(node) {
      const field = fields.get(types.getFieldDef() as FieldWithIds['field']);
      if (field !== undefined && (node.arguments?.length ?? 0) > 0) places.push({ field, node });
    },
  });
  for (const part of [operation, ...Object.values(fragments)]) visit(part, visitor);
  return places;
}
