import { GraphError } from '../graph/errors.js';
import { idPrefix, labelOf, type Label } from '../model/model.js';
import type { Entity } from '../graph/stored/rows.js';
import type { Context } from './context.js';

/** The entity of a type with an id, or null. An id of another type is the caller's mistake. */
export async function entityWithId(label: Label, id: string, { loaders }: Context): Promise<Entity | null> {
  if (labelOf(id) !== label)
    throw new GraphError(
      'BAD_USER_INPUT',
      `"id" must begin with "${idPrefix(label)}"; for an id of any type ask entity or node.`,
    );
  return loaders.entities.known(id);
}
