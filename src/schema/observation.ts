import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { records } from '../model/model.js';
import { Comparator, ObservationKind } from './enums.js';
import { FuzzyDate } from './fuzzy-date.js';
import { Node } from './node.js';

const { properties, description } = records.Observation;

@ObjectType({ description: 'An amount in another unit, as the source itself gives it.' })
export class ConvertedAmount {
  @Field(() => Float, { description: 'The amount.' })
  readonly value!: number;

  @Field(() => String, { description: 'Its unit (ISO 4217 for money).' })
  readonly unit!: string;
}

@ObjectType({ implements: Node, description })
export class Observation {
  @Field(() => ID, { description: 'Its id, made of what it says.' })
  readonly id!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The value; `comparator` says how it is meant, `unit` what it counts. Null where the source gives only a rank.',
  })
  readonly value?: number;

  @Field(() => String, { nullable: true, description: properties.unit.description })
  readonly unit?: string;

  @Field(() => Int, { nullable: true, description: properties.rank.description })
  readonly rank?: number;

  @Field(() => Comparator, { description: properties.comparator.description })
  readonly comparator!: string;

  @Field(() => ObservationKind, { description: properties.kind.description })
  readonly kind!: string;

  @Field(() => FuzzyDate, { nullable: true, description: 'The period that it is for; null when the source does not say.' })
  readonly period?: FuzzyDate;

  @Field(() => FuzzyDate, { nullable: true, description: 'What a change or target is measured against.' })
  readonly basePeriod?: FuzzyDate;

  @Field(() => ConvertedAmount, { nullable: true, description: "The source's own conversion into another unit." })
  readonly converted?: ConvertedAmount;
}
