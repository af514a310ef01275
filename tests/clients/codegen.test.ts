/** examples/codegen. Its tools are large, so that they are installed with LONG_RUNS alone, which .ci/run sets for these tests. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { isLong } from '../support/long-runs.js';
import { answerOf, post, serve } from '../support/service.js';
import { commandsOf, copyOf, serveWithKey } from './support.js';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

it('docs/typed-clients.md prints the configuration', () =>
  expect(read('docs/typed-clients.md')).toContain(read('examples/codegen/codegen.yml')));

it.skipIf(!isLong)(
  'GraphQL Code Generator makes types and a list of operations, and refuses an unknown field',
  async () => {
    const graph = await engines[0]!.builtIn();
    const access = await serveWithKey(graph);
    const example = copyOf('codegen', access, { modules: 'own', env: { NODE_ENV: 'development' } });
    for (const command of commandsOf(example)) {
      const { code, text } = await example.run(command);
      expect(code, text).toBe(0);
    }
    expect(readFileSync(join(example.folder, 'gql/graphql.ts'), 'utf8')).toContain('EDTF: { input: Edtf; output: Edtf; }');
    const listed = JSON.parse(readFileSync(join(example.folder, 'gql/persisted-documents.json'), 'utf8')) as Record<
      string,
      string
    >;
    const operations = { file: join(example.folder, 'gql/persisted-documents.json'), only: true };
    const service = await serve(graph, { operations });
    const [documentId] = Object.keys(listed);
    const { json } = await answerOf(await fetch(`${service.url}/graphql`, post({ documentId })));
    expect(json.data.program.regions.edges).toHaveLength(10);
    await service.close();
    example.edit('operations.graphql', 'edtf', 'edft');
    const { code, text } = await example.run('npm run types');
    expect([code, text]).toEqual([1, expect.stringMatching(/Cannot query field .edft./)]);
  },
  300_000,
);
