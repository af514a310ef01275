import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { applyChangeset } from '../../src/changesets/apply.js';
import type { Graph } from '../../src/graph/port.js';
import { lexiconOf } from '../../src/reading/graph-names.js';
import { readByRules } from '../../src/reading/kept/new-reading.js';
import { ReadingThread } from '../../src/reading/thread/reading-thread.js';
import { draft, named } from '../changesets/drafts.js';
import { embedded } from '../support/engines.js';

const text = { text: 'Jane Doe, minister of the Ministry of Magic, resigned.', date: '2024-02-27' };
/** Takes seconds. */
const long = { text: `${text.text}\n\n`.repeat(20_000) };

describe('the thread that reads texts', () => {
  let graph: Graph;
  const thread = new ReadingThread();
  beforeAll(async () => {
    graph = await embedded.empty();
    await applyChangeset(graph, draft({ entities: [named('agency:magic', 'Ministry of Magic', { kind: 'MINISTRY' })] }));
  });
  afterEach(() => thread.close());
  afterAll(() => graph.close());

  it('reads what this thread would read', async () => {
    expect(await thread.read(graph, text)).toEqual(readByRules(text, await lexiconOf(graph)));
  });

  it('keeps nobody waiting', async () => {
    const ended = new AbortController();
    const read = thread.read(graph, long, ended.signal);
    let turns = 0;
    for (; turns < 100; turns++) await new Promise((resolve) => setImmediate(resolve));
    ended.abort(new Error('The client is gone.'));
    await expect(read).rejects.toThrow('The client is gone.');
  });

  it('reads the next text after one that was abandoned', async () => {
    const ended = new AbortController();
    await thread.read(graph, text);
    const read = thread.read(graph, long, ended.signal);
    const next = thread.read(graph, text);
    await new Promise((resolve) => setTimeout(resolve, 200));
    ended.abort(new Error('The client is gone.'));
    await expect(read).rejects.toThrow('The client is gone.');
    expect((await next).proposals).not.toEqual([]);
    expect((await thread.read(graph, text)).proposals).not.toEqual([]);
  });

  it('reads with the names of the graph that it is given', async () => {
    await thread.read(graph, text);
    const other = await embedded.empty();
    expect((await thread.read(other, text)).proposals).toEqual(readByRules(text, await lexiconOf(other)).proposals);
    await other.close();
  });

  it('says so when its program fails', async () => {
    const broken = new ReadingThread(new URL('data:text/javascript,throw new Error("broken")'));
    await expect(broken.read(graph, text)).rejects.toThrow('broken');
    broken.close();
  });
});
