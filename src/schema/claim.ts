import { Field, ID, ObjectType } from '../type-graphql/decorators.js';
import { claimFields, records } from '../model/model.js';
import { Validity } from './fuzzy-date.js';
import { Node } from './node.js';
import { addValueFields } from './record-fields.js';
import { Costs, part } from './price.js';

@ObjectType({
  description: 'An attribute of the relation that a claim asserts, such as the batch in which a region was admitted.',
})
@Costs(part)
export class Qualifier {
  @Field(() => String, { description: 'The attribute, such as "batch", "title" or "role".' })
  readonly name!: string;

  @Field(() => String, { description: 'Its value.' })
  readonly value!: string;
}

@ObjectType({ implements: Node, description: `${records.Claim.description} Claims are never edited, only retracted.` })
export class Claim {
  @Field(() => ID, { description: 'Its id, made of what it says.' })
  readonly id!: string;

  @Field(() => [Qualifier], { description: 'The attributes of the relation that it asserts.' })
  readonly qualifiers!: Qualifier[];

  @Field(() => Validity, { description: 'When it holds in the world.' })
  readonly validity!: Validity;
}

addValueFields(Claim, 'Claim', claimFields);
