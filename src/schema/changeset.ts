import { Field, ID, ObjectType } from '../type-graphql/decorators.js';
import { Node } from './node.js';

@ObjectType({ implements: Node, description: 'One write to the graph: who, when, why, and from where. All of it landed.' })
export class Changeset {
  @Field(() => ID, { description: 'Its id.' })
  readonly id!: string;

  @Field(() => String, { description: 'Who wrote.' })
  readonly author!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Who published it, where it was a draft; null where its author wrote it at once.',
  })
  readonly publisher?: string;

  @Field(() => String, { description: 'Why.' })
  readonly reason!: string;

  @Field(() => String, { description: 'Where it came from: "built-in" for the data that the service brings.' })
  readonly origin!: string;

  @Field(() => String, { description: 'When, as an ISO 8601 instant in UTC.' })
  readonly recordedAt!: string;
}
