import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A file of an import folder, read whole. */
export interface ImportFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What readers found of the claims is no part of the data: a new mark makes no new version of it. */
export const auditMarksFile = 'audit-marks.yaml';

/** The YAML and CSV files of a folder, in the order of their paths. */
export function importFiles(folder: string): ImportFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.(yaml|csv)$/.test(path) && path !== auditMarksFile)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

/** What the store derives from an entity's data, such as its search terms; when its form changes, the data is written again. */
const storedForm = 'search terms 1';

/** Names what the files say: two folders with the same files have the same version. */
export function versionOf(files: readonly ImportFile[]): string {
  const hash = createHash('sha256').update(storedForm);
  for (const { path, text } of files) hash.update(`${path}\0${text}\0`);
  return hash.digest('hex').slice(0, 12);
}
