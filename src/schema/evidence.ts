import { Field, Int, ObjectType } from 'type-graphql';
import { EvidenceSupport, Verification } from './enums.js';

@ObjectType({
  description: 'Where a passage is in the archived text of its document (W3C Web Annotation: text position, with a hash).',
})
export class Locator {
  @Field(() => Int, { description: 'Its first character, counted in Unicode code points from 0.' })
  readonly start!: number;

  @Field(() => Int, { description: 'The character after its last one.' })
  readonly end!: number;

  @Field(() => String, { description: 'The SHA-256 of the passage in UTF-8, in hexadecimal.' })
  readonly sha256!: string;
}

@ObjectType({ description: 'What a claim rests on: a passage of a document, or a record of a data set.' })
export class Evidence {
  @Field(() => String, { description: "What the passage says, in one sentence of the graph's own." })
  readonly summary!: string;

  @Field(() => Locator, { nullable: true, description: 'Where the passage is; null for a record of a data set.' })
  readonly locator?: Locator;

  @Field(() => String, { nullable: true, description: 'The key of the record, for a data set.' })
  readonly record?: string;

  @Field(() => EvidenceSupport, { description: 'Whether it is evidence of what the claim says, or only of when it holds.' })
  readonly supports!: string;

  @Field(() => String, { nullable: true, description: 'The passage itself, where the archive of this service has the text.' })
  readonly quote?: string;

  @Field(() => Verification, { description: 'Whether the archived text bears it out.' })
  readonly verification!: string;
}
