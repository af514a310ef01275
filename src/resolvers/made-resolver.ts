import { Args, Ctx, FieldResolver, Resolver, Root, type ClassType } from '../type-graphql/decorators.js';
import type { Label } from '../model/model.js';
import type { Entity } from '../graph/stored/rows.js';
import { entityTypes } from '../schema/entity-types.js';
import type { ListInput } from '../schema/list-arguments.js';
import type { Context } from './context.js';
import { argumentsOnly } from './plan/arguments-only.js';
import { Costs, oneRead } from '../schema/price.js';

/** A field of an entity type that is made from data: a list with its arguments, or one thing without any. */
interface MadeField {
  readonly on: Label | 'Entity';
  readonly name: string;
  readonly description: string;
  readonly type: () => object;
  readonly nullable?: boolean;
}

/** The resolver of a list field. */
export function listResolver(
  field: MadeField & {
    readonly args: ClassType<ListInput>;
    readonly resolve: (id: string, input: ListInput, context: Context) => unknown;
  },
): Function {
  const { name, args, resolve } = field;
  class ListResolver {
    [name](entity: Entity, input: ListInput, context: Context) {
      return entity === argumentsOnly ? input : resolve(entity.id, input, context);
    }
  }
  Args(() => args)(ListResolver.prototype, name, 1);
  Ctx()(ListResolver.prototype, name, 2);
  return decorated(ListResolver, field);
}

/** The resolver of a field without arguments. */
export function oneResolver(field: MadeField & { readonly resolve: (id: string, context: Context) => unknown }): Function {
  const { name, resolve } = field;
  class OneResolver {
    [name]({ id }: Entity, context: Context) {
      return resolve(id, context);
    }
  }
  Ctx()(OneResolver.prototype, name, 1);
  Costs(oneRead)(OneResolver.prototype, name);
  return decorated(OneResolver, field);
}

/** type-graphql finds a field by the name of its method. */
function decorated(resolver: ClassType, { on, name, description, type, nullable = false }: MadeField): Function {
  FieldResolver(type as () => ClassType, { nullable, description })(resolver.prototype, name, {});
  Root()(resolver.prototype, name, 0);
  Resolver(() => entityTypes[on] as ClassType)(resolver);
  return resolver;
}
