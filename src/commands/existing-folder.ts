import { statSync } from 'node:fs';
import { SettingsError } from '../settings/settings.js';

/** A folder as it is given. Throws a SettingsError where it is none. */
export function existingFolder(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new SettingsError(`There is no folder ${folder}.`);
  return folder;
}
