// Prints the software bill of materials (CycloneDX, JSON) of what runs in production: node scripts/sbom.mjs > bom.json
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const { name } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const options = ['sbom', '--sbom-format', 'cyclonedx', '--sbom-type', 'application', '--omit', 'dev'];
const root = new URL('..', import.meta.url);
const bom = JSON.parse(execFileSync('npm', options, { cwd: root, encoding: 'utf8', maxBuffer: 50_000_000 }));
bom.metadata.component.name = name; // npm gives the name of the folder
console.log(JSON.stringify(bom, null, 2));
