import { ArrayMaxSize, IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { timelineKinds, type TimelineKind as TimelineKindName } from '../model/model.js';
import { timelineLimit } from '../graph/timeline/timeline.js';
import { Entity } from './entity.js';
import { Certainty, Direction, RelationType, enumType } from './enums.js';
import { FuzzyDate, stated } from './fuzzy-date.js';
import { PageArguments } from './page-arguments.js';
import { Observation } from './observation.js';
import { PageInfo } from './page-info.js';
import { Costs, page, pageItem, withWork } from './price.js';

const TimelineKind = enumType('TimelineKind', 'The kind of an item of a timeline.', timelineKinds);

@ArgsType()
export class TimelineArguments extends PageArguments {
  @Field(() => [TimelineKind], { nullable: true, description: 'Only items of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  readonly kinds?: TimelineKindName[];
}

@ObjectType({ description: 'Something that happened to an entity or around it.' })
export class TimelineItem {
  @Field(() => FuzzyDate, { description: 'When.' })
  readonly on!: FuzzyDate;

  @Field(() => TimelineKind, { description: 'What kind of thing it is.' })
  readonly kind!: string;

  @Field(() => String, {
    description:
      'What happened, in a few English words. `kind`, `entities`, `relationType`, `direction` and `observation` are the parts that it is made of, for words in another language.',
  })
  readonly title!: string;

  @Field(() => [Entity], {
    description:
      'What it is about, besides the entity of the timeline where a relation began or ended: several where it did so for several at once.',
  })
  readonly entities!: Entity[];

  @Field(() => Observation, { nullable: true, description: 'The value, where it is one.' })
  readonly observation?: Observation;

  @Field(() => RelationType, { nullable: true, description: 'Which relation began or ended, where one did.' })
  readonly relationType?: string;

  @Field(() => Direction, {
    nullable: true,
    description: 'Where a relation began or ended: OUT where it leads from the entity of the timeline, IN where it leads to it.',
  })
  readonly direction?: string;

  @Field(() => Certainty, {
    nullable: true,
    description:
      'Where relations began or ended: how sure it is that they hold on the day as of which the graph is seen; that of the surest where there are several. Null when they are over.',
  })
  readonly certainty?: string;

  @Field(() => FuzzyDate, { nullable: true, description: stated.firstStatedOn })
  readonly firstStatedOn?: FuzzyDate;

  @Field(() => FuzzyDate, { nullable: true, description: stated.lastStatedOn })
  readonly lastStatedOn?: FuzzyDate;
}

@ObjectType({ description: 'An item of a timeline, and its position.' })
@Costs(pageItem)
export class TimelineEdge {
  @Field(() => String, { description: 'The position of the item: begin a page after or before it.' })
  readonly cursor!: string;

  @Field(() => TimelineItem, { description: 'The item.' })
  readonly node!: TimelineItem;
}

@ObjectType({ description: 'A page of a timeline: by the first day that an item may be of, then by the last.' })
@Costs(withWork(page, 2)) // its loader counts what is gathered
export class TimelineConnection {
  @Field(() => [TimelineEdge], { description: 'The items of this page.' })
  readonly edges!: TimelineEdge[];

  @Field(() => PageInfo, { description: 'The position of this page in the timeline.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many items the whole timeline has, whatever the page.' })
  readonly totalCount!: number;

  @Field(() => Boolean, {
    description: `There is more than was considered: ${timelineLimit.toLocaleString('en')} relations each way, as many documents and as many observations.`,
  })
  readonly truncated!: boolean;
}
