import { Field, Float, ID, ObjectType } from '../type-graphql/decorators.js';
import { observationFields, records } from '../model/model.js';
import { Node } from './node.js';
import { addValueFields } from './record-fields.js';
import { Costs, part } from './price.js';

@ObjectType({ description: 'An amount in another unit, as the source itself gives it.' })
@Costs(part)
export class ConvertedAmount {
  @Field(() => Float, { description: 'The amount.' })
  readonly value!: number;

  @Field(() => String, { description: 'Its unit (ISO 4217 for money).' })
  readonly unit!: string;
}

@ObjectType({ implements: Node, description: records.Observation.description })
export class Observation {
  @Field(() => ID, { description: 'Its id, made of what it says.' })
  readonly id!: string;

  @Field(() => ConvertedAmount, { nullable: true, description: "The source's own conversion into another unit." })
  readonly converted?: ConvertedAmount;
}

addValueFields(Observation, 'Observation', observationFields);
