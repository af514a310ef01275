/**
 * Makes what a store of an earlier program holds, by that program's own code, for tests/migrations/stores:
 *
 *     git worktree add /tmp/earlier COMMIT && (cd /tmp/earlier && npm ci)
 *     npx tsx tests/migrations/make-store.ts NAME /tmp/earlier [/tmp/later]
 *
 * It loads data/first, then data/second, as a start with newer built-in data does; the second with another program where one is named.
 */
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { dumpOf } from './dump.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const [name = '', earlier = '', later = earlier] = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), 'policygraph-store-'));

/** Programs of versions 1 to 4 read tables by a list of them instead of by mappings. */
function dataFor(checkout: string, data: string): string {
  const original = join(here, 'data', data);
  if (existsSync(resolve(checkout, 'src/import/mapped-tables.ts'))) return original;
  const copied = join(folder, data);
  cpSync(original, copied, { recursive: true });
  rmSync(join(copied, 'regions/regions.mapping.yaml'));
  cpSync(join(here, 'data/tables.yaml'), join(copied, 'tables.yaml'));
  return copied;
}

async function load(checkout: string, data: string): Promise<void> {
  const from = (module: string) => import(pathToFileURL(resolve(checkout, 'src', module)).href);
  const { EmbeddedGraph } = await from('graph/embedded/embedded-graph.ts');
  const { loadBuiltIn } = await from('import/built-in.ts');
  const graph = await EmbeddedGraph.open(folder);
  await graph.prepare();
  await loadBuiltIn(graph, () => undefined, dataFor(checkout, data));
  writeFileSync(join(here, 'stores', `${name}.json`), `${JSON.stringify(await dumpOf(graph))}\n`);
  await graph.close();
}

await load(earlier, 'first');
await load(later, 'second');
const file = readFileSync(join(folder, 'graph.grafeo'));
writeFileSync(join(here, 'stores', `${name}.grafeo.gz`), gzipSync(file, { level: 9 }));
rmSync(folder, { recursive: true });
