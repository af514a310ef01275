import { Ctx, FieldResolver, Int, Query, Resolver } from '../type-graphql/decorators.js';
import { cursorOf } from '../changesets/log.js';
import { dataVersion } from '../graph/data-version.js';
import { labels } from '../model/model.js';
import { readerOf } from '../graph/port.js';
import { GraphInfo, TypeCount } from '../schema/graph-info.js';
import type { Context } from './context.js';

@Resolver(() => GraphInfo)
export class GraphResolver {
  @Query(() => GraphInfo, { description: 'The graph as a whole: its engine, its data version, how much it holds.' })
  graph(@Ctx() { graph }: Context) {
    return { engine: graph.engine };
  }

  @FieldResolver(() => String)
  engineVersion(@Ctx() { graph }: Context) {
    return graph.version();
  }

  @FieldResolver(() => String, { nullable: true })
  dataVersion(@Ctx() { graph }: Context) {
    return dataVersion(readerOf(graph));
  }

  @FieldResolver(() => [TypeCount])
  async entities(@Ctx() { loaders }: Context) {
    const { entities } = await loaders.lists.counts();
    return labels.map((label) => ({ type: label, count: entities[label] }));
  }

  @FieldResolver(() => Int)
  async claims(@Ctx() { loaders }: Context) {
    return (await loaders.lists.counts()).claims;
  }

  @FieldResolver(() => Int)
  async observations(@Ctx() { loaders }: Context) {
    return (await loaders.lists.counts()).observations;
  }

  @FieldResolver(() => String, {
    description: 'The current end of the log of changes: `changes(since:)` from here returns later changes.',
  })
  async changesCursor(@Ctx() { log, loaders }: Context) {
    return cursorOf(await log.end(loaders.reader));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'When the graph last changed, as an ISO 8601 instant in UTC; null before its first changeset.',
  })
  async changedAt(@Ctx() { log, loaders }: Context) {
    return (await log.last.read(loaders.reader)).recordedAt;
  }
}
