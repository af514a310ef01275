/** A Neo4j cluster at the protocol: where statements go, and what they carry. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Statement } from '../../src/graph/query.js';
import { Neo4jGraph } from '../../src/graph/neo4j/neo4j-graph.js';
import { Cluster } from '../support/bolt/cluster.js';

const statement: Statement<{ member: string }> = { name: 'test', text: 'RETURN 1 AS member', parameters: {} };

describe('a cluster of three', () => {
  let [cluster, graph]: [Cluster, Neo4jGraph] = [undefined!, undefined!];
  const open = () => Neo4jGraph.open({ uri: cluster.uri, user: 'neo4j', password: 'any', database: 'neo4j' });
  beforeEach(async () => {
    cluster = await Cluster.of(3);
    graph = await open();
  });
  afterEach(async () => {
    await graph.close();
    await cluster.close();
  });

  const numberOf = (address: string | undefined) => cluster.members.findIndex((member) => member.address === address);
  const read = async () => numberOf((await graph.read(statement))[0]?.member);
  const write = () => graph.transact(async ({ run }) => numberOf((await run(statement))[0]?.member));

  it('reads from its readers and writes to its leader', async () => {
    expect(new Set([await read(), await read(), await read(), await read()])).toEqual(new Set([1, 2]));
    expect(await write()).toBe(0);
  });

  it('follows a leader that has moved', async () => {
    await write();
    cluster.leader = 2;
    cluster.readers = [0, 1];
    expect([await write(), await write()]).toEqual([2, 2]);
    expect(cluster.members[0]!.received.filter(({ name }) => name === 'COMMIT')).toHaveLength(1);
  });

  it('follows a leader that was lost', async () => {
    await write();
    await cluster.members[0]!.close();
    cluster.leader = 1;
    cluster.readers = [2];
    expect([await write(), await read()]).toEqual([1, 2]);
  });

  it('reads on without a reader', async () => {
    await read();
    await cluster.members[1]!.close();
    cluster.readers = [2];
    expect([await read(), await read(), await read()]).toEqual([2, 2, 2]);
  });

  it('asks another member for routes when the table has expired and the first is lost', async () => {
    cluster.ttl = 0;
    await graph.close();
    graph = await open();
    cluster.leader = 1;
    cluster.readers = [2];
    await cluster.members[0]!.close();
    expect([await read(), await write()]).toEqual([2, 1]);
    expect(cluster.members.slice(1).flatMap(({ received }) => received.filter(({ name }) => name === 'ROUTE'))).not.toEqual([]);
  });

  it('reads on while a member is slow', async () => {
    cluster.members[1]!.delay = 300;
    const members = await Promise.all(Array.from({ length: 20 }, read));
    expect(members).toHaveLength(20);
    expect(members).toContain(2);
  });

  it('reads on while a member is silent', async () => {
    cluster.members[1]!.delay = 60_000;
    const outcomes = await Promise.allSettled(Array.from({ length: 20 }, () => graph.read(statement, { timeout: 500 })));
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
    cluster.members[1]!.delay = 0;
    expect([1, 2]).toContain(await read());
  });

  it('finds the cluster by any member that has answered', async () => {
    await write();
    const reads = await Promise.all(Array.from({ length: 4 }, read));
    expect(new Set(reads)).toEqual(new Set([1, 2]));
    cluster.leader = 2;
    cluster.readers = [1, 2];
    await cluster.members[0]!.close();
    cluster.members[1]!.delay = 60_000; // its connection hangs, and the driver is replaced
    await Promise.allSettled(Array.from({ length: 6 }, () => graph.read(statement, { timeout: 500 })));
    cluster.members[1]!.delay = 0;
    expect([await write(), [1, 2].includes(await read())]).toEqual([2, true]);
  });

  it('reads and writes a database that took the place of another, whose bookmarks it does not know', async () => {
    await write();
    cluster.knowsBookmarks = false;
    expect([1, 2]).toContain(await read());
    expect(await write()).toBe(0);
    cluster.knowsBookmarks = true;
    await write();
    cluster.knowsBookmarks = false;
    expect(await write()).toBe(0);
    await expect(graph.read(statement, { bookmarks: ['FB:other'] })).rejects.toMatchObject({
      code: 'BAD_USER_INPUT',
      message: '"extensions.bookmark" is not a bookmark of this graph.',
    });
  });

  it('gives bookmarks of what it wrote, and sends those that a read requires', async () => {
    const landed: (readonly string[])[] = [];
    await graph.transact(({ run }) => run(statement), { landed: (bookmarks) => landed.push(bookmarks) });
    expect(landed).toEqual([['FB:scripted-1']]);
    const other = await open();
    await other.read(statement, { bookmarks: landed[0] });
    await other.transact(({ run }) => run(statement), { bookmarks: ['FB:other'] });
    await other.read(statement);
    await other.close();
    const sent = cluster.members.flatMap(({ work }) => work.map(({ bookmarks }) => bookmarks ?? []));
    expect(sent).toContainEqual(['FB:scripted-1']);
    expect(sent).toContainEqual(['FB:other']);
    expect(sent).toContainEqual(['FB:scripted-2']); // a process sees its own writes
  });
});
