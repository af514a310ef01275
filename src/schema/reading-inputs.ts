import {
  ArrayMaxSize,
  ArrayMinSize,
  IsInt,
  IsOptional,
  Matches,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { Field, ID, InputType, Int } from '../type-graphql/decorators.js';
import { longest } from '../changesets/text.js';
import { limits } from '../limits.js';
import type { Method, ProposalState as State } from '../reading/kept/reading.js';
import { EntityField } from './entity-ids.js';
import { EntityInput } from './entity-input.js';
import type { EvidenceSupport } from '../model/model.js';
import { ReadingMethod } from './reading.js';
import { ProposalState, Supports } from './reading-proposal.js';
import { ClaimInput, ObservationInput } from './record-inputs.js';

@InputType({ description: 'A text to read, and what is known of it.' })
export class ProposeClaimsInput {
  @Field(() => String, { description: 'The text, without markup.' })
  @MinLength(1)
  @MaxLength(limits.reading.proposed.value)
  readonly text!: string;

  @Field(() => String, { nullable: true, description: 'Its title; the first line by default.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly title?: string;

  @Field(() => String, { nullable: true, description: 'Who published it, such as "Xinhua".' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly outlet?: string;

  @Field(() => String, {
    nullable: true,
    description: 'The day when it was published, such as "2024-02-27": dates such as "last year" count from it.',
  })
  @IsOptional()
  @Matches(/^\d{4}-\d\d-\d\d$/, { message: 'date must be a day such as "2024-02-27"' })
  readonly date?: string;

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  @IsOptional()
  @Matches(/^https?:\/\/[^\s]+$/i, { message: 'url must be an address such as "https://example.org/article"' })
  @MaxLength(longest.text)
  readonly url?: string;

  @Field(() => String, { nullable: true, description: 'The language that it is written in (BCP 47); found out by default.' })
  @IsOptional()
  @Matches(/^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/, { message: 'language must be a BCP 47 tag such as "en" or "zh"' })
  @MaxLength(35)
  readonly language?: string;

  @EntityField(['Document'], 'The document that the text is, where the graph has it and it is read again.', { nullable: true })
  @IsOptional()
  @MaxLength(longest.id)
  readonly document?: string;

  @Field(() => ReadingMethod, { defaultValue: 'RULES', description: 'How proposals are found.' })
  readonly method!: Method;
}

@InputType({ description: 'A place in the text of a reading.' })
export class SpanInput {
  @Field(() => Int, { description: 'Its first character, counted in Unicode code points of the text from 0.' })
  @IsInt()
  @Min(0)
  readonly start!: number;

  @Field(() => Int, { description: 'The character after its last one.' })
  @IsInt()
  @Min(1)
  readonly end!: number;
}

@InputType({ description: 'A passage of the text of a reading.' })
export class PassageInput extends SpanInput {
  @Field(() => String, { description: 'What it says, in a sentence of your own.' })
  @MinLength(1)
  @MaxLength(longest.text)
  readonly summary!: string;

  @Field(() => Supports, { nullable: true, description: 'What of the claim it says; FACT by default.' })
  @IsOptional()
  readonly supports?: EvidenceSupport;
}

/** One of the three, as a person has it. `evidence` may be empty: the passages are the evidence. */
@InputType()
class ProposedInput {
  @Field(() => EntityInput, { nullable: true, description: 'The entity.' })
  @IsOptional()
  @ValidateNested()
  readonly entity?: EntityInput;

  @Field(() => ClaimInput, { nullable: true, description: 'The claim. Its evidence are the passages: give an empty list.' })
  @IsOptional()
  @ValidateNested()
  readonly claim?: ClaimInput;

  @Field(() => ObservationInput, {
    nullable: true,
    description: 'The observation. Its evidence are the passages: give an empty list.',
  })
  @IsOptional()
  @ValidateNested()
  readonly observation?: ObservationInput;
}

@InputType({
  description:
    'A decision on a proposal. It replaces the decision before: without a correction, the proposal is as it was found. A correction is of the same kind as the proposal.',
})
export class ProposalDecisionInput extends ProposedInput {
  @Field(() => ID, { description: 'The proposal.' })
  @MaxLength(longest.id)
  readonly proposal!: string;

  @Field(() => ProposalState, { description: 'What becomes of it.' })
  readonly state!: State;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version of the proposal that was decided on: if somebody else decided meanwhile, the decision is a CONFLICT.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly expectedVersion?: number;

  @Field(() => [PassageInput], { nullable: true, description: 'Other passages than those that were found.' })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(limits.reading.passages.value)
  @ValidateNested()
  readonly passages?: PassageInput[];
}

@InputType({
  description: 'What an editor adds to a reading: one of the three, with the passage that says it. It is accepted with that.',
})
export class NewProposalInput extends ProposedInput {
  @Field(() => PassageInput, { description: 'The passage that says it.' })
  @ValidateNested()
  readonly passage!: PassageInput;
}
