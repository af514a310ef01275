import { ArrayMaxSize, IsInt, IsOptional, Matches, MaxLength, Min, MinLength, ValidateNested } from 'class-validator';
import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { longest } from '../changesets/text.js';
import { claimLinks, records } from '../model/model.js';
import { Comparator, EvidenceSupport, NameKind, ObservationKind } from './enums.js';
import { limits } from '../limits.js';

/** The most of each list; larger loads are imported from files. */
const most = limits.writes.items.value;

@InputType({ description: 'A name of an entity.' })
class NameInput {
  @Field(() => String, { description: 'The name.' })
  @MaxLength(longest.text)
  readonly value!: string;

  @Field(() => String, { description: 'Its language (BCP 47), such as "en", "zh" or "zh-Latn".' })
  @MaxLength(35)
  readonly lang!: string;

  @Field(() => NameKind, { nullable: true, description: 'PREFERRED by default; at most one such in a language.' })
  readonly kind?: string;
}

@InputType({ description: 'A code or identifier under the scheme that gives it its meaning.' })
class CodeInput {
  @Field(() => String, { description: 'The scheme, such as "ISO 3166-2".' })
  @MaxLength(longest.code)
  readonly scheme!: string;

  @Field(() => String, { description: 'The code.' })
  @MaxLength(longest.code)
  readonly value!: string;
}

@InputType({ description: 'A property or attribute by its name in the model.' })
class NamedValueInput {
  @Field(() => String, { description: 'Its name, such as "kind", "level" or "batch".' })
  @MaxLength(longest.id)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Its value, numbers as text too. Null takes it away.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly value?: string;
}

@InputType({
  description: 'An entity to create or change. Fields of an existing entity that are left out stay; null removes a value.',
})
export class EntityInput {
  @Field(() => ID, { description: 'Its id, such as "agency:cn-mofcom": the type in lower case, and a permanent name.' })
  @MaxLength(longest.id)
  readonly id!: string;

