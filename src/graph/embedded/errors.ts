import type { GrafeoError } from '@grafeo-db/js';
import { GraphError } from '../errors.js';
import { isFull, storageFull } from '../storage-full.js';
import { damaged } from './integrity/guard.js';

/** The engine's GQLSTATUS as the graph's own codes. What has none is a panic or a closed database. */
export function graphError(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  if (isFull(error)) return storageFull(error);
  const cause = error as GrafeoError;
  switch (cause.gqlStatus) {
    case 'G2000':
      return new GraphError('CONFLICT', 'There is an item with that id already.', { cause });
    case '40000':
      return new GraphError('STORAGE', 'The change could not be written; nothing of it was kept.', { cause });
    case '25000':
      return new GraphError('UNAVAILABLE', 'The graph is closed.', { cause });
    default:
      return new GraphError('INTERNAL', 'The embedded engine failed.', { cause });
  }
}

/** Why the engine could not open a file. */
export function openingError(file: string, error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  if (isFull(error)) return storageFull(error);
  const { code, path, dest = path } = error as NodeJS.ErrnoException & { readonly dest?: string };
  if (code !== undefined && path !== undefined)
    return new GraphError('STORAGE', `${dest} cannot be written (${code}): mend it, or set POLICYGRAPH_DATA to another folder.`, {
      cause: error,
    });
  switch (engineCode(error)) {
    case 'X001':
      return new GraphError(
        'STORAGE',
        `${file} is open in another process: stop that one, or set POLICYGRAPH_DATA to another folder.`,
        { cause: error },
      );
    case 'S002':
    case 'X002':
      return damaged(file, '', error);
    case 'S003':
      return damaged(file, ' (its log is of another graph, or of another version)', error);
    default:
      return new GraphError(
        'STORAGE',
        `${file} cannot be opened; it may be damaged or of another version: restore it from a backup with "policygraph restore", or move ${file}* away to start with the built-in data.`,
        { cause: error },
      );
  }
}

/** Whether a file could not be opened because another process has it open. */
export const isOpenElsewhere = (error: unknown): boolean =>
  error instanceof GraphError && error.cause !== undefined && engineCode(error.cause) === 'X001';

/** The engine's own code, which it gives in the message only: "Database error: GRAFEO-S002: …". */
const engineCode = (error: unknown): string | undefined => /\bGRAFEO-(\w\d{3}):/.exec((error as Error).message)?.[1];
