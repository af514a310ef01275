/** Where each type is used: the fields that return it, and the arguments and input fields that take it. */
import { getNamedType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

interface Use {
  readonly type: string;
  readonly field: string;
}

export type Uses = ReadonlyMap<string, readonly Use[]>;

export function usesOfTypes(schema: GraphQLSchema): Uses {
  const uses = new Map<string, Use[]>();
  const add = (used: string, use: Use) => {
    const list = uses.get(used) ?? [];
    if (!list.some(({ type, field }) => type === use.type && field === use.field)) list.push(use);
    uses.set(used, list);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        const use = { type: type.name, field: field.name };
        for (const used of [field, ...field.args]) add(getNamedType(used.type).name, use);
      }
    if (isInputObjectType(type))
      for (const field of Object.values(type.getFields()))
        add(getNamedType(field.type).name, { type: type.name, field: field.name });
  }
  return uses;
}
