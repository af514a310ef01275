import { Field, ObjectType } from '../type-graphql/decorators.js';
import { NameKind } from './enums.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'One of the names of an entity.' })
@Costs(part)
export class Name {
  @Field(() => String, { description: 'The name itself.' })
  readonly value!: string;

  @Field(() => String, { description: 'Its language, as a BCP 47 tag such as "en", "zh" or "zh-Latn" (pinyin).' })
  readonly lang!: string;

  @Field(() => NameKind, { description: 'What kind of name it is.' })
  readonly kind!: string;
}
