import { Field, InputType } from '../type-graphql/decorators.js';
import { DateScalar } from './scalars.js';

@InputType({ description: 'A stretch of time: what is wholly in it.' })
export class PeriodRange {
  @Field(() => DateScalar, { nullable: true, description: 'On this day or later.' })
  readonly from?: string;

  @Field(() => DateScalar, { nullable: true, description: 'On this day or earlier.' })
  readonly to?: string;
}
