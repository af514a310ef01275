import { Arg, Args, Ctx, ID, Query, Resolver } from 'type-graphql';
import { listConnection } from '../schema/connections.js';
import { listArguments, type ListInput } from '../schema/list-arguments.js';
import { Product } from '../schema/product.js';
import type { Context } from './context.js';
import { entityWithId } from './entities.js';
import { listOf } from './lists.js';

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
}
