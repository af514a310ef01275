import { Args, Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import type { Entity as EntityRow } from '../graph/stored/rows.js';
import type { TimelineItem as TimelineItemRow } from '../graph/timeline/timeline.js';
import { ClaimPageArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { Entity } from '../schema/entity.js';
import { TimelineArguments, TimelineConnection, TimelineItem } from '../schema/timeline.js';
import type { Context } from './context.js';
import { connectionOf, nodeEdge } from './connection.js';
import { pageOf } from './list-input.js';

@Resolver(() => Entity)
export class TimelineResolver {
  @FieldResolver(() => TimelineConnection, {
    description:
      'What happened to it and around it: its own dates, those of what it is related to, since when and until when it is related, values about it by their period, documents that name it. What is over is among it. What begins after the day as of which the graph is seen, today unless `@asOf` names another, is not: ask as of a later day for what is to come.',
  })
  timeline(
    @Root() entity: EntityRow,
    @Args(() => TimelineArguments) { kinds, ...page }: TimelineArguments,
    @Ctx() { loaders }: Context,
  ) {
    const timeline = loaders.timelines.of(entity, pageOf(page), kinds ?? undefined);
    return Object.defineProperty(connectionOf(timeline, nodeEdge), 'truncated', { get: () => timeline.truncated() });
  }
}

@Resolver(() => TimelineItem)
export class TimelineItemResolver {
  @FieldResolver(() => Entity, { nullable: true, description: 'What it is about, where that is one entity; see `entities`.' })
  entity(@Root() { entities }: TimelineItemRow) {
    return entities.length === 1 ? entities[0] : null;
  }

  @FieldResolver(() => [Claim], {
    description: 'The claims that say so, each with its evidence; none for what is the record of a document.',
  })
  claims(@Root() item: TimelineItemRow, @Args(() => ClaimPageArguments) page: ClaimPageArguments, @Ctx() { loaders }: Context) {
    return loaders.timelines.claimsOf(item, page);
  }
}
