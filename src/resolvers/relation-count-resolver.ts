import { Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import type { Entity as EntityRow } from '../graph/stored/rows.js';
import { Entity } from '../schema/entity.js';
import { Costs, wholeList } from '../schema/price.js';
import { RelationCount } from '../schema/relation-count.js';
import type { Context } from './context.js';

@Resolver(() => Entity)
export class RelationCountResolver {
  @FieldResolver(() => [RelationCount], {
    description:
      'How many relations it has, by type and by the way that they lead, the most first: what `relations` lists with these `types` and this `direction`.',
  })
  @Costs(wholeList(() => 8)) // a statement each way
  relationCounts(@Root() { id }: EntityRow, @Ctx() { loaders }: Context) {
    return loaders.relationCounts.of(id);
  }
}
