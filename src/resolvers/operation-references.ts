/** The ids and names of a whole operation, so that they are looked up together. */
import { TypeInfo, valueFromAST, visit, visitWithTypeInfo, type GraphQLResolveInfo } from 'graphql';
import { referencesOf, type FieldWithIds, type Reference } from './id-arguments.js';

/** Those among the arguments of these fields, in fragments too. */
export function referencesIn(
  { schema, operation, fragments, variableValues }: GraphQLResolveInfo,
  fields: ReadonlyMap<FieldWithIds['field'], FieldWithIds>,
): Reference[] {
  const [types, found]: [TypeInfo, Reference[]] = [new TypeInfo(schema), []];
  const visitor = visitWithTypeInfo(types, {
    Field({ arguments: given = [] }) {
      const each = fields.get(types.getFieldDef() as FieldWithIds['field']);
      if (each === undefined) return;
      const args = given.flatMap(({ name, value }) => {
        const argument = each.holders.find((holder) => holder.name === name.value);
        return argument === undefined ? [] : [[name.value, valueFromAST(value, argument.type, variableValues)]];
      });
      found.push(...referencesOf(each, Object.fromEntries(args)));
    },
  });
  for (const part of [operation, ...Object.values(fragments)]) visit(part, visitor);
  return found;
}
