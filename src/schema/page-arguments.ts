import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Int } from '../type-graphql/decorators.js';
import { pageSizes } from '../graph/lists/order.js';
import { limits } from '../limits.js';

/** A page of a list that goes forwards only. */
@ArgsType()
export class ForwardPageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many items from the start, or after \`after\`: 1 to ${pageSizes.max}; ${pageSizes.default} by default.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(pageSizes.max)
  readonly first?: number;

  @Field(() => String, { nullable: true, description: 'Begin after the item with this cursor.' })
  @IsOptional()
  @MaxLength(limits.lists.cursor.value)
  readonly after?: string;
}

@ArgsType()
export class PageArguments extends ForwardPageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many items from the end, or before \`before\`: 1 to ${pageSizes.max}. Not together with \`first\`.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(pageSizes.max)
  readonly last?: number;

  @Field(() => String, { nullable: true, description: 'End before the item with this cursor.' })
  @IsOptional()
  @MaxLength(limits.lists.cursor.value)
  readonly before?: string;
}
