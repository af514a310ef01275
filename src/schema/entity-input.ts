import { ArrayMaxSize, IsInt, IsOptional, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from '../type-graphql/decorators.js';
import { longest } from '../changesets/text.js';
import { NameKind } from './enums.js';
import { limits } from '../limits.js';
import { NamedValueInput } from './named-value-input.js';

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
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly names?: NameInput[];

  @Field(() => String, { nullable: true, description: 'What it is, in a sentence of your own.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly description?: string;

  @Field(() => [CodeInput], { nullable: true, description: 'All of its codes.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly codes?: CodeInput[];

  @Field(() => [CodeInput], { nullable: true, description: 'All of its identifiers elsewhere.' })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly identifiers?: CodeInput[];

  @Field(() => [NamedValueInput], {
    nullable: true,
    description:
      'Properties that are a classification, such as kind, level or title. What rests on sources, such as announcedOn, is claimed.',
  })
  @IsOptional()
  @ArrayMaxSize(limits.writes.items.value)
  @ValidateNested()
  readonly properties?: NamedValueInput[];
}
