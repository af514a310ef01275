import { ArrayMaxSize, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from '../type-graphql/decorators.js';
import type { Label } from '../model/model.js';
import { pageSizes } from '../graph/lists/order.js';
import { Change, ChangeKind } from './changeset-report.js';
import { Changeset } from './changeset.js';
import { EntityType } from './enums.js';
import { Costs, listOf, page } from './price.js';

const cursorForm = /^\d{1,15}\.\d{1,15}$/;

/** Which changes are wanted. */
@ArgsType()
class ChangeFilter {
  @Field(() => [EntityType], {
    nullable: true,
    description: 'Only changes of entities of these types, and of claims and relations with such an entity at one end.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  readonly types?: Label[];

  @Field(() => [ChangeKind], { nullable: true, description: 'Only changes of these kinds.' })
  @IsOptional()
  @ArrayMaxSize(20)
  readonly kinds?: string[];
}

const notACursor = { message: 'since must be a cursor of changes, such as "12.0": give one as it came' };

@ArgsType()
export class ChangesArguments extends ChangeFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Only changes after this cursor, as a page, a change or `graph { changesCursor }` gave it; from the first change on by default.',
  })
  @IsOptional()
  @Matches(cursorForm, notACursor)
  readonly since?: string;

  @Field(() => Int, {
    defaultValue: pageSizes.default,
    description: `How many changes: 1 to ${pageSizes.max}; ${pageSizes.default} by default.`,
  })
  @IsInt()
  @Min(1)
  @Max(pageSizes.max)
  readonly first!: number;

  @Field(() => Int, {
    nullable: true,
    description: `How many changes from the end, or before \`before\`, in their order: 1 to ${pageSizes.max}. It takes the place of \`first\` and \`since\`.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(pageSizes.max)
  readonly last?: number;

  @Field(() => String, {
    nullable: true,
    description: 'With `last`: only changes before this cursor, as a page of `last` gave it; up to the latest change by default.',
  })
  @IsOptional()
  @Matches(cursorForm, { message: notACursor.message.replace('since', 'before') })
  readonly before?: string;
}

@ArgsType()
export class FollowArguments extends ChangeFilter {
  @Field(() => String, {
    nullable: true,
    description:
      'Go on after this cursor, as a page, a change or `graph { changesCursor }` gave it: "0.0" begins with the first change. What lands from now on by default.',
  })
  @IsOptional()
  @Matches(cursorForm, notACursor)
  readonly since?: string;
}

@ObjectType({ description: 'A page of the log of changes, the oldest first.' })
@Costs(page)
export class ChangePage {
  @Costs(listOf(1, 1)) // for each change of the page
  @Field(() => [Change], { description: 'The changes.' })
  readonly changes!: readonly Change[];

  @Field(() => String, {
    description: 'Where to go on, whether there was something or not: `since` here, or for a page of `last`, `before` here.',
  })
  readonly cursor!: string;

  @Field(() => Boolean, { description: 'Whether there is nothing after this page yet; for a page of `last`, nothing before it.' })
  readonly atEnd!: boolean;
}

@ArgsType()
export class HistoryArguments {
  @Field(() => Int, {
    defaultValue: pageSizes.default,
    description: `How many versions: 1 to ${pageSizes.max}; ${pageSizes.default} by default.`,
  })
  @IsInt()
  @Min(1)
  @Max(pageSizes.max)
  readonly first!: number;
}

@ObjectType({
  description:
    'A version of an entity: the changeset that made it, and what it changed of the entity and of the claims about it.',
})
export class EntityVersion {
  @Field(() => Int, { description: 'Its number; 1 is the first.' })
  readonly version!: number;

  @Field(() => Changeset, { description: 'The changeset that made it.' })
  readonly changeset!: Changeset;

  @Field(() => [Change], { description: 'What it changed.' })
  readonly changes!: readonly Change[];
}
