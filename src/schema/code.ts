import { Field, ObjectType } from '../type-graphql/decorators.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'A code or identifier, under the scheme that gives it its meaning.' })
@Costs(part)
export class Code {
  @Field(() => String, { description: 'The scheme, such as "ISO 3166-1 alpha-2", "GB/T 2260" or "HS".' })
  readonly scheme!: string;

  @Field(() => String, { description: 'The code, such as "CN" or "370200".' })
  readonly value!: string;
}
