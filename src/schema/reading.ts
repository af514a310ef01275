import { IsInt, IsOptional, Min } from 'class-validator';
import { ArgsType, Field, ID, Int, ObjectType } from '../type-graphql/decorators.js';
import { cutReasons } from '../reading/claims/cuts.js';
import { methods } from '../reading/kept/reading.js';
import { dropReasons } from '../reading/language-model/dropped.js';
import { Changeset } from './changeset.js';
import { Entity } from './entity.js';
import { enumType } from './enums.js';
import { PageInfo } from './page-info.js';
import { ForwardPageArguments } from './page-arguments.js';
import { Paragraph } from './paragraph.js';
import { PartPageArguments } from './part-page.js';
import { Costs, page, pageItem, part } from './price.js';
import { RereadClaim } from './rereading.js';
import { Proposal, ProposalState } from './reading-proposal.js';

export const ReadingMethod = enumType('ReadingMethod', 'How proposals are found.', methods);

@ObjectType({ description: 'How many proposals are in each state.' })
@Costs(part)
export class ReadingProgress {
  @Field(() => Int, { description: 'Nobody has decided.' })
  readonly pending!: number;

  @Field(() => Int, { description: 'Accepted.' })
  readonly accepted!: number;

  @Field(() => Int, { description: 'Rejected.' })
  readonly rejected!: number;
}

@ObjectType({ description: 'What became of the proposals of one rule, here and in all other readings.' })
@Costs(part)
export class ReadingRuleTally extends ReadingProgress {
  @Field(() => String, { description: 'The rule.' })
  readonly rule!: string;

  @Field(() => Int, { description: 'How many of its proposals editors accepted in other readings.' })
  readonly acceptedBefore!: number;

  @Field(() => Int, { description: 'How many they rejected there.' })
  readonly rejectedBefore!: number;
}

@ObjectType({ description: 'The document that a text is, as it would be published.' })
@Costs(part)
export class ReadingDocument {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => Boolean, { description: 'Whether the graph does not have it yet.' })
  readonly isNew!: boolean;

  @Field(() => Entity, { nullable: true, description: 'The document, where the graph has it.' })
  readonly entity?: Entity;
}

const CutReason = enumType(
  'ReadingCutReason',
  'Why a part of a text was not read as a whole, and what would be right.',
  cutReasons,
);

@ObjectType({ description: 'A part of a text that was not read as a whole.' })
@Costs(part)
export class ReadingCut {
  @Field(() => Int, { description: 'Where it begins, in code points of the text.' })
  readonly start!: number;

  @Field(() => Int, { description: 'Where it ends, exclusive.' })
  readonly end!: number;

  @Field(() => CutReason, { description: 'Why.' })
  readonly reason!: keyof typeof cutReasons;

  @Field(() => String, { description: 'Why, in words, and what would be right.' })
  readonly message!: string;
}

const DropReason = enumType('DropReason', 'Why something that a language model proposed is dropped.', dropReasons);

@ObjectType({ description: 'How many proposals of a language model were dropped, and why.' })
@Costs(part)
class DroppedProposals {
  @Field(() => DropReason, { description: 'Why.' })
  readonly reason!: keyof typeof dropReasons;

  @Field(() => Int, { description: 'How many.' })
  readonly count!: number;
}

@ObjectType({ description: 'What a language model took to read a text, in tokens.' })
@Costs(part)
class ModelTokens {
  @Field(() => Int, { description: 'Of all prompts, with the instructions.' })
  readonly prompt!: number;

  @Field(() => Int, { description: 'Of all answers.' })
  readonly answer!: number;
}

@ObjectType({ description: 'What a language model was asked for a reading, and what it said.' })
@Costs(part)
export class ReadingModel {
  @Field(() => String, { description: 'The model.' })
  readonly name!: string;

  @Field(() => String, { description: 'The instructions that came before each prompt.' })
  readonly instructions!: string;

  @Field(() => [String], { description: 'What it was asked, one for each part of the text.' })
  readonly prompts!: readonly string[];

  @Field(() => [String], { description: 'What it said, word for word, in the order of the prompts.' })
  readonly answers!: readonly string[];

  @Field(() => [DroppedProposals], { description: 'What was dropped of it.' })
  readonly dropped!: readonly DroppedProposals[];

  @Field(() => ModelTokens, { nullable: true, description: 'What it took, where its server counts.' })
  readonly tokens?: ModelTokens;
}

