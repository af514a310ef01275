import { accessSync, constants, statSync } from 'node:fs';
import { SettingsError, type Settings } from '../settings/settings.js';

/** Throws a SettingsError for an archive that is missing at the start. One that vanishes later is for health to report: the graph is still of use. */
export function mustHaveArchive({ archive }: Pick<Settings, 'archive'>): void {
  if (archive === undefined) return;
  const problem = problemOf(archive);
  if (problem !== undefined)
    throw new SettingsError(
      `POLICYGRAPH_ARCHIVE ${archive} ${problem}: set it to the folder of the source texts, or leave it empty.`,
    );
}

function problemOf(folder: string): string | undefined {
  try {
    if (!statSync(folder).isDirectory()) return 'is not a folder';
    accessSync(folder, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'does not exist' : `cannot be read (${code})`;
  }
}
