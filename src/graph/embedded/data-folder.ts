import { makeFolder } from '../../make-folder.js';
import { GraphError } from '../errors.js';

/** Makes the folder of a graph where it is missing. Throws STORAGE with the reason. */
export function makeDataFolder(folder: string): void {
  try {
    makeFolder(folder);
  } catch (cause) {
    throw new GraphError(
      'STORAGE',
      `The data folder ${folder} cannot be made (${(cause as NodeJS.ErrnoException).code}): set POLICYGRAPH_DATA to a folder that can be written.`,
      { cause },
    );
  }
}
