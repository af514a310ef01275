import { ArrayMaxSize, ArrayMinSize, IsInt, IsOptional, Max, MaxLength, Min, MinLength } from 'class-validator';
import { ArgsType, Field, Float, Int, ObjectType } from '../type-graphql/decorators.js';
import type { Label } from '../model/model.js';
import { EntityField } from './entity-ids.js';
import { Entity } from './entity.js';
import { EntityType, enumType } from './enums.js';
import { TypeCount } from './graph-info.js';
import { ForwardPageArguments } from './page-arguments.js';
import { PageInfo } from './page-info.js';
import { limits } from '../limits.js';
import { Costs, page, pageItem, withWork } from './price.js';

/** The bounds of what may be asked. */
const { query, names, candidates } = limits.search;
const searchLimits = {
  characters: query.value,
  names: names.value,
  candidates: { max: candidates.value, default: candidates.default },
  types: 20,
};

const scoreMeaning =
  'How well it fits, from 0 to 1: 1 is exactly the name, a code or a document number, 0.98 the same but for case, diacritics, punctuation, and traditional or simplified characters; 0.9 a Chinese name whose pinyin it is; beginnings of a name, all words, some words, parts of its pinyin and typing errors fit less; at most 0.3 is a description that fits, or nearness of meaning alone.';
const matchedMeaning =
  'Which of its names, or which code, fits best: for pinyin the Chinese name. Null where it is its description that fits.';

const FoundBy = enumType('FoundBy', 'What found an entity.', {
  WORDS: 'Words of its names, codes or description.',
  MEANING: 'What it means, by the embedding model of the service.',
});

const MeaningUse = enumType('MeaningUse', 'Whether a search was by meaning too.', {
  OFF: 'The service has no embedding model, or `by` leaves meaning out.',
  USED: 'Words and meaning were searched.',
  UNAVAILABLE: 'The embedding model did not answer in time, or not all entities are embedded yet: words alone were searched.',
});

@ArgsType()
export class SearchArguments extends ForwardPageArguments {
  @Field(() => String, {
    description: `What to look for, in any language: a name, an abbreviation, words of these or of a description, Chinese in either script, its pinyin (with or without tones, the beginning of it, or the first letter of each syllable), a code (440100, GB/T 2260 440100), or the number of a document (国发〔2024〕1号), with any brackets; 1 to ${searchLimits.characters} characters. It is plain text: no character has a meaning of its own.`,
  })
  @MinLength(1)
  @MaxLength(searchLimits.characters)
  readonly query!: string;

  @Field(() => [EntityType], { nullable: true, description: 'Only entities of these types.' })
  @IsOptional()
  @ArrayMaxSize(searchLimits.types)
  readonly types?: Label[];

  @EntityField(
    ['Region'],
    'Only in this region: the region itself, the regions that lie in it at any depth, what is located in any of them, and the policies and programs that cover any of them.',
    { nullable: true },
  )
  @IsOptional()
  readonly within?: string;

  @Field(() => [FoundBy], {
    nullable: true,
    description:
      'What to search by; by default words, and meaning where the service has an embedding model. What completes a name while it is typed should use words alone.',
  })
  @IsOptional()
  @ArrayMinSize(1)
  @ArrayMaxSize(2)
  readonly by?: (keyof typeof FoundBy)[];
}

@ArgsType()
export class MatchArguments {
  @Field(() => [String], {
    description: `The names to find entities for: 1 to ${searchLimits.names}, each of up to ${searchLimits.characters} characters.`,
  })
  @ArrayMinSize(1)
  @ArrayMaxSize(searchLimits.names)
  @MaxLength(searchLimits.characters, { each: true })
  readonly names!: string[];

  @Field(() => [EntityType], { nullable: true, description: 'Only entities of these types.' })
  @IsOptional()
  @ArrayMaxSize(searchLimits.types)
  readonly types?: Label[];

  @Field(() => Int, {
    defaultValue: searchLimits.candidates.default,
    description: `How many candidates of each name: 1 to ${searchLimits.candidates.max}.`,
  })
  @IsInt()
  @Min(1)
  @Max(searchLimits.candidates.max)
  readonly first!: number;
}

@ObjectType({ description: 'An entity that a name may mean.' })
@Costs(pageItem)
export class NameCandidate {
  @Field(() => Entity, { description: 'The entity.' })
  readonly node!: Entity;

  @Field(() => Float, { description: scoreMeaning })
  readonly score!: number;

  @Field(() => String, { nullable: true, description: matchedMeaning })
  readonly matchedName?: string | undefined;
}

@ObjectType({ description: 'An entity that a search found, and how well it fits.' })
@Costs(pageItem)
export class SearchEdge extends NameCandidate {
  @Field(() => String, { description: 'The position of the item in the list: begin a page after it.' })
  readonly cursor!: string;

  @Field(() => [FoundBy], { description: 'What found it.' })
  readonly foundBy!: readonly (keyof typeof FoundBy)[];
}

@ObjectType({
  description:
    'The results of a search, the best first; ties are ordered by name. By words and meaning, exact names come first, then what is high in both lists.',
})
@Costs(withWork(page, 20)) // its loader counts what is looked at
export class SearchConnection {
  @Field(() => [SearchEdge], { description: 'The items of this page.' })
  readonly edges!: readonly SearchEdge[];

  @Field(() => PageInfo, { description: 'The position of this page in the list. Pages go forwards only.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many entities it found. At most 200 are ranked, so that 200 means "200 or more".' })
  readonly totalCount!: number;

  @Field(() => MeaningUse, { description: 'Whether it was by meaning too.' })
  readonly meaning!: keyof typeof MeaningUse;

  @Field(() => [TypeCount], { description: 'How many of these there are of each type, the most frequent first.' })
  readonly types!: readonly TypeCount[];
}

const countOf = ({ names }: Readonly<Record<string, unknown>>): number => (Array.isArray(names) ? names.length : 1);

/** Candidates of each name. */
const matches = withWork(
  { ...page, nodes: (selected, args) => countOf(args) * page.nodes(selected, args) },
  (args) => 2 * countOf(args),
);

@ObjectType({ description: 'A name, and the entities that it may mean.' })
@Costs(matches)
export class NameMatch {
  @Field(() => String, { description: 'The name, as it was given.' })
  readonly name!: string;

  @Field(() => [NameCandidate], { description: 'What it may mean, the likeliest first; empty when nothing is like it.' })
  readonly candidates!: readonly NameCandidate[];
}
