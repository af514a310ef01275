import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readKeys } from '../../src/accounts/keys-file.js';
import { checkBackup } from '../../src/backup/read.js';
import { addKey } from '../../src/commands/keys.js';
import { backup } from '../../src/commands/backup.js';
import { restore } from '../../src/commands/restore.js';
import { EmbeddedGraph, graphFile } from '../../src/graph/embedded/embedded-graph.js';
import { finishReplacement, replaceWith } from '../../src/graph/embedded/replacement.js';
import { GraphHost } from '../../src/graph/hosted/host.js';
import { modelVersion } from '../../src/graph/model-version.js';
import type { Graph } from '../../src/graph/port.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { storeVersion } from '../../src/migrations/store-version.js';
import { openAnyGraph } from '../../src/open-graph.js';
import { parseSettings, type Settings } from '../../src/settings/settings.js';
import { dumpOf } from '../migrations/dump.js';
import { dataFolders, say, statement } from '../migrations/stores.js';
import { engines, neo4jEnvironment } from '../support/engines.js';

const folder = mkdtempSync(join(tmpdir(), 'policygraph-backup-'));
const at = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const errorOf = (work: Promise<unknown>): Promise<Error & { code?: string }> =>
  work.then(
    () => new Error('It did not fail.'),
    (error: Error) => error,
  );
const settingsOf = (engine: string, data: string): Settings =>
  parseSettings({ POLICYGRAPH_DATA: at(data), ...(engine === 'neo4j' ? neo4jEnvironment : {}) });
const options = { force: false, keys: true };

/** Fills the store of these settings with some data in two changesets, a draft, and a reading with a decision and its text. */
async function filled(settings: Settings): Promise<Graph> {
  if (settings.neo4j !== undefined) await (await engines.at(-1)!.empty()).close();
  const graph = settings.neo4j === undefined ? await EmbeddedGraph.open(settings.data) : await openAnyGraph(settings);
  await graph.prepare();
  for (const data of dataFolders) await loadBuiltIn(graph, () => undefined, data);
  const draft = { id: 'draft:a', author: 'key:a', text: 'Ein Entwurf\u2028 \u{1F600}', number: 1e21, half: 0.5, list: ['', '"'] };
  await graph.write([statement('CREATE (draft:Draft) SET draft = $draft', { draft })]);
  const reading = { id: 'reading:a', sha256: 'text-a', version: 1, proposals: 'H4sI' };
  const decision = { id: 'reading:a proposal:a', reading: 'reading:a', state: 'ACCEPTED', version: 1 };
  await graph.write([
    statement('CREATE (reading:Reading) SET reading = $reading', { reading }),
    statement('CREATE (decision:ReadingDecision) SET decision = $decision', { decision }),
    statement('CREATE (text:Text) SET text = $text', { text: { id: 'text-a', text: 'Zwei\n\nZeilen \u{1F600}' } }),
  ]);
  return graph;
}

