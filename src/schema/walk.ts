import { ArrayMaxSize, IsInt, IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, ID, Int, ObjectType } from '../type-graphql/decorators.js';
import { allOfWords, labels, quietRelationTypes, type RelationType as RelationTypeName } from '../model/model.js';
import { Entity } from './entity.js';
import { EntityField } from './entity-ids.js';
import { Certainty, RelationType } from './enums.js';
import { Qualifier } from './claim.js';
import { FuzzyDate, Validity, stated } from './fuzzy-date.js';
import { limits } from '../limits.js';
import { Costs, listOf, page, withWork } from './price.js';

const { walks } = limits;

/** What a walk costs at least; its loader counts the relations that it looks at. */
const walkWork = 20;

const types = {
  nullable: true,
  description: `Only along relations of these types; by default all but ${allOfWords(quietRelationTypes)}, which would join everything that a document or a keyword names.`,
};

/** A whole number from 1 to `most`. The message names both, so that a caller knows what to ask for. */
const between =
  (name: string, most: number): PropertyDecorator =>
  (target, key) => {
    const message = `"${name}" must be from 1 to ${most}.`;
    for (const validator of [IsInt({ message }), Min(1, { message }), Max(most, { message })]) validator(target, key);
  };

@ArgsType()
export class PathArguments {
  @EntityField(labels, 'The entity to begin with, such as "person:luo-lei".')
  readonly from!: string;

  @EntityField(labels, 'The entity to arrive at, such as "region:CN-610100" (Xi\'an).')
  readonly to!: string;

  @Field(() => Int, {
    defaultValue: walks.hops.default,
    description: `How many relations a path may have: 1 to ${walks.hops.value}.`,
  })
  @between('maxHops', walks.hops.value)
  readonly maxHops!: number;

  @Field(() => [RelationType], types)
  @IsOptional()
  @ArrayMaxSize(50)
  readonly types?: RelationTypeName[];

  @Field(() => Int, { defaultValue: walks.paths.default, description: `How many paths: 1 to ${walks.paths.value}.` })
  @between('first', walks.paths.value)
  readonly first!: number;
}

@ArgsType()
export class NeighbourhoodArguments {
  @EntityField(labels, 'The entity in the middle, such as "agency:cn-mofcom".')
  readonly id!: string;

  @Field(() => Int, { defaultValue: walks.depth.default, description: `How many relations away: 1 to ${walks.depth.value}.` })
  @between('depth', walks.depth.value)
  readonly depth!: number;

  @Field(() => [RelationType], types)
  @IsOptional()
  @ArrayMaxSize(50)
  readonly types?: RelationTypeName[];

  @Field(() => Int, {
    defaultValue: walks.entities.default,
    description: `How many entities, the one in the middle among them: 1 to ${walks.entities.value}.`,
  })
  @between('first', walks.entities.value)
  readonly first!: number;
}

@ObjectType({ description: 'A relation between two entities, with both of its ends.' })
export class Relation {
  @Field(() => ID, { description: 'Its id, made of what it says.' })
  readonly id!: string;

  @Field(() => RelationType, { description: 'Which relation it is.' })
  readonly type!: string;

  @Field(() => Validity, {
    description: 'When it holds in the world. What a policy does holds since it was announced, where no claim says when.',
  })
  readonly validity!: Validity;

  @Field(() => Certainty, { description: 'How sure it is that it holds on the day as of which the graph is seen.' })
  readonly certainty!: string;

  @Field(() => FuzzyDate, { nullable: true, description: stated.firstStatedOn })
  readonly firstStatedOn?: FuzzyDate;

  @Field(() => FuzzyDate, { nullable: true, description: stated.lastStatedOn })
  readonly lastStatedOn?: FuzzyDate;

  @Field(() => [Qualifier], { description: 'Its attributes, such as the batch in which a region was admitted.' })
  readonly attributes!: Qualifier[];
}

@ObjectType({ description: 'A way from one entity to another along relations, walked either way, that passes no entity twice.' })
@Costs(withWork(page, walkWork))
export class Path {
  @Field(() => Int, { description: 'How many relations it has; 0 from an entity to itself.' })
  readonly hops!: number;

  @Costs(listOf(5, limits.walks.hops.value + 1))
  @Field(() => [Entity], { description: 'The entities that it passes, both ends among them: one more than it has relations.' })
  readonly nodes!: Entity[];

  @Costs(listOf(4, limits.walks.hops.value))
  @Field(() => [Relation], { description: 'Its relations, in their order on the way.' })
  readonly relations!: Relation[];

  @Field(() => Validity, {
    description:
      'When all of its relations hold together: since the latest of their beginnings, until the earliest of their ends.',
  })
  readonly validity!: Validity;

  @Field(() => Certainty, { description: 'Whether all of its relations hold on the day as of which the graph is seen.' })
  readonly certainty!: string;
}

@ObjectType({ description: 'What lies around an entity.' })
@Costs(withWork(page, walkWork))
export class Neighbourhood {
  @Field(() => Boolean, {
    description:
      'Something within the depth was left out: for want of room, or because an entity has more relations than are looked at (1,000 of any one, 20,000 in all).',
  })
  readonly truncated!: boolean;

  @Costs(listOf(1, 1)) // for each entity that is asked for
  @Field(() => [Entity], {
    description: 'The entity itself, then the nearest first; of those at one distance, those with the fewest relations first.',
  })
  readonly nodes!: Entity[];

  @Costs(listOf(2))
  @Field(() => [Relation], { description: 'The relations among these entities.' })
  readonly relations!: Relation[];
}
