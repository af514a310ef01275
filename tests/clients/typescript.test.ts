/** examples/client-typescript: compiles, runs on the service, and does not compile with a mistake. */
import { describe, expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { isLong } from '../support/long-runs.js';
import { commandsOf, copyOf, serveWithKey } from './support.js';

/** Each mistake: the file, its words, those of the mistake, and what the compiler says. */
const mistakes: readonly (readonly [string, string, string, RegExp])[] = [
  ['operations.ts', 'totalCount', 'totalAmount', /Did you mean "totalCount"/],
  ['operations.ts', '            name', '            nome', /Property 'name' does not exist/],
  ['operations.ts', 'orderBy: NAME_ASC', 'orderBy: NAME_UP', /Value "NAME_UP" does not exist/],
  ['main.ts', "=== 'CLAIM_RETRACTED'", "=== 'CLAIM_REMOVED'", /CLAIM_REMOVED/],
  ['main.ts', 'reason: ', 'why: ', /'why' does not exist/],
  ['main.ts', 'from?.edtf', 'from?.earliest ?? undefined', /Day/],
];

describe.each(engines)('the TypeScript client, on $name', ({ builtIn }) => {
  it('compiles, lists, writes, undoes and follows, by the commands of its README', async () => {
    const example = copyOf('client-typescript', await serveWithKey(await builtIn()), { modules: isLong ? 'own' : 'shared' });
    const [install, ...commands] = commandsOf(example);
    const printed: string[] = [];
    for (const command of [...(isLong ? [install!] : []), ...commands]) {
      const { code, text } = await example.run(command);
      expect(code, text).toBe(0);
      printed.push(text);
    }
    const text = printed.at(-1)!;
    expect(text).toMatch(/^Beijing \(region:CN-BJ\) since 2019/m);
    expect(text.match(/^\S.* \(region:/gm)).toHaveLength(10);
    expect(text).toMatch(/LANDED by key:\w+\nLANDED: undone\n[\d.]+ CLAIM_ASSERTED COVERS\n[\d.]+ CLAIM_RETRACTED COVERS\n$/);
  });
});

it('the TypeScript client does not compile with a mistake', async () => {
  const example = copyOf('client-typescript', await serveWithKey(await engines[0]!.builtIn()));
  expect((await example.run('npm run -s types')).text).toBe('');
  for (const [file, words, mistake, message] of mistakes) {
    example.edit(file, words, mistake);
    const { code, text } = await example.run('npm run -s check');
    expect(text).toMatch(message);
    expect(code).not.toBe(0);
    example.edit(file, mistake, words);
  }
  expect((await example.run('npm run -s check')).text).toBe('');
});
