import type { GrafeoError } from '@grafeo-db/js';
import { GraphError } from '../errors.js';

/** The engine's GQLSTATUS as the graph's own codes. What has none is a panic or a closed database. */
export function graphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  const cause = error as GrafeoError;
  switch (cause.gqlStatus) {
    case 'G2000':
      return new GraphError('CONFLICT', 'There is an item with that id already.', { cause });
    case '40000':
      return new GraphError('STORAGE', 'The change could not be written; nothing of it was kept. Is the disk full?', { cause });
    case '25000':
      return new GraphError('UNAVAILABLE', 'The graph is closed.', { cause });
    default:
      return new GraphError('INTERNAL', 'The embedded engine failed.', { cause });
  }
}
