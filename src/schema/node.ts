import { Field, ID, InterfaceType } from '../type-graphql/decorators.js';
import { typeOf } from '../model/model.js';

@InterfaceType('Node', {
  description: 'Anything with a permanent id: an entity, a claim, an observation, a changeset.',
  resolveType: ({ id }: { id: string }) => typeOf(id),
})
export abstract class Node {
  @Field(() => ID, { description: 'Its id, such as "region:CN-370200" (Qingdao).' })
  readonly id!: string;
}
