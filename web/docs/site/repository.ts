/** The files of the repository that pages are made from. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const generated = /^(\..*|node_modules|dist|out|__pycache__|.*\.egg-info)$/;

export const readText = (path: string): string => readFileSync(root + path, 'utf8');

export const readBytes = (path: string): Uint8Array => readFileSync(root + path);

export function kindOf(path: string): 'file' | 'folder' | undefined {
  const found = statSync(root + path, { throwIfNoEntry: false });
  return found && (found.isDirectory() ? 'folder' : 'file');
}

/** The names in a folder; those of folders end in a slash. */
export function namesIn(folder: string): string[] {
  return readdirSync(root + folder, { withFileTypes: true })
    .filter(({ name }) => !generated.test(name))
    .map((entry) => entry.name + (entry.isDirectory() ? '/' : ''))
    .sort();
}

/** The address of the page of a file or a folder: "docs/limits.md" is "limits", "examples/ey-gazette/README.md" is "examples/ey-gazette". */
export function pageOf(path: string): string {
  if (path === 'README.md') return 'overview';
  if (path === 'schema.graphql') return 'schema';
  return path
    .replace(/\/$/, '')
    .replace(/^docs(\/|$)/, '')
    .replace(/(^|\/)README\.md$/, '')
    .replace(/\.md$/, '')
    .replace(/\.html$/, '-html') // "index.html" in a folder is the page of the folder
    .replace(/^(CONTRIBUTING|CHANGELOG|LICENSE)$/, (name) => name.toLowerCase());
}
