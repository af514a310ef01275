import { Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { coverageStatuses } from '../graph/inference/coverage.js';
import { attributeModel } from '../model/model.js';
import { Claim } from './claim.js';
import type { Entity } from './entity.js';
import { entityTypes } from './entity-types.js';
import { Certainty, enumType } from './enums.js';
import { FuzzyDate, Validity, stated } from './fuzzy-date.js';

const CoverageStatus = enumType('CoverageStatus', 'Whether a policy or program covers a region.', coverageStatuses);

@ObjectType({ description: 'A relation that decides whether a region is covered.' })
export class CoveringRelation {
  @Field(() => entityTypes.Region, {
    description: 'The region that is covered: the one that was asked about, one that it lies in, or one inside it.',
  })
  readonly node!: Entity;

  @Field(() => Int, { nullable: true, description: attributeModel('COVERS', 'batch').description })
  readonly batch?: number;

  @Field(() => Validity, {
    description:
      'When the relation holds in the world. What a policy does holds since it was announced, where no claim says when.',
  })
  readonly validity!: Validity;

  @Field(() => Certainty, {
    nullable: true,
    description: 'How sure it is that it holds on the day as of which the graph is seen; null when it does not.',
  })
  readonly certainty?: string;

  @Field(() => FuzzyDate, { nullable: true, description: stated.firstStatedOn })
  readonly firstStatedOn?: FuzzyDate;

  @Field(() => FuzzyDate, { nullable: true, description: stated.lastStatedOn })
  readonly lastStatedOn?: FuzzyDate;

  @Field(() => [Claim], { description: 'The claims that assert the relation.' })
  readonly claims!: Claim[];
}

@ObjectType({ description: 'Whether a policy or program covers a region, and why.' })
export class Coverage {
  @Field(() => CoverageStatus, { description: 'Whether it does.' })
  readonly status!: string;

  @Field(() => [CoveringRelation], {
    description: 'The relations that the status rests on; none for NOT_COVERED, NOT_LISTED and NO_EVIDENCE.',
  })
  readonly via!: CoveringRelation[];

  @Field(() => [Claim], { description: 'The claims that the status rests on, such as that a list of all members is complete.' })
  readonly claims!: Claim[];
}