describe.each(engines)('a backup on $name', { timeout: 180_000 }, ({ name }) => {
  const source = settingsOf(name, `source-${name}`);
  const file = at(`${name}.backup.gz`);
  let original: Awaited<ReturnType<typeof dumpOf>>;
  beforeAll(async () => {
    const graph = await filled(source);
    original = await dumpOf(graph);
    await graph.close();
    await addKey(source.keys!, { name: 'A key', role: 'editor' });
    const { lines } = await backup(source, file, options);
    expect(lines.join()).toMatch(/ nodes, [\d,]+ relations, 1 API key, up to change 2; /);
  });

  it('says what it is of, is for this user alone, and leaves nothing else', async () => {
    const { manifest, end, keys } = await checkBackup(file);
    expect(manifest).toMatchObject({ engine: name, modelVersion, sequence: 2, nodes: end.nodes, relations: end.relations });
    expect([end.nodes, end.relations]).toEqual([original.nodes.length, original.relationships.length]);
    expect(keys).toEqual(readKeys(source.keys!));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((each) => each.includes('.gz'))).not.toContainEqual(expect.stringMatching(/^\./));
  });

  it.each(engines)('is restored to $name with all nodes and relations', async ({ name: to }) => {
    const target = settingsOf(to, `from-${name}-to-${to}`);
    const { lines } = await restore(target, file, { force: to === 'neo4j' });
    expect(lines.join('\n')).toContain('1 API key is restored');
    const graph = await openAnyGraph(target);
    try {
      expect(await dumpOf(graph)).toEqual(original);
      expect(await storeVersion(graph)).toMatchObject({ version: modelVersion, isRecorded: true });
    } finally {
      await graph.close();
    }
  });

  it('replaces no file and no graph without --force', async () => {
    const before = readFileSync(file);
    expect((await errorOf(backup(source, file, options))).message).toBe(
      `${file} exists already: give another name, or --force to replace it.`,
    );
    expect(readFileSync(file).equals(before)).toBe(true);
    const graph = await openAnyGraph(source);
    if (name === 'neo4j') await graph.write([statement('MERGE (:Entity {id: $id})', { id: 'policy:x' })]);
    await graph.close();
    expect((await errorOf(restore(source, file, { force: false }))).message).toMatch(/has a graph already: pass --force/);
  });

  it('into a folder is named after the time, and needs no keys', async () => {
    mkdirSync(at(`backups-${name}`));
    await backup(source, at(`backups-${name}`), { force: false, keys: false });
    const [made = ''] = readdirSync(at(`backups-${name}`));
    expect(made).toMatch(/^policygraph-\d{8}T\d{6}Z\.backup\.gz$/);
    expect((await checkBackup(join(at(`backups-${name}`), made))).keys).toBeUndefined();
  });

  it('is of one state while the graph is written to', async () => {
    const graph = await openAnyGraph(source);
    const host =
      name === 'embedded'
        ? await GraphHost.listen(source.data, { graph: () => graph, reopen: async () => undefined })
        : undefined;
    const state = { isDone: false };
    let writes = 0;
    const write = async () => {
      while (!state.isDone && writes < 60) {
        writes += 1;
        const id = `claim:written-${writes}`;
        await graph.write([
          statement('CREATE (claim:Claim {id: $id})', { id }),
          statement(
            'MATCH (claim:Claim {id: $id}) MATCH (entity:Entity) WITH claim, entity LIMIT 1 CREATE (claim)-[:SUBJECT]->(entity)',
            { id },
          ),
          statement("MATCH (store:Store {id: 'store'}) SET store.sequence = store.sequence + 1, store.written = $writes", {
            writes,
          }),
        ]);
      }
    };
    const writing = write();
    try {
      await backup(source, at(`${name}-written.gz`), options);
    } finally {
      state.isDone = true;
      await writing;
      await host?.close();
      await graph.close();
    }
    const target = settingsOf('embedded', `written-${name}`);
    await restore(target, at(`${name}-written.gz`), { force: true });
    const restored = await openAnyGraph(target);
    const [row] = await restored.read<{ claims: number; edges: number; last: number | null }>(
      statement(
        "MATCH (store:Store {id: 'store'}) OPTIONAL MATCH (claim:Claim) WHERE claim.id STARTS WITH 'claim:written-' OPTIONAL MATCH (claim)-[edge:SUBJECT]->(entity:Entity) RETURN count(DISTINCT claim) AS claims, count(edge) AS edges, store.written AS last",
      ),
    );
    await restored.close();
    expect(writes).toBeGreaterThan(0);
    expect([row?.claims, row?.edges]).toEqual([row?.last ?? 0, row?.last ?? 0]);
  });
});

