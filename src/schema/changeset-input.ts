import { ArrayMaxSize, IsOptional, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from '../type-graphql/decorators.js';
import { longest } from '../changesets/text.js';
import { labels } from '../model/model.js';
import { EntityField } from './entity-ids.js';
import { EntityInput } from './entity-input.js';
import { limits } from '../limits.js';
import { ClaimInput, EvidenceInput, ObservationInput } from './record-inputs.js';

@InputType({ description: 'A claim to end. It stays in the record, with when and by which changeset it was retracted.' })
export class RetractionInput {
  @Field(() => ID, { description: 'The claim.' })
  @MaxLength(longest.id)
  readonly claim!: string;
}

@InputType({
  description:
    'An entity that is the same as another. Its claims become claims of the other, and its id resolves to the other until the merge is undone.',
})
export class MergeInput {
  @EntityField(labels, 'The entity that goes.')
  @MaxLength(longest.id)
  readonly entity!: string;

  @EntityField(labels, 'The entity that stays, of the same type.')
  @MaxLength(longest.id)
  readonly into!: string;
}

@InputType({ description: 'Claims that are about another entity than they say, such as when one id stood for two people.' })
export class SplitInput {
  @EntityField(labels, 'The entity that they are about now.')
  @MaxLength(longest.id)
  readonly entity!: string;

  @EntityField(labels, 'The entity that they are really about, of the same type; it may be created in the same change.')
  @MaxLength(longest.id)
  readonly into!: string;

  @Field(() => [ID], { description: 'The claims.' })
  @ArrayMaxSize(limits.writes.items.value)
  readonly claims!: string[];
}

/** What every change says of itself. */
@InputType()
class ChangeInput {
  @Field(() => ID, {
    nullable: true,
    description:
      'An id of your own, such as "changeset:2026-11-22-batches". A change that is sent twice under one id lands once and gets the first report again, so that a lost reply can be asked for by sending the change once more.',
  })
  @IsOptional()
  @Matches(/^changeset:[A-Za-z0-9][A-Za-z0-9._-]{0,150}$/, {
    message: 'id must look like "changeset:my-change": letters, digits, dots, dashes and underscores, at most 150',
  })
  readonly id?: string;

  @Field(() => String, { description: 'Why it is made.' })
  @MinLength(1)
  @MaxLength(longest.text)
  readonly reason!: string;
}

@InputType({ description: 'A change: all of it lands, or none of it.' })
export class ChangesetInput extends ChangeInput {
  @Field(() => [EntityInput], { nullable: true, description: 'Entities to create or change.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly entities?: EntityInput[];

  @Field(() => [ClaimInput], {
    nullable: true,
    description: 'Claims to record; relations and claimed properties follow from them.',
  })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly claims?: ClaimInput[];

  @Field(() => [ObservationInput], { nullable: true, description: 'Observations to record.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly observations?: ObservationInput[];

  @Field(() => [RetractionInput], { nullable: true, description: 'Claims to end.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly retractions?: RetractionInput[];

  @Field(() => [MergeInput], { nullable: true, description: 'Entities that are the same as others.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly merges?: MergeInput[];

  @Field(() => [SplitInput], { nullable: true, description: 'Claims that are about other entities than they say.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly splits?: SplitInput[];
}

@InputType({ description: 'A value to record.' })
export class RecordObservationInput extends ChangeInput {
  @Field(() => ObservationInput, { description: 'The value.' })
  @ValidateNested()
  readonly observation!: ObservationInput;
}

@InputType({ description: 'Regions that a program covers, by what a source says.' })
export class AddRegionsInput extends ChangeInput {
  @EntityField(['Program'], 'The program.')
  @MaxLength(longest.id)
  readonly program!: string;

  @EntityField(['Region'], 'The regions.', { type: () => [ID] })
  @ArrayMaxSize(limits.writes.items.value)
  readonly regions!: string[];

  @Field(() => Int, { nullable: true, description: 'The batch in which they were admitted; 1 is the first.' })
  readonly batch?: number;

  @Field(() => String, { nullable: true, description: 'Since when it covers them (EDTF).' })
  @IsOptional()
  @MaxLength(longest.id)
  readonly from?: string;

  @Field(() => String, { nullable: true, description: 'Until when it covers them (EDTF).' })
  @IsOptional()
  @MaxLength(longest.id)
  readonly until?: string;

  @Field(() => [EvidenceInput], { description: 'What it rests on; at least one.' })
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly evidence!: EvidenceInput[];
}

@InputType({ description: 'A changeset to undo.' })
export class UndoInput extends ChangeInput {
  @Field(() => ID, { description: 'The changeset.' })
  @MaxLength(longest.id)
  readonly changeset!: string;
}
