import { IsInt, IsOptional, Max, MaxLength, Min } from 'class-validator';
import { ArgsType, Field, Int } from '../type-graphql/decorators.js';
import { limits } from '../limits.js';

const { claims, cursor } = limits.lists;

/** A page of the claims about something. They are a plain list, in which a claim's own id is its cursor. */
@ArgsType()
export class ClaimPageArguments {
  @Field(() => Int, {
    nullable: true,
    description: `How many claims from the start, or after \`after\`: 1 to ${claims.value}; ${claims.default} by default.`,
  })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(claims.value)
  readonly first?: number;

  @Field(() => String, { nullable: true, description: 'Begin after the claim with this id, the last one of the page before.' })
  @IsOptional()
  @MaxLength(cursor.value)
  readonly after?: string;
}

@ArgsType()
export class ClaimsArguments extends ClaimPageArguments {
  @Field(() => [String], {
    nullable: true,
    description: 'Only claims with these predicates, such as "announcedOn" or "NOTE".',
  })
  @IsOptional()
  readonly predicates?: string[];
}
