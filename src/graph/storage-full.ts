import { constants } from 'node:os';
import { GraphError } from './errors.js';

const { ENOSPC, EDQUOT, EFBIG } = constants.errno;

/** Whether a file could not be written for want of room: on the disk, in a quota, or in the largest size of a file. The embedded engine has the number in its message only. */
export function isFull(error: unknown): boolean {
  const { errno, message } = error as NodeJS.ErrnoException;
  const number = errno === undefined ? Number(/\(os error (\d+)\)/.exec(message)?.[1]) : -errno;
  return number === ENOSPC || number === EDQUOT || number === EFBIG;
}

/** What was not written is unchanged. */
export const storageFull = (cause: unknown, unchanged = 'nothing of the change was kept'): GraphError =>
  new GraphError('STORAGE_FULL', `The disk is full, and ${unchanged}: make room, then try again.`, { cause });
