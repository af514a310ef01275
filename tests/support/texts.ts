/** Runs the commands that compare import files with texts, on small folders, and on the built-in data where its sources are. */
import { existsSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { policygraph, type Outcome } from './cli.js';
import { folderOf, smallData, text, type Files } from './small-data.js';

const folders: string[] = [];

/** A folder that goes away with `removeFolders`. */
export function temporary(files: Files): string {
  const folder = folderOf(files);
  folders.push(folder);
  return folder;
}

export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
}

/** The names of an archive's files mean nothing. */
export const archived: Files = { 'whatever-name.txt': text, 'another.txt': 'Another text.' };

export function runOn(command: string, files: Files = smallData, texts: Files = archived): Promise<Outcome> {
  return policygraph([command, '--archive', temporary(texts), '--data', temporary(files)]);
}

const folder = process.env['POLICYGRAPH_ARCHIVE'] || fileURLToPath(new URL('../../../shared/sources', import.meta.url));

/** The texts that the built-in claims rest on; they are no part of the project, so they are not everywhere. */
export const sources: string | undefined = existsSync(folder) ? folder : undefined;
if (sources === undefined)
  console.log(
    `The built-in claims are not held to their sources: ${folder} is missing. Set POLICYGRAPH_ARCHIVE to the folder of the texts.`,
  );
