/** examples/client-python, where Python has ariadne-codegen and mypy, as CI does. */
import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { commandsOf, copyOf, serveWithKey } from './support.js';

const python = process.env['POLICYGRAPH_PYTHON'] ?? 'python3';
const canRun =
  spawnSync(python, ['-c', 'import ariadne_codegen, mypy, websockets']).status === 0 || process.env['CI'] !== undefined;
if (!canRun) console.log(`The Python client is not run: see examples/client-python/requirements.txt (${python}).`);

const open = async (graph: Parameters<typeof serveWithKey>[0]) =>
  copyOf('client-python', await serveWithKey(graph), { env: { PATH: `${dirname(python)}:${process.env['PATH']}` } });

/** Each mistake: the file, its words, those of the mistake, and what ariadne-codegen or mypy says. */
const mistakes: readonly (readonly [string, string, string, RegExp])[] = [
  ['operations.graphql', 'totalCount', 'totalAmount', /Cannot query field 'totalAmount'.*Did you mean 'totalCount'/],
  ['operations.graphql', '          name', '          # name', /has no attribute "name"/],
  ['main.py', 'evidence.summary', 'evidence.sumary', /has no attribute "sumary"; maybe "summary"/],
  ['main.py', 'ChangesetInput(reason=', 'ChangesetInput(why="x", reason=', /Unexpected keyword argument "why"/],
  ['main.py', 'start.edtf if start', 'start.earliest if start', /incompatible type "Day \| None"; expected "Edtf \| None"/],
];

describe.skipIf(!canRun)('the Python client', () => {
  it.each(engines)('compiles, lists, writes, undoes and follows on $name, by the commands of its README', async ({ builtIn }) => {
    const example = await open(await builtIn());
    let printed = '';
    for (const command of commandsOf(example).slice(2)) {
      const { code, text } = await example.run(command);
      expect(code, text).toBe(0);
      printed = text;
    }
    expect(printed).toMatch(/^Beijing \(region:CN-BJ\) since 2019/m);
    expect(printed.match(/^\S.* \(region:/gm)).toHaveLength(10);
    expect(printed).toMatch(/LANDED by key:\w+\nLANDED: undone\n[\d.]+ CLAIM_ASSERTED COVERS\n[\d.]+ CLAIM_RETRACTED COVERS\n$/);
  });

  it('is refused with a mistake', async () => {
    const example = await open(await engines[0]!.builtIn());
    const [schema, generate, check] = commandsOf(example).slice(2);
    expect((await example.run(schema!)).code).toBe(0);
    for (const [file, words, mistake, message] of mistakes) {
      example.edit(file, words, mistake);
      const { code, text } = await example.run(`${generate} && ${check}`);
      expect(text).toMatch(message);
      expect(code).not.toBe(0);
      example.edit(file, mistake, words);
    }
  });
});
