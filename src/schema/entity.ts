import { Field, ID, Int, InterfaceType } from '../type-graphql/decorators.js';
import { anyOfWords, labels, typeOf, wordsOf } from '../model/model.js';
import { Code } from './code.js';
import { Name } from './name.js';
import { Node } from './node.js';

@InterfaceType('Entity', {
  implements: Node,
  description: `Anything that relations join: a ${anyOfWords(labels.map(wordsOf))}.`,
  resolveType: ({ id }: { id: string }) => typeOf(id),
})
export abstract class Entity {
  @Field(() => ID, { description: 'Its id, such as "agency:cn-mofcom".' })
  readonly id!: string;

  @Field(() => Int, {
    description: 'How many changesets have changed it, or what is claimed of it. `expectedVersion` of a change is held to it.',
  })
  readonly version!: number;

  @Field(() => [Name], { description: 'All of its names, in every language.' })
  readonly names!: Name[];

  @Field(() => String, { nullable: true, description: "What it is, in a sentence of the graph's own." })
  readonly description?: string;

  @Field(() => [Code], { description: 'Its identifiers elsewhere.' })
  readonly identifiers!: Code[];
}
