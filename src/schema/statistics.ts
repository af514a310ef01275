import { ArrayMaxSize, ArrayUnique, IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Float, Int, ObjectType } from '../type-graphql/decorators.js';
import { pageSizes } from '../graph/lists/order.js';
import { groupings } from '../graph/statistics/statistics.js';
import { labels } from '../model/model.js';
import { EntityField } from './entity-ids.js';
import { Comparator, ObservationKind, enumType } from './enums.js';
import { FuzzyDate } from './fuzzy-date.js';
import { regionLevel } from './list-arguments.js';
import { Observation } from './observation.js';
import { DateScalar } from './scalars.js';
import { Costs, part } from './price.js';

const Grouping = enumType('StatisticsKey', 'What values can be grouped by.', groupings);
const RegionLevel = regionLevel();

@ObjectType({ description: 'The difference of a value to the value before in its series.' })
@Costs(part)
export class ValueChange {
  @Field(() => Float, { description: 'The value less the value before, in their unit.' })
  readonly absolute!: number;

  @Field(() => Float, { nullable: true, description: 'The difference in percent of the value before; null where that is 0.' })
  readonly percent?: number;

  @Field(() => Comparator, { description: 'EXACT where both values are, else ABOUT.' })
  readonly comparator!: string;

  @Field(() => FuzzyDate, { description: 'The period of the value before.' })
  readonly since!: FuzzyDate;
}

@ObjectType({
  description:
    'The value of an indicator for one period, of one region and about the same things, with all that sources say of it.',
})
export class SeriesPoint {
  @Field(() => FuzzyDate, { nullable: true, description: 'The period; null when no source gives it, and then it is last.' })
  readonly period?: FuzzyDate;

  @Field(() => [Observation], {
    description: 'The observations of it: several where several sources give it, the most exact first.',
  })
  readonly observations!: Observation[];

  @Field(() => Float, {
    nullable: true,
    description: 'The value: of several that agree the most exact; null where sources contradict each other.',
  })
  readonly value?: number;

  @Field(() => String, { description: 'The unit. Nothing is ever converted.' })
  readonly unit!: string;

  @Field(() => Comparator, { nullable: true, description: 'How the value is meant; null where there is none.' })
  readonly comparator?: string;

  @Field(() => ValueChange, {
    nullable: true,
    description:
      'The change since the latest period before that is as long and does not overlap (for a STOCK or PRICE: any before), of the same region, things and kind. Null where there is none, units differ, or one of the values is only a bound ("over 100"): changes are given between EXACT and ABOUT values only.',
  })
  readonly change?: ValueChange;

  @Field(() => String, {
    nullable: true,
    description: 'Why there is no value or no change, in a sentence; null where there is nothing to say.',
  })
  readonly note?: string;
}

@ObjectType({ description: 'What the values of a group have in common.' })
@Costs(part)
export class StatisticsGroupKey {
  @Field(() => Grouping, { description: 'What is grouped by.' })
  readonly by!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The value: an id, a level, a year, a kind or a unit; null for what has none.',
  })
  readonly value?: string;
}

@ObjectType({ description: 'Values of an indicator taken together: all of one kind and one unit. Nothing is converted.' })
export class StatisticsGroup {
  @Field(() => [StatisticsGroupKey], { description: 'What the values have in common, as it was asked for.' })
  readonly keys!: StatisticsGroupKey[];

  @Field(() => Int, { description: 'How many values; what several sources give for the same thing and period counts once.' })
  readonly count!: number;

  @Field(() => String, { description: 'The unit of all of them.' })
  readonly unit!: string;

  @Field(() => ObservationKind, { description: 'The kind of all of them: what is aimed at is never added to what was measured.' })
  readonly kind!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'The sum. Null for a STOCK, PRICE, SHARE or RATE, for changes and percentages, which do not add up; where values may count the same thing twice; and where sources contradict each other. `note` says which.',
  })
  readonly sum?: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'The mean, each value counting the same. Null where values may count the same thing twice, or sources contradict each other; `note` says which.',
  })
  readonly mean?: number;

  @Field(() => Comparator, {
    nullable: true,
    description: 'How the sum and the mean are meant: with "over 100" among the values they are a lower bound.',
  })
  readonly comparator?: string;

  @Field(() => Float, { description: 'The smallest value as a number; `smallest` has its comparator.' })
  readonly min!: number;

  @Field(() => Float, { description: 'The largest value as a number; `largest` has its comparator.' })
  readonly max!: number;

  @Field(() => Observation, { description: 'The observation with the smallest value.' })
  readonly smallest!: Observation;

  @Field(() => Observation, { description: 'The observation with the largest value.' })
  readonly largest!: Observation;

  @Field(() => [Observation], { description: 'The observations, by period.' })
  readonly observations!: Observation[];

  @Field(() => String, { nullable: true, description: 'Why there is no sum or mean, in a sentence; null where there is one.' })
  readonly note?: string;
}

@ArgsType()
export class SeriesArguments {
  @EntityField(['Region'], 'Only of this region.', { nullable: true })
  readonly region?: string;

  @EntityField(labels, 'Only values about this entity.', { nullable: true })
  readonly about?: string;

  @Field(() => ObservationKind, { nullable: true, description: 'Of this kind; ACTUAL by default.' })
  readonly kind?: string;

  @Field(() => DateScalar, { nullable: true, description: 'Only periods that begin on this day or later.' })
  readonly from?: string;

  @Field(() => DateScalar, { nullable: true, description: 'Only periods that end on this day or earlier.' })
  readonly to?: string;
}

@ArgsType()
export class StatisticsArguments extends SeriesArguments {
  @Field(() => [Grouping], {
    defaultValue: [],
    description:
      'What to group by; without any, all values are one group. With KIND, and no kind asked for, values of all kinds are given.',
  })
  @ArrayMaxSize(5)
  @ArrayUnique()
  readonly by!: string[];

  @Field(() => RegionLevel, {
    nullable: true,
    description: 'Only values of regions of this level: a country and its provinces would count twice.',
  })
  readonly regionLevel?: string;

  @Field(() => String, { nullable: true, description: 'Only values in this unit.' })
  @IsOptional()
  @MaxLength(100)
  readonly unit?: string;
}

@ArgsType()
export class GroupObservationsArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many: 1 to ${pageSizes.max}; ${pageSizes.default} by default.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(pageSizes.max)
  readonly first?: number;
}
