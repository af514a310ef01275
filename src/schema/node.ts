import { Field, ID, InterfaceType } from 'type-graphql';

/** Whatever has an id: its type is told by the id's prefix. */
export const typeOfId = (id: string): string => {
  const prefix = id.slice(0, id.indexOf(':'));
  return prefix.charAt(0).toUpperCase() + prefix.slice(1);
};

@InterfaceType('Node', {
  description: 'Whatever has an id that is stable for ever: an entity, a claim, an observation, a changeset.',
  resolveType: ({ id }: { id: string }) => typeOfId(id),
})
export abstract class Node {
  @Field(() => ID, { description: 'Its id, such as "region:CN-370200" (Qingdao).' })
  readonly id!: string;
}
