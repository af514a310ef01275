/** Settings that are valid but have no effect. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Archive, hashOf, passageAt } from '../../src/archive.js';
import type { Graph } from '../../src/graph/port.js';
import { setupOf } from '../../src/server/setup/checks.js';
import { engines } from '../support/engines.js';
import { serve } from '../support/service.js';
import { removeFolders, temporary } from '../support/texts.js';

const settings = { archive: undefined, keys: undefined, data: '/data', jwt: undefined };
const quotes = 'evidence shows no quotes';

describe.each(engines)('the setup on $name', ({ empty }) => {
  let graph: Graph;
  beforeAll(async () => {
    graph = await empty();
    const text = 'CREATE (:Entity:Document {id: $id, sha256: $sha256})';
    await graph.write([{ name: 'test', text, parameters: { id: 'document:one', sha256: hashOf('One text.') } }]);
  });
  afterAll(async () => {
    await graph.close();
    removeFolders();
  });

  const problems = async (changed: object) => setupOf({ ...settings, ...changed }).check(graph);
  const ofArchive = (problem: string) => [{ setting: 'POLICYGRAPH_ARCHIVE', problem: `${problem}: ${quotes}` }];

  it('has no problem by default, or with an archive of which the graph names a text', async () => {
    expect(await problems({ keys: '/data/keys.json' })).toEqual([]);
    const many = Object.fromEntries(Array.from({ length: 120 }, (_, n) => [`${n}.txt`, `Text ${n}.`]));
    expect(await problems({ archive: temporary({ ...many, 'z.txt': 'One text.' }) })).toEqual([]);
  });

  it('names an archive that is missing, no folder, empty, or of other texts', async () => {
    const folder = temporary({ 'a.txt': 'Another text.' });
    expect(await problems({ archive: '/nowhere' })).toEqual(ofArchive('does not exist'));
    expect(await problems({ archive: join(folder, 'a.txt') })).toEqual(ofArchive('is not a folder'));
    expect(await problems({ archive: temporary({}) })).toEqual(ofArchive('has no files'));
    expect(await problems({ archive: folder })).toEqual(ofArchive('has no text that a document of the graph names'));
  });

  it.skipIf(process.getuid?.() === 0)('names an archive that this user cannot read', async () => {
    const folder = join(temporary({}), 'closed');
    mkdirSync(folder);
    chmodSync(folder, 0);
    expect(await problems({ archive: folder })).toEqual(ofArchive('cannot be read by this user'));
  });

  it('names keys that are missing or damaged, and an issuer without keys', async () => {
    const file = join(temporary({}), 'keys.json');
    writeFileSync(file, 'no keys');
    const ofKeys = (problem: string) => [{ setting: 'POLICYGRAPH_KEYS', problem: `${problem}: every key is refused` }];
    expect(await problems({ keys: '/nowhere/keys.json' })).toEqual(ofKeys('does not exist'));
    expect(await problems({ keys: file })).toEqual(ofKeys('is not a file of keys that can be read'));
    const jwt = { issuer: 'https://issuer.example', audience: 'policygraph', jwks: 'http://127.0.0.1:1/jwks.json' };
    expect(await problems({ jwt })).toEqual([
      { setting: 'POLICYGRAPH_JWT_JWKS', problem: 'cannot be reached: every token is refused until it can' },
    ]);
  });

  it('is reported by health, which stays ready, without a path', async () => {
    const setup = setupOf({ ...settings, archive: '/nowhere' });
    await setup.check(graph);
    const service = await serve({ graph, setup });
    const response = await fetch(`${service.url}/health/ready`);
    expect([response.status, await response.json()]).toEqual([200, { status: 'ready', degraded: ofArchive('does not exist') }]);
    await service.close();
  });
});

it('gives no quote of an archive that cannot be read, and no error', async () => {
  const locator = { start: 0, end: 1, sha256: hashOf('a') };
  expect(await passageAt(new Archive('/nowhere'), hashOf('a'), locator)).toEqual({ verification: 'TEXT_UNAVAILABLE' });
  expect(await new Archive('/nowhere').textsWith('a')).toEqual([]);
});
