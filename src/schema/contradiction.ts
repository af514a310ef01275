import { ArgsType, Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { roomOfAbout } from '../graph/inference/contradictions.js';
import { labels } from '../model/model.js';
import { Claim } from './claim.js';
import { EntityField } from './entity-ids.js';
import { FuzzyDate } from './fuzzy-date.js';
import { Node } from './node.js';
import { ForwardPageArguments } from './page-arguments.js';
import { PageInfo } from './page-info.js';
import { Costs, page, pageItem, withWork } from './price.js';

@ObjectType({
  description: `Live claims about the same thing and time that cannot all be true. All of them stay, each with its evidence. A date agrees with one that is more precise, "over 100" with 120, and "about" leaves room of ${roomOfAbout * 100} %.`,
})
export class Contradiction {
  @Field(() => Node, { description: 'What the claims are about; where they state values, the indicator.' })
  readonly subject!: Node;

  @Field(() => String, {
    description: 'What is asserted: a property, a relation of which there can be one at a time, or "value".',
  })
  readonly predicate!: string;

  @Field(() => FuzzyDate, {
    nullable: true,
    description:
      'The period that the values are for, or the time in which all of the claims are said to hold; null where no source says.',
  })
  readonly period?: FuzzyDate;

  @Field(() => [Claim], { description: 'The claims, two or more.' })
  readonly claims!: Claim[];
}

@ObjectType({ description: 'An item of a list, and its place there.' })
@Costs(pageItem)
export class ContradictionEdge {
  @Field(() => String, { description: 'The position of the item in the list: begin a page after it.' })
  readonly cursor!: string;

  @Field(() => Contradiction, { description: 'The item.' })
  readonly node!: Contradiction;
}

@ObjectType({ description: 'A page of a list.' })
@Costs(withWork(page, 20))
export class ContradictionConnection {
  @Field(() => [ContradictionEdge], { description: 'The items of this page.' })
  readonly edges!: ContradictionEdge[];

  @Field(() => PageInfo, { description: 'The position of this page in the list.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many items the whole list has, whatever the page.' })
  readonly totalCount!: number;
}

@ArgsType()
export class ContradictionArguments extends ForwardPageArguments {
  @EntityField(
    labels,
    'Only those of this entity: of the claims about it, and of the values that measure it, are about it, or were made there.',
    { nullable: true },
  )
  readonly subject?: string;
}
