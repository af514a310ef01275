/** The stores that are measured: made once and kept in bench/out/. */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { modelVersion } from '../../src/graph/model-version.js';
import { out, root } from '../product.js';
import { runNode } from '../processes.js';
import { startNeo4j, type Neo4j } from './neo4j.js';
import { writePolicyTable } from './policy-table.js';

const say = (text: string) => console.error(text);
const mapping = 'examples/china-policy-metadata/mapping.yaml';
const tableName = 'china-policy-metadata.csv.gz';

export interface Stores {
  readonly neo4j: Neo4j;
  /** The folder of the embedded graph. */
  readonly embedded: string;
  /** Where the policies are from. */
  readonly source: 'real' | 'generated';
}

/** The policy table of `data`, or of ../shared/data; by default a generated one. */
function findTable(data: string | undefined): { readonly table: string; readonly source: Stores['source'] } {
  const folder = data ?? join(root, '../shared/data');
  const table = join(folder, tableName);
  if (existsSync(table)) return { table, source: 'real' };
  if (data !== undefined) throw new Error(`--data must name a folder with ${tableName}; ${folder} has none.`);
  say(`No ${tableName} in ${folder}: 32,147 policies of the same shape are generated.`);
  const generated = join(out, 'policies.csv');
  writePolicyTable(generated);
  return { table: generated, source: 'generated' };
}

/** Starts Neo4j and fills both stores, unless an earlier run did. */
export async function openStores(data: string | undefined): Promise<Stores> {
  mkdirSync(out, { recursive: true });
  const { table, source } = findTable(data);
  const folder = join(out, `${source}-${modelVersion}`);
  const [embedded, server] = [join(folder, 'embedded'), join(folder, 'neo4j')];
  const missing = [embedded, server].filter((store) => !existsSync(`${store}-complete`));
  for (const store of missing) rmSync(store, { recursive: true, force: true });
  say('Starting Neo4j …');
  const neo4j = await startNeo4j(server);
  const env = { [embedded]: { NEO4J_URI: '', POLICYGRAPH_DATA: embedded }, [server]: { ...neo4j.env, POLICYGRAPH_DATA: folder } };
  for (const store of missing) {
    await fill(store, table, env[store] ?? {});
    writeFileSync(`${store}-complete`, '');
  }
  return { neo4j, embedded, source };
}

async function fill(store: string, table: string, env: Readonly<Record<string, string>>): Promise<void> {
  say(`Importing the policies into ${store} (a minute or two, once) …`);
  const rejects = join(out, 'rejects.csv');
  const policies = ['import', table, '--mapping', mapping, '--keep-good', '--rejects', rejects];
  await runNode('import', { args: ['bin/policygraph.js', ...policies], env });
  await runNode('import', { args: ['bin/policygraph.js', 'import', 'bench/stores/locations.yaml'], env });
}
