import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Entity } from '../graph/rows.js';
import { listConnection, relationConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Product } from '../schema/product.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { follow, listOf } from './lists.js';

@Resolver(() => Product)
export class ProductResolver {
  @Query(() => Product, { nullable: true, description: 'The product with this id; null when there is none.' })
  product(@Arg('id', () => ID, { description: 'Such as "product:used-cars".' }) id: string, @Ctx() context: Context) {
    return entityWithId('Product', id, context);
  }

  @Query(() => listConnection('Product', () => Product), { description: 'All products, or those that pass a filter.' })
  products(@Args(() => listArguments('Product')) input: ListInput, @Ctx() context: Context) {
    return listOf('Product', input, context);
  }

  @FieldResolver(() => relationConnection('Product', 'policies'), { description: 'The policies that are about it.' })
  policies(@Root() { id }: Entity, @Args(() => listArguments('Policy')) input: ListInput, @Ctx() context: Context) {
    return follow('Product', 'policies', id, input, context);
  }

  @FieldResolver(() => relationConnection('Product', 'programs'), { description: 'The programs that are about it.' })
  programs(@Root() { id }: Entity, @Args(() => listArguments('Program')) input: ListInput, @Ctx() context: Context) {
    return follow('Product', 'programs', id, input, context);
  }

  @FieldResolver(() => relationConnection('Product', 'includes'), {
    description: 'The sectors and products that it is made up of.',
  })
  includes(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Product', 'includes', id, input, context);
  }

  @FieldResolver(() => relationConnection('Product', 'partOf'), { description: 'The sectors and products that it is a part of.' })
  partOf(@Root() { id }: Entity, @Args(() => listArguments('Entity')) input: ListInput, @Ctx() context: Context) {
    return follow('Product', 'partOf', id, input, context);
  }

  @FieldResolver(() => relationConnection('Product', 'ownedBy'), { description: 'The organizations that own it.' })
  ownedBy(@Root() { id }: Entity, @Args(() => listArguments('Organization')) input: ListInput, @Ctx() context: Context) {
    return follow('Product', 'ownedBy', id, input, context);
  }

  @FieldResolver(() => relationConnection('Product', 'markets'), { description: 'The regions that it is sold to.' })
  markets(@Root() { id }: Entity, @Args(() => listArguments('Region')) input: ListInput, @Ctx() context: Context) {
    return follow('Product', 'markets', id, input, context);
  }
}