describe('a backup that cannot be restored', () => {
  const source = settingsOf('embedded', 'source-damage');
  const file = at('whole.gz');
  let bytes: Buffer;
  beforeAll(async () => {
    await (await filled(source)).close();
    await backup(source, file, options);
    bytes = readFileSync(file);
  });

  const put = (name: string, contents: Buffer): string => {
    writeFileSync(at(name), contents);
    return at(name);
  };
  /** With a manifest that is changed, and a hash that is right. */
  function changed(change: (lines: string[]) => string[]): Buffer {
    const lines = change(gunzipSync(bytes).toString().split('\n').slice(0, -2));
    const text = lines.map((line) => `${line}\n`).join('');
    const sha256 = createHash('sha256').update(text).digest('hex');
    return gzipSync(`${text}${JSON.stringify({ end: { nodes: 1, relations: 0, sha256 } })}\n`);
  }

  it('is refused by name where it is cut off, anywhere', async () => {
    for (let part = 0; part < 60; part += 1) {
      const cut = put('cut.gz', bytes.subarray(0, Math.floor((bytes.length * part) / 60)));
      const { code, message } = await errorOf(checkBackup(cut));
      expect([code, message]).toEqual(['STORAGE', expect.stringContaining(at('cut.gz'))]);
    }
    for (let left = 1; left < 20; left += 1)
      expect(await errorOf(checkBackup(put('cut.gz', bytes.subarray(0, -left))))).toMatchObject({ code: 'STORAGE' });
  });

  it('is refused by name where a bit of it is another one, or has the same contents', async () => {
    const whole = await checkBackup(file);
    const step = Math.ceil(bytes.length / 150);
    for (let place = 0; place < bytes.length; place += place < 20 ? 1 : step) {
      const flipped = Buffer.from(bytes);
      flipped[place] = (flipped[place] ?? 0) ^ (1 << (place % 8));
      const outcome = await checkBackup(put('flipped.gz', flipped)).then(
        ({ end }) => end.sha256,
        ({ code, message }: Error & { code?: string }) => `${code} ${message.includes(at('flipped.gz'))}`,
      );
      expect([whole.end.sha256, 'STORAGE true']).toContain(outcome);
    }
  });

  it.each([
    [
      'of a newer model',
      (manifest: object) => ({ ...manifest, modelVersion: modelVersion + 1 }),
      /has model version \d+, and this program knows versions up to/,
    ],
    [
      'of a newer format',
      (manifest: object) => ({ ...manifest, formatVersion: 2, program: '9.0.0' }),
      /made by PolicyGraph 9\.0\.0, whose backups/,
    ],
    ['of another program', (manifest: object) => ({ ...manifest, format: 'dump' }), /is not a backup of PolicyGraph/],
  ])('is refused by name when it is %s', async (_, change, message) => {
    const other = changed(([manifest = '', ...lines]) => [JSON.stringify(change(JSON.parse(manifest) as object)), ...lines]);
    const error = await errorOf(restore(settingsOf('embedded', 'never'), put('other.gz', other), { force: true }));
    expect([error.code, error.message]).toEqual(['STORAGE', expect.stringMatching(message)]);
    expect(existsSync(at('never'))).toBe(false);
  });

  it.each([
    ['no gzip', Buffer.from('A text.')],
    ['an empty file', Buffer.alloc(0)],
    ['another gzipped file', gzipSync('A text.\nAnother line.\n')],
  ])('is refused by name when it is %s', async (_, contents) => {
    const { message } = await errorOf(checkBackup(put('none.gz', contents)));
    expect(message).toMatch(/none\.gz is (not a backup of PolicyGraph|damaged)/);
  });

  it.each([
    ['relations that lead nowhere', (lines: string[]) => lines.filter((line) => !line.startsWith('{"labels":["Claim"'))],
    ['fewer nodes than it says', (lines: string[]) => lines.filter((line) => !line.includes('"Draft"'))],
  ])('leaves the graph as it was when it has %s', async (_, change) => {
    const target = settingsOf('embedded', 'kept');
    await (await filled(target)).close();
    const before = await openAnyGraph(target).then(async (graph) => [await dumpOf(graph), await graph.close()] as const);
    await errorOf(restore(target, put('odd.gz', changed(change)), { force: true }));
    const after = await openAnyGraph(target).then(async (graph) => [await dumpOf(graph), await graph.close()] as const);
    expect(after[0]).toEqual(before[0]);
    expect(readdirSync(at('kept')).filter((name) => name.startsWith('restor'))).toEqual([]);
    rmSync(at('kept'), { recursive: true });
  });

  it('is refused while another process has the graph open without a way for commands', async () => {
    const graph = await openAnyGraph(source);
    expect((await errorOf(restore(source, file, { force: true }))).message).toMatch(/is open in another process/);
    await graph.close();
  });
});

