// The packages that the service runs: those that it loads from node_modules, and those that the build puts into dist/, which dist/licenses.md names.
import { existsSync, readFileSync } from 'node:fs';

const at = (path) => new URL(`../${path}`, import.meta.url);
const namesOf = (text) => [...text.matchAll(/^## (\S+) - (\S+) \(/gm)].map(([, name, version]) => `${name}@${version}`);

/** "name@version" of each. Throws when nothing is built. */
export function shippedPackages() {
  const file = at('dist/licenses.md');
  if (!existsSync(file)) throw new Error('dist/licenses.md is missing: run "npm run build".');
  const { packages } = JSON.parse(readFileSync(at('package-lock.json'), 'utf8'));
  const installed = Object.entries(packages).filter(([path, { dev }]) => path !== '' && dev !== true);
  return new Set([
    ...installed.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, '')}@${version}`),
    ...namesOf(readFileSync(file, 'utf8')),
  ]);
}
