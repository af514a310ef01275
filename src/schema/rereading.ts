import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int, ObjectType } from '../type-graphql/decorators.js';
import { longest } from '../changesets/text.js';
import { rereadStates } from '../reading/kept/rereading.js';
import { Claim } from './claim.js';
import { enumType } from './enums.js';
import { Costs, part } from './price.js';
import { SpanInput } from './reading-inputs.js';

const RereadState = enumType('RereadState', 'What became of a claim when its document was read again.', rereadStates);

@ObjectType({ description: 'A place in a text, in Unicode code points.' })
@Costs(part)
class TextSpan {
  @Field(() => Int, { description: 'Its first character, from 0.' })
  readonly start!: number;

  @Field(() => Int, { description: 'The character after its last one.' })
  readonly end!: number;
}

@ObjectType({ description: 'The sentence of a changed text that is most like a lost passage.' })
@Costs(part)
class RereadSuggestion extends TextSpan {
  @Field(() => Float, { description: 'How like it is, from 0 to 1.' })
  readonly similarity!: number;
}

@ObjectType({ description: 'A passage of the earlier text, and where it is in the changed one.' })
@Costs(part)
class RereadPassage extends TextSpan {
  @Field(() => RereadState, { description: 'What became of it.' })
  readonly state!: string;

  @Field(() => TextSpan, { nullable: true, description: 'Where it is by now, if it moved.' })
  readonly movedTo?: TextSpan;

  @Field(() => RereadSuggestion, {
    nullable: true,
    description:
      'For a lost one, the sentence that is most like it; null where none is, and where the earlier text is unavailable.',
  })
  readonly suggestion?: RereadSuggestion;
}

@ObjectType({ description: 'A live claim that rests on the document, and what became of its passages.' })
@Costs(part)
export class RereadClaim {
  @Field(() => Claim, { nullable: true, description: 'The claim.' })
  readonly claim?: Claim;

  @Field(() => RereadState, { description: 'What became of it: the worst of its passages.' })
  readonly state!: string;

  @Field(() => [RereadPassage], { description: 'Its passages in this document, as they were.' })
  readonly passages!: readonly RereadPassage[];
}

@InputType({ description: 'What becomes of a claim that lost its passage.' })
export class LostClaimInput {
  @Field(() => ID, { description: 'The claim.' })
  @MaxLength(longest.id)
  readonly claim!: string;

  @Field(() => SpanInput, {
    nullable: true,
    description: 'The passage of the changed text that says it; without one, this evidence ends, and the claim with its last.',
  })
  @IsOptional()
  @ValidateNested()
  readonly passage?: SpanInput;
}