describe('a restore that is killed', () => {
  const data = at('killed');
  const idsIn = async () => {
    const graph = await EmbeddedGraph.open(data);
    const rows = await graph.read(statement<{ id: string }>('MATCH (entity:Entity) RETURN entity.id AS id'));
    await graph.close();
    return rows.map(({ id }) => id);
  };
  const make = async (path: string, id: string) => {
    const graph = await EmbeddedGraph.open(path);
    await graph.prepare();
    await graph.write([statement('CREATE (:Entity {id: $id})', { id })]);
    await graph.close();
  };
  beforeEach(async () => {
    await make(data, 'policy:old');
    await make(join(data, 'restoring-0'), 'policy:new');
  });
  afterEach(() => rmSync(data, { recursive: true }));

  const restored = (name: string) => join(data, 'restored', name);
  const steps: readonly [string, 'policy:old' | 'policy:new', () => void][] = [
    ['before the new graph is complete', 'policy:old', () => undefined],
    ['when it is complete', 'policy:new', () => replaceWith(join(data, 'restoring-0'), data)],
    [
      'when half of the old graph is set aside',
      'policy:new',
      () => {
        replaceWith(join(data, 'restoring-0'), data);
        mkdirSync(join(data, 'before-restore'));
        renameSync(join(data, graphFile), join(data, 'before-restore', graphFile));
      },
    ],
    [
      'when the new graph is in its place, and what belongs to it is not',
      'policy:new',
      () => {
        replaceWith(join(data, 'restoring-0'), data);
        mkdirSync(join(data, 'before-restore'));
        for (const name of readdirSync(data).filter((each) => each.startsWith(graphFile)))
          renameSync(join(data, name), join(data, 'before-restore', name));
        renameSync(restored(graphFile), join(data, graphFile));
      },
    ],
    [
      'when all is in place',
      'policy:new',
      () => {
        replaceWith(join(data, 'restoring-0'), data);
        const copy = join(data, 'copy');
        cpSync(join(data, 'restored'), copy, { recursive: true });
        finishReplacement(data);
        mkdirSync(join(data, 'restored'));
        rmSync(copy, { recursive: true });
      },
    ],
  ];
  it.each(steps)('%s leaves %s', async (_, id, kill) => {
    kill();
    expect(await idsIn()).toEqual([id]);
    expect(await idsIn()).toEqual([id]);
    expect(existsSync(join(data, 'restored'))).toBe(false);
  });

  it('keeps the old graph, which can be opened where it is', async () => {
    replaceWith(join(data, 'restoring-0'), data);
    expect(await idsIn()).toEqual(['policy:new']);
    const old = await EmbeddedGraph.open(join(data, 'before-restore'));
    expect(await old.read(statement('MATCH (entity:Entity) RETURN entity.id AS id'))).toEqual([{ id: 'policy:old' }]);
    await old.close();
  });
});

describe.runIf(engines.length > 1)('a restore of a Neo4j that is interrupted', { timeout: 180_000 }, () => {
  it('is refused by services until it is run again', async () => {
    const settings = settingsOf('neo4j', 'interrupted');
    const graph = await filled(settings);
    const original = await dumpOf(graph);
    const file = at('interrupted.gz');
    await backup(settings, file, options);
    const interrupted = Readable.from([
      { labels: ['Entity'], nodes: [{ id: 'policy:x' }] },
      { labels: ['No label'], nodes: [{}] },
    ]);
    await errorOf((graph as unknown as { fill: (batches: AsyncIterable<unknown>) => Promise<void> }).fill(interrupted));
    expect((await errorOf(storeVersion(graph))).message).toMatch(/being restored from a backup, or that was interrupted/);
    expect((await errorOf(backup(settings, at('half.gz'), options))).message).toMatch(/being restored from a backup/);
    await restore(settings, file, { force: false });
    expect(await dumpOf(graph)).toEqual(original);
    await say(graph, modelVersion);
    await graph.close();
  });
});
