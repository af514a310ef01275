import { IsInt, IsOptional, Max, Min } from 'class-validator';
import { ArgsType, Field, Int, ObjectType } from '../type-graphql/decorators.js';
import { limits } from '../limits.js';

const { value, default: byDefault } = limits.lists.claims;

@ObjectType({ description: 'A paragraph of an archived text. Its places are counted like those of locators.' })
export class Paragraph {
  @Field(() => Int, { description: 'Its first character, counted in Unicode code points of the archived text from 0.' })
  readonly start!: number;

  @Field(() => Int, { description: 'The character after its last one.' })
  readonly end!: number;

  @Field(() => String, { description: 'Its text, without the space around it.' })
  readonly text!: string;
}

/** A page of the paragraphs of a text, which have no ids: where one ends is its cursor. */
@ArgsType()
export class ParagraphsArguments {
  @Field(() => Int, { nullable: true, description: `How many paragraphs: 1 to ${value}; ${byDefault} by default.` })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(value)
  readonly first?: number;

  @Field(() => Int, {
    nullable: true,
    description:
      'Begin with the paragraph that this character is in, or else the next one: the `start` of a locator, or the `end` of the last paragraph of the page before.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly from?: number;
}
