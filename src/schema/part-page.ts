import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Int } from '../type-graphql/decorators.js';
import { limits } from '../limits.js';

const { value, default: byDefault } = limits.lists.claims;

/** A page of a list inside one object, whose items have no ids of their own. */
@ArgsType()
export class PartPageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many, from the start or after \`after\`: 1 to ${value}; ${byDefault} by default.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(value)
  readonly first?: number;

  @Field(() => Int, { nullable: true, description: 'How many items of the list come before the page; 0 by default.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly after?: number;
}

/** The items of a page. */
export const itemsOfPage = <T>(items: readonly T[], { first, after }: PartPageArguments): readonly T[] =>
  items.slice(after ?? 0, (after ?? 0) + (first ?? byDefault));
