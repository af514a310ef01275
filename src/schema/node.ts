import { Field, ID, InterfaceType } from 'type-graphql';

/** Anything with an id: the prefix of the id gives its type. */
export const typeOfId = (id: string): string => {
  const prefix = id.slice(0, id.indexOf(':'));
  return prefix.charAt(0).toUpperCase() + prefix.slice(1);
};

@InterfaceType('Node', {
  description: 'Anything with a permanent id: an entity, a claim, an observation, a changeset.',
  resolveType: ({ id }: { id: string }) => typeOfId(id),
})
export abstract class Node {
  @Field(() => ID, { description: 'Its id, such as "region:CN-370200" (Qingdao).' })
  readonly id!: string;
}
