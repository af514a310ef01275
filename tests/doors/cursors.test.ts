/** A cursor that the service never gave is an error, and no empty page. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { engines } from '../support/engines.js';
import { transports } from '../support/followers.js';
import type { Service } from '../support/service.js';
import { doorsOf, type Doors } from './doors.js';

const cursorOf = (...parts: readonly unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');
const changes = 'query ($since: String) { changes(since: $since, first: 5) { cursor atEnd changes { id } } }';
const neverGiven: readonly (readonly [what: string, cursor: string, message: RegExp])[] = [
  ['of a longer log', '999.0', /"since" is an unknown cursor; the log ends at "3\.0"/],
  ['after the end', '4.0', /is an unknown cursor; the log ends at/],
  ['after more changes than a changeset has', '1.3', /is an unknown cursor; the log ends at/],
  ['in a changeset to come', '3.1', /is an unknown cursor; the log ends at/],
  ['in no changeset', '0.1', /is an unknown cursor; the log ends at/],
  ['with zeros before', '01.0', /is not a cursor of changes/],
  ['of one number', '1', /since must be a cursor/],
  ['of another kind', cursorOf('name', 'x', 'region:x'), /since must be a cursor/],
  ['that is empty', '', /since must be a cursor/],
  ['below the beginning', '-1.0', /since must be a cursor/],
];

describe.each(engines)('cursors on $name', ({ empty }) => {
  let doors: Doors;
  const write = (id: string, ids: readonly string[]) =>
    doors.ask('mutation ($i: ChangesetInput!) { applyChangeset(input: $i) { outcome } }', {
      i: { id, reason: 'A test', entities: ids.map((id) => ({ id, names: [{ value: id.slice(-1), lang: 'en' }] })) },
    });
  beforeAll(async () => {
    doors = await doorsOf(empty);
    await write('changeset:one', ['region:a', 'region:b']);
    await write('changeset:two', ['policy:a', 'policy:b']);
  }, 120_000);
  afterAll(() => doors.close());

  it('of changes that were given are taken', async () => {
    for (const [since, count] of [
      ['0.0', 4],
      ['1.0', 4],
      ['1.1', 3],
      ['1.2', 2],
      ['2.0', 2],
      ['2.2', 0],
      ['3.0', 0],
    ] as const)
      expect((await doors.ask(changes, { since })).json.data?.changes.changes, since).toHaveLength(count);
  });

  it.each(neverGiven)('of changes are refused: one %s', async (_, since, message) => {
    const { json } = await doors.ask(changes, { since });
    expect(json.errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
    expect(json.data ?? null).toBeNull();
  });

  it('before which changes are listed are taken', async () => {
    const query = 'query ($before: String) { changes(last: 3, before: $before) { cursor atEnd changes { id } } }';
    const latest = (await doors.ask(query, {})).json.data?.changes;
    expect(latest).toMatchObject({ changes: [{ id: 'region:b' }, { id: 'policy:a' }, { id: 'policy:b' }], atEnd: false });
    const earlier = (await doors.ask(query, { before: latest.cursor })).json.data?.changes;
    expect(earlier).toMatchObject({ changes: [{ id: 'region:a' }], atEnd: true });
  });

  it.each([
    ['last: 3, before: "9.0"', /^"before" is an unknown cursor/],
    ['last: 3, before: "x"', /before must be a cursor/],
    ['before: "1.1"', /^"before" needs "last"/],
    ['last: 3, since: "1.1"', /^"since" and "last" exclude each other/],
    ['last: 0', /last/],
    ['last: 101', /last/],
  ])('and their pages from the end are refused where they are wrong: %s', async (text, message) => {
    const { json } = await doors.ask(`{ changes(${text}) { cursor } }`);
    expect(json.errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
  });

  describe.each(transports)('over $transport', ({ follow }) => {
    it.each(neverGiven)('are refused: one %s', async (_, since, message) => {
      const query = 'subscription ($since: String) { changes(since: $since) { id } }';
      const follower = follow({ url: doors.url } as Service, { query, variables: { since } });
      const told = await follower.answer().then(
        (answer) => answer?.errors,
        (errors: unknown) => errors,
      );
      expect((told as { message: string }[])[0]?.message).toMatch(message);
      await follower.stop();
    });
  });

  const list = (field: string) => `query ($c: String) { ${field}(after: $c) { edges { cursor } } }`;
  const regions = 'regions';
  it.each([
    ['of another list', regions, cursorOf('name', 'a', 'policy:a'), /of another list/],
    ['of a relation', regions, cursorOf('name', 'a', 'relation:0123456789abcdef'), /of another list/],
    ['of another list of records', 'claims', cursorOf('predicate', 'NOTE', 'observation:0123456789abcdef'), /of another list/],
    ['of another order', regions, cursorOf('level', null, 'region:a'), /of another order/],
    ['of contradictions', regions, cursorOf('key', null, 'a'), /of another order/],
    ['of changes', regions, '1.0', /is not a cursor/],
    ['with something after it', regions, `${cursorOf('name', 'a', 'region:a')}=`, /is not a cursor/],
    ['of four parts', regions, cursorOf('name', 'a', 'region:a', 1), /is not a cursor/],
    ['with white space', regions, cursorOf('name', 'a', 'region:a').replace(/.{4}/, '$& '), /is not a cursor/],
    ['of drafts that is none', 'drafts', 'x', /is not a cursor of drafts/],
    ['of drafts before any', 'drafts', '~', /is not a cursor of drafts/],
    ['of contradictions that is none', 'contradictions', 'x', /is not a cursor/],
  ])('of a list are refused: one %s', async (_, field, c, message) => {
    const { json } = await doors.ask(list(field), { c });
    expect(json.errors?.[0]).toMatchObject({ message: expect.stringMatching(message), extensions: { code: 'BAD_USER_INPUT' } });
  });

  it('of a list continue it, both ways', async () => {
    const { edges } = (await doors.ask(`{ regions(first: 1) { edges { cursor } } }`)).json.data.regions;
    const after = await doors.ask('query ($c: String) { regions(after: $c) { edges { node { id } } } }', { c: edges[0].cursor });
    expect(after.json.data.regions.edges).toEqual([{ node: { id: 'region:b' } }]);
    const before = await doors.ask('query ($c: String) { entities: regions(last: 1, before: $c) { edges { node { id } } } }', {
      c: edges[0].cursor,
    });
    expect(before.json.data.entities.edges).toEqual([]);
  });
});