  @Field(() => Int, {
    nullable: true,
    description:
      'The version that it must be at, else the change is refused with a CONFLICT that has both sides; 0 for one that must not exist.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly expectedVersion?: number;

  @Field(() => [NameInput], { nullable: true, description: 'All of its names. A new entity needs one, or a document its title.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly names?: NameInput[];

  @Field(() => String, { nullable: true, description: 'What it is, in a sentence of your own.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly description?: string;

  @Field(() => [CodeInput], { nullable: true, description: 'All of its codes.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly codes?: CodeInput[];

  @Field(() => [CodeInput], { nullable: true, description: 'All of its identifiers elsewhere.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly identifiers?: CodeInput[];

  @Field(() => [NamedValueInput], {
    nullable: true,
    description:
      'Properties that are a classification, such as kind, level or title. What rests on sources, such as announcedOn, is claimed.',
  })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly properties?: NamedValueInput[];
}

@InputType({ description: 'What a claim rests on: a passage (start, end and sha256), or the record of a data set.' })
class EvidenceInput {
  @Field(() => ID, { description: 'The document.' })
  @MaxLength(longest.id)
  readonly document!: string;

  @Field(() => Int, { nullable: true, description: "The passage's first character in the archived text, in code points from 0." })
  readonly start?: number;

  @Field(() => Int, { nullable: true, description: 'The character after its last one.' })
  readonly end?: number;

  @Field(() => String, { nullable: true, description: 'The SHA-256 of the passage in UTF-8, in hexadecimal.' })
  readonly sha256?: string;

  @Field(() => String, { nullable: true, description: 'The key of the record, for a data set.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly record?: string;

  @Field(() => EvidenceSupport, { nullable: true, description: 'FACT by default.' })
  readonly supports?: string;

  @Field(() => String, { description: 'What it says, in one sentence of your own.' })
  @MinLength(1)
  @MaxLength(longest.text)
  readonly summary!: string;
}

@InputType({ description: 'A claim to record. One that the graph has already changes nothing.' })
export class ClaimInput {
  @Field(() => ID, { description: 'The entity or observation that it is about.' })
  @MaxLength(longest.id)
  readonly subject!: string;

  @Field(() => String, { description: records.Claim.properties.predicate.description })
  @MaxLength(longest.id)
  readonly predicate!: string;

  @Field(() => ID, { nullable: true, description: 'The entity at the other end, for a relation.' })
  @IsOptional()
  @MaxLength(longest.id)
  readonly object?: string;

  @Field(() => String, { nullable: true, description: 'The value, for a property or a text; dates as EDTF, numbers as text.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly value?: string;

  @Field(() => [NamedValueInput], { nullable: true, description: "The relation's attributes, such as batch or role." })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly qualifiers?: NamedValueInput[];

  @Field(() => String, { nullable: true, description: 'Since when it holds (EDTF).' })
  @IsOptional()
  @MaxLength(longest.id)
  readonly from?: string;

  @Field(() => String, { nullable: true, description: 'Until when it holds (EDTF).' })
  @IsOptional()
  @MaxLength(longest.id)
  readonly until?: string;

  @Field(() => [ID], { nullable: true, description: claimLinks.attributedTo.description })
  @IsOptional()
  @ArrayMaxSize(most)
  readonly attributedTo?: string[];

  @Field(() => [ID], { nullable: true, description: claimLinks.about.description })
  @IsOptional()
  @ArrayMaxSize(most)
  readonly about?: string[];

  @Field(() => ID, { nullable: true, description: claimLinks.event.description })
  @IsOptional()
  @MaxLength(longest.id)
  readonly event?: string;

  @Field(() => ID, { nullable: true, description: claimLinks.saidTo.description })
  @IsOptional()
  @MaxLength(longest.id)
  readonly saidTo?: string;

  @Field(() => String, { nullable: true, description: 'When it was said (EDTF).' })
  @IsOptional()
  @MaxLength(longest.id)
  readonly saidOn?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'The live claims whose place it takes; they are retracted. One that is retracted already is a CONFLICT.',
  })
  @IsOptional()
  @ArrayMaxSize(most)
  readonly supersedes?: string[];

  @Field(() => [EvidenceInput], { description: 'What it rests on; at least one.' })
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly evidence!: EvidenceInput[];
}

@InputType({ description: 'A value of an indicator to record, with the claim that it is so.' })
export class ObservationInput {
  @Field(() => ID, { description: 'The indicator.' })
  @MaxLength(longest.id)
  readonly indicator!: string;

  @Field(() => [ID], { nullable: true, description: 'What it is about, besides the indicator.' })
  @IsOptional()
  @ArrayMaxSize(most)
  readonly about?: string[];

  @Field(() => ID, { nullable: true, description: 'The region.' })
  readonly region?: string;

  @Field(() => String, { nullable: true, description: 'The period that it is for (EDTF).' })
  readonly period?: string;

  @Field(() => String, { nullable: true, description: 'What a CHANGE or TARGET is measured against (EDTF).' })
  readonly basePeriod?: string;

  @Field(() => Float, { nullable: true, description: 'The value; left out where the source gives only a rank.' })
  readonly value?: number;

  @Field(() => String, {
    nullable: true,
    description: 'Its unit: ISO 4217 for money, UCUM otherwise. A value must have one.',
  })
  @IsOptional()
  @MinLength(1)
  @MaxLength(longest.code)
  readonly unit?: string;

  @Field(() => Int, { nullable: true, description: records.Observation.properties.rank.description })
  readonly rank?: number;

  @Field(() => ID, { nullable: true, description: 'The region among whose members it is ranked.' })
  readonly rankedIn?: string;

  @Field(() => Comparator, { nullable: true, description: 'EXACT by default.' })
  readonly comparator?: string;

  @Field(() => ObservationKind, { description: 'Whether it was measured, is aimed at, or is expected.' })
  readonly kind!: string;

  @Field(() => Float, { nullable: true, description: "The source's own conversion." })
  readonly convertedValue?: number;

  @Field(() => String, { nullable: true, description: "The unit of the source's own conversion." })
  readonly convertedUnit?: string;

  @Field(() => ID, { nullable: true, description: 'Who reported it.' })
  readonly reportedBy?: string;

  @Field(() => [ID], { nullable: true, description: 'Whose word it is.' })
  readonly attributedTo?: string[];

  @Field(() => [EvidenceInput], { description: 'What it rests on; at least one.' })
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly evidence!: EvidenceInput[];
}

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
  @Field(() => ID, { description: 'The entity that goes.' })
  @MaxLength(longest.id)
  readonly entity!: string;

  @Field(() => ID, { description: 'The entity that stays, of the same type.' })
  @MaxLength(longest.id)
  readonly into!: string;
}

@InputType({ description: 'Claims that are about another entity than they say, such as when one id stood for two people.' })
export class SplitInput {
  @Field(() => ID, { description: 'The entity that they are about now.' })
  @MaxLength(longest.id)
  readonly entity!: string;

  @Field(() => ID, {
    description: 'The entity that they are really about, of the same type; it may be created in the same change.',
  })
  @MaxLength(longest.id)
  readonly into!: string;

  @Field(() => [ID], { description: 'The claims.' })
  @ArrayMaxSize(most)
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
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly entities?: EntityInput[];

  @Field(() => [ClaimInput], {
    nullable: true,
    description: 'Claims to record; relations and claimed properties follow from them.',
  })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly claims?: ClaimInput[];

  @Field(() => [ObservationInput], { nullable: true, description: 'Observations to record.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly observations?: ObservationInput[];

  @Field(() => [RetractionInput], { nullable: true, description: 'Claims to end.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly retractions?: RetractionInput[];

  @Field(() => [MergeInput], { nullable: true, description: 'Entities that are the same as others.' })
  @IsOptional()
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly merges?: MergeInput[];

  @Field(() => [SplitInput], { nullable: true, description: 'Claims that are about other entities than they say.' })
  @IsOptional()
  @ArrayMaxSize(most)
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
  @Field(() => ID, { description: 'The program.' })
  @MaxLength(longest.id)
  readonly program!: string;

  @Field(() => [ID], { description: 'The regions.' })
  @ArrayMaxSize(most)
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
  @ArrayMaxSize(most)
  @ValidateNested()
  readonly evidence!: EvidenceInput[];
}

@InputType({ description: 'A changeset to undo.' })
export class UndoInput extends ChangeInput {
  @Field(() => ID, { description: 'The changeset.' })
  @MaxLength(longest.id)
  readonly changeset!: string;
}
