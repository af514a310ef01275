import { Field, ID, ObjectType } from 'type-graphql';
import { records } from '../model/model.js';
import { FuzzyDate, Validity } from './fuzzy-date.js';
import { Node } from './node.js';

@ObjectType({
  description: 'An attribute of the relation that a claim asserts, such as the batch in which a region was admitted.',
})
export class Qualifier {
  @Field(() => String, { description: 'The attribute, such as "batch", "title" or "role".' })
  readonly name!: string;

  @Field(() => String, { description: 'Its value.' })
  readonly value!: string;
}

@ObjectType({ implements: Node, description: `${records.Claim.description} Claims are never edited, only retracted.` })
export class Claim {
  @Field(() => ID, { description: 'Its id, made of what it says.' })
  readonly id!: string;

  @Field(() => String, { description: records.Claim.properties.predicate.description })
  readonly predicate!: string;

  @Field(() => String, {
    nullable: true,
    description: "The value, where it is not a relation: a date as EDTF, a number, or a sentence of the graph's own.",
  })
  readonly value?: string;

  @Field(() => [Qualifier], { description: 'The attributes of the relation that it asserts.' })
  readonly qualifiers!: Qualifier[];

  @Field(() => Validity, { description: 'When it holds in the world.' })
  readonly validity!: Validity;

  @Field(() => FuzzyDate, { nullable: true, description: records.Claim.properties.saidOn.description })
  readonly saidOn?: FuzzyDate;

  @Field(() => String, { description: 'When the graph took it in, as an ISO 8601 instant in UTC.' })
  readonly recordedAt!: string;

  @Field(() => String, { nullable: true, description: 'When it was retracted; null while it is live.' })
  readonly retractedAt?: string;
}
