import { GraphError } from '../graph/errors.js';
import { idPrefix, labelOf, type Label } from '../model/model.js';

/** An id of another type is the caller's mistake. */
export function mustBeOf(label: Label, id: string): void {
  if (labelOf(id) !== label)
    throw new GraphError(
      'BAD_USER_INPUT',
      `"id" must begin with "${idPrefix(label)}"; for an id of any type ask entity or node.`,
    );
}
