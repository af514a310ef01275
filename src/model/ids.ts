/** An id says what it is of: `agency:cn-mofcom` is an Agency, `claim:…` a Claim. */
import { entities, labels, type Label } from './entities.js';
import type { EntityModel } from './properties.js';
import type { records } from './records.js';

/** What can be looked up by its id. */
export type NodeType = Label | keyof typeof records | 'Changeset';

const nodeTypes: readonly NodeType[] = [...labels, 'Claim', 'Observation', 'Changeset'];
const typesByPrefix: ReadonlyMap<string, NodeType> = new Map(nodeTypes.map((type) => [idPrefix(type), type]));

/** What the ids of a type begin with: `agency:`. */
export function idPrefix(type: NodeType): string {
  return `${type.toLowerCase()}:`;
}

/** The type that an id's prefix names; undefined for an unknown prefix. */
export function typeOf(id: string): NodeType | undefined {
  return typesByPrefix.get(id.slice(0, id.indexOf(':') + 1));
}

/** The label of an entity's id; undefined for ids of anything else. */
export function labelOf(id: string): Label | undefined {
  const type = typeOf(id);
  return type !== undefined && Object.hasOwn(entities, type) ? (type as Label) : undefined;
}

export const isObservation = (id: string): boolean => typeOf(id) === 'Observation';

/** The properties of the entity with this id; none for ids of anything else. */
export function propertiesOfId(id: string): EntityModel['properties'] {
  const label = labelOf(id);
  return label === undefined ? {} : entities[label].properties;
}

/** The dates that tell when an entity of this id began, the one that counts first. */
export function beginPredicates(id: string): readonly string[] {
  const label = labelOf(id);
  return label === undefined ? [] : (entities[label].begins ?? []);
}
