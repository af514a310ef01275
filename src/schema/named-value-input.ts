import { IsOptional, MaxLength } from 'class-validator';
import { Field, InputType } from '../type-graphql/decorators.js';
import { longest } from '../changesets/text.js';

@InputType({ description: 'A property or attribute by its name in the model.' })
export class NamedValueInput {
  @Field(() => String, { description: 'Its name, such as "kind", "level" or "batch".' })
  @MaxLength(longest.id)
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Its value, numbers as text too. Null takes it away.' })
  @IsOptional()
  @MaxLength(longest.text)
  readonly value?: string;
}
