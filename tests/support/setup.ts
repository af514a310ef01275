import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { TestProject } from 'vitest/node';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { loadBuiltIn } from '../../src/import/built-in.js';

const root = fileURLToPath(new URL('../../', import.meta.url));

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder with an embedded graph of the built-in data, closed; copy it to use it. */
    readonly builtInGraph: string;
  }
}

/** Builds what tests run as processes, loads the built-in data once for all test files, and says which engines are tested. */
export default async function setup(project: TestProject): Promise<() => void> {
  await promisify(execFile)('npm', ['run', '-s', 'build:service'], { cwd: root }).catch(({ stderr }) => {
    throw new Error(`The program does not compile:\n${stderr}`);
  });
  if (process.env['NEO4J_TEST_URI'] === undefined) {
    console.log('Neo4j is not tested: set NEO4J_TEST_URI, or run "npm run test:neo4j" (needs Java and Maven).');
    if (process.env['CI'] === 'true') console.log('This is the run on the embedded engine alone; CI runs Neo4j after it.');
  }
  const temporary = mkdtempSync(join(tmpdir(), 'policygraph-tests-'));
  process.env['TMPDIR'] = temporary; // what a test or a process of one leaves behind goes with it
  const folder = join(temporary, 'built-in');
  const graph = await EmbeddedGraph.open(folder);
  await graph.prepare();
  await loadBuiltIn(graph, () => undefined);
  await graph.close();
  project.provide('builtInGraph', folder);
  return () => rmSync(temporary, { recursive: true });
}
