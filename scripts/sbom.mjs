// Prints the software bill of materials (CycloneDX, JSON) of what runs in production: node scripts/sbom.mjs > bom.json
// Packages that the build puts into dist/ are development dependencies, which npm leaves out: it reads a copy of package.json that names them as dependencies.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shippedPackages } from './shipped.mjs';

const read = (file) => JSON.parse(readFileSync(new URL(`../${file}`, import.meta.url), 'utf8'));
const shipped = shippedPackages();
const isShipped = ({ name, group, version }) => shipped.has(`${group ? `${group}/` : ''}${name}@${version}`);

function withBundled({ dependencies, devDependencies, scripts: _, ...manifest }) {
  const bundled = Object.entries(devDependencies).filter(([name, version]) => isShipped({ name, version }));
  return { ...manifest, dependencies: { ...dependencies, ...Object.fromEntries(bundled) } };
}

/** npm refuses peer dependencies of other versions, also those of packages that it leaves out; and leaves out what the lock file marks, not what package.json says. */
function unmarked({ packages, ...lock }, manifest) {
  const entries = Object.entries(packages).map(
    ([path, { peerDependencies: _peers, dev: _dev, devOptional: _optional, ...entry }]) => [path, entry],
  );
  return { ...lock, packages: { ...Object.fromEntries(entries), '': manifest } };
}

function bomOf(manifest) {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-sbom-'));
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify(unmarked(read('package-lock.json'), manifest)));
    const options = ['sbom', '--package-lock-only', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'];
    return JSON.parse(execFileSync('npm', options, { cwd: folder, encoding: 'utf8', maxBuffer: 50_000_000 }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const manifest = withBundled(read('package.json'));
const bom = bomOf(manifest);
bom.metadata.component.name = manifest.name; // npm gives the name of the folder
const components = bom.components.filter(isShipped);
const refs = new Set([bom.metadata.component, ...components].map((each) => each['bom-ref']));
const dependencies = bom.dependencies
  .filter(({ ref }) => refs.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((each) => refs.has(each)) }));
console.log(JSON.stringify({ ...bom, components, dependencies }, null, 2));
