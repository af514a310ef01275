import { Field, ObjectType } from '../type-graphql/decorators.js';
import { evidenceFields } from '../model/model.js';
import { Verification } from './enums.js';
import { addValueFields } from './record-fields.js';
import { Costs, part } from './price.js';

@ObjectType({
  description: 'Where a passage is in the archived text of its document (W3C Web Annotation: text position, with a hash).',
})
@Costs(part)
export class Locator {}

addValueFields(Locator, 'Evidence', evidenceFields, 'locator');

@ObjectType({ description: 'What a claim rests on: a passage of a document, or a record of a data set.' })
export class Evidence {
  @Field(() => Locator, { nullable: true, description: 'Where the passage is; null for a record of a data set.' })
  readonly locator?: Locator;

  @Field(() => String, { nullable: true, description: 'The passage itself, where the archive of this service has the text.' })
  readonly quote?: string;

  @Field(() => Verification, { description: 'Whether the archived text bears it out.' })
  readonly verification!: string;
}

addValueFields(Evidence, 'Evidence', evidenceFields);