@ObjectType({
  description:
    'A text that was read, with what it proposes for the graph. Editors decide on each proposal, and what they accept is published as one changeset; nothing of it is in the graph before. Only editors see it.',
})
export class Reading {
  @Field(() => ID, { description: 'Its id, made of all that it proposes.' })
  readonly id!: string;

  @Field(() => ID, { description: 'The id of the changeset under which it is published.' })
  readonly changeset!: string;

  @Field(() => String, { description: 'Who had the text read.' })
  readonly author!: string;

  @Field(() => String, { description: 'When, as an ISO 8601 instant in UTC.' })
  readonly readAt!: string;

  @Field(() => ReadingDocument, { description: 'The document that the text is.' })
  readonly document!: ReadingDocument;

  @Field(() => String, { description: 'The title of the text.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'Who published it.' })
  readonly outlet?: string;

  @Field(() => String, { nullable: true, description: 'The day when it was published.' })
  readonly date?: string;

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  readonly url?: string;

  @Field(() => String, { description: 'Its language (BCP 47).' })
  readonly language!: string;

  @Field(() => String, { description: 'The SHA-256 of the text in UTF-8, in hexadecimal: locators count in it.' })
  readonly sha256!: string;

  @Field(() => String, { description: 'The text.' })
  readonly text!: string;

  @Field(() => [Paragraph], { description: 'The text in paragraphs, in order.' })
  readonly paragraphs!: readonly Paragraph[];

  @Field(() => ReadingMethod, { description: 'How its proposals were found.' })
  readonly method!: string;

  @Field(() => Int, {
    description: 'Grows with each decision: `proposals(changedSince:)` gives what was decided after a version.',
  })
  readonly version!: number;

  @Field(() => [Proposal], { description: 'What the text proposes, in its order, then what editors added.' })
  readonly proposals!: readonly Proposal[];

  @Field(() => [ReadingCut], {
    description: 'Where the rules did not read the text as a whole, in its order; empty where they did.',
  })
  readonly cuts!: readonly ReadingCut[];

  @Field(() => ReadingProgress, { description: 'How far editors are.' })
  readonly progress!: ReadingProgress;

  @Field(() => [ReadingRuleTally], { description: 'Its rules, with what editors decided on their proposals here and before.' })
  readonly rules!: readonly ReadingRuleTally[];

  @Field(() => [RereadClaim], {
    description:
      'Where the document is in the graph with another text: the live claims that rest on its passages, and where these are in this text. Empty for a new document, and once it is published.',
  })
  readonly reread!: readonly RereadClaim[];

  @Field(() => String, {
    nullable: true,
    description: 'When it was published, as an ISO 8601 instant in UTC; null while editors decide.',
  })
  readonly publishedAt?: string;

  @Field(() => Changeset, {
    nullable: true,
    description: 'The changeset, once it is published; null where the graph had all of it already.',
  })
  readonly published?: Changeset;

  @Field(() => ReadingModel, { nullable: true, description: 'The language model, where one was asked.' })
  readonly model?: ReadingModel;
}

@ArgsType()
export class ReadingsArguments extends ForwardPageArguments {
  @Field(() => Boolean, { defaultValue: false, description: 'Lists those that are published too.' })
  readonly published!: boolean;
}

@ArgsType()
export class ProposalsArguments extends PartPageArguments {
  @Field(() => ProposalState, { nullable: true, description: 'Only proposals in this state.' })
  readonly state?: 'PENDING' | 'ACCEPTED' | 'REJECTED';

  @Field(() => Int, {
    nullable: true,
    description: 'Only proposals that were decided or added after this version of the reading.',
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  readonly changedSince?: number;
}

@ObjectType({ description: 'An item of a list, and its place there.' })
@Costs(pageItem)
export class ReadingEdge {
  @Field(() => String, { description: 'The position of the item in the list: begin a page after it.' })
  readonly cursor!: string;

  @Field(() => Reading, { description: 'The item.' })
  readonly node!: Reading;
}

@ObjectType({ description: 'A page of a list.' })
@Costs(page)
export class ReadingConnection {
  @Field(() => [ReadingEdge], { description: 'The items of this page.' })
  readonly edges!: readonly ReadingEdge[];

  @Field(() => PageInfo, { description: 'The position of this page in the list.' })
  readonly pageInfo!: PageInfo;
}
