import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import type { Graph } from '../../src/graph/port.js';
import { importReceived } from '../../src/import/received.js';
import { head, mapping, world } from '../import/importing.js';
import { engines } from '../support/engines.js';
import { answerOf, serve, type Answer, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  editor: { id: 'key:editor', role: 'EDITOR' },
  reader: { id: 'key:reader', role: 'READER' },
  counter: { id: 'key:counter', role: 'EDITOR', types: ['Indicator'] },
};

const person = (number: number) => `{"type":"entity","id":"person:p${number}","names":[{"value":"P ${number}","lang":"en"}]}\n`;
const people = (count: number, from = 0) => Array.from({ length: count }, (_, index) => person(from + index)).join('');

describe.each(engines)('files that are sent to be imported, $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await empty();
    const authenticate = async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')];
    // a cached count that outlives an import would show
    service = await serve(graph, { authenticate, importer: importReceived, cache: { bytes: 1_000_000, delay: 60_000 } });
  }, 120_000);
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  type Part = readonly [part: string, name: string, content: string | Buffer];

  async function send(parts: readonly Part[], query = '', account = 'editor', signal?: AbortSignal): Promise<Answer> {
    const body = new FormData();
    for (const [part, name, content] of parts) body.append(part, new Blob([new Uint8Array(Buffer.from(content))]), name);
    const headers = { authorization: `Bearer ${account}` };
    return answerOf(await fetch(`${service.url}/import${query}`, { method: 'POST', body, headers, signal: signal ?? null }));
  }

  const total = async (list: string): Promise<number> =>
    (await service.ask(`{ ${list} { totalCount } }`)).json.data[list].totalCount;

  it('are checked and written, once', async () => {
    const parts: Part[] = [['file', 'world.yaml', world]];
    const tried = await send(parts, '?dryRun=true');
    expect(tried).toMatchObject({ status: 200, json: { outcome: 'WOULD_WRITE', changes: { ENTITY_CREATED: 3 } } });
    expect(await total('regions')).toBe(0);
    const landed = await send(parts);
    expect(landed).toMatchObject({ status: 200, json: { outcome: 'WRITTEN', records: 3, changes: { ENTITY_CREATED: 3 } } });
    expect(await total('regions')).toBe(1);
    expect((await send(parts)).json).toMatchObject({ outcome: 'UNCHANGED', repeated: 1, changes: {} });
    const { changes } = (await service.ask('{ changes { changes { changeset { author origin } } } }')).json.data;
    expect(changes.changes[0].changeset).toMatchObject({ author: 'key:editor', origin: expect.stringMatching(/^world\.yaml/) });
  });

  it('may be tables with a mapping, and packed', async () => {
    const table = `${head}\n2024-1,First act,n,2024/02/05,agency:ministry,\n2024-2,Second act,p,113/03/01,agency:ministry,policy:2024-1\n`;
    const answer = await send([
      ['file', 'acts.csv.gz', gzipSync(table)],
      ['mapping', 'acts.yaml', mapping],
    ]);
    expect(answer.json).toMatchObject({ outcome: 'WRITTEN', records: 2, changes: { ENTITY_CREATED: 2, RELATION_ADDED: 3 } });
    const question = '{ policy(id: "policy:2024-2") { announcedOn { edtf } priorPolicies { edges { node { id } } } } }';
    const { policy } = (await service.ask(question)).json.data;
    expect(policy.priorPolicies.edges).toEqual([{ node: { id: 'policy:2024-1' } }]);
    expect(policy).toMatchObject({ announcedOn: { edtf: '2024-03-01' } });
  });

  it('may be flat JSON Lines with a mapping, and lists that are only split', async () => {
    const list = 'lists: { words: { from: "{words}", split: ",", pattern: "(?<word>.+)" } }';
    const topics = '  - { id: "topic:{word|slug}", each: words, names: [ { value: "{word}", lang: en } ] }';
    const map = `document: document:list\nrecord: "{words}"\n${list}\nentities:\n${topics}\n`;
    const sent = (text: string) =>
      send([
        ['file', 'words.jsonl', '{"words":"ice,snow"}'],
        ['mapping', 'words.yaml', text],
      ]);
    expect((await sent(map)).json).toMatchObject({ outcome: 'WRITTEN', records: 1, changes: { ENTITY_CREATED: 2 } });
    const { problems } = (await sent(map.replace('.+', '.*'))).json.errors![0]!.extensions as Record<string, any>;
    expect(problems).toEqual([expect.stringMatching(/^words\.yaml:3:\d+ must be of the form \(\?<name>\.\+\) over HTTP/)]);
  });

  it('are refused whole, with every problem at its place', async () => {
    const bad = `${people(2)}{"type":"claim","subject":"person:p0","predicate":"LOCATED_IN","object":"region:gone"}\nnonsense\n`;
    const { status, json } = await send([['file', 'people.jsonl', bad]]);
    expect(status).toBe(400);
    const { code, problems, total: found } = json.errors![0]!.extensions as Record<string, any>;
    expect(code).toBe('BAD_USER_INPUT');
    expect(found).toBe(problems.length);
    expect(problems.join('\n')).toMatch(/people\.jsonl:3[\s\S]*people\.jsonl:4/);
    expect(await total('people')).toBe(0);
  });

  it('are taken from editors only, for what they may write', async () => {
    const parts: Part[] = [['file', 'people.jsonl', people(1)]];
    expect(await send(parts, '', 'nobody')).toMatchObject({ status: 401 });
    expect(await send(parts, '', 'reader')).toMatchObject({ status: 403 });
    const refused = await send(parts, '', 'counter');
    expect(refused).toMatchObject({ status: 403, json: { errors: [{ extensions: { code: 'FORBIDDEN' } }] } });
    expect(await total('people')).toBe(0);
  });

  it.each([
    ['no file', [['mapping', 'map.yaml', mapping]], '', /named "file"/],
    [
      'two mappings',
      [
        ['file', 'a.csv', 'x'],
        ['mapping', 'm', mapping],
        ['mapping', 'n', mapping],
      ],
      '',
      /named "file"/,
    ],
    [
      'another part',
      [
        ['file', 'a.jsonl', people(1)],
        ['files', 'b', 'x'],
      ],
      '',
      /named "file"/,
    ],
    ['a table without a mapping', [['file', 'a.csv', 'x,y\n1,2\n']], '', /problem/],
    [
      'a mapping that is none',
      [
        ['file', 'a.csv', 'x,y\n1,2\n'],
        ['mapping', 'm.yaml', '{'],
      ],
      '',
      /problem/,
    ],
    [
      'a pattern that a text can keep busy',
      [
        ['file', 'a.csv', `${head}\n`],
        ['mapping', 'm.yaml', `${mapping}lists: { all: { from: "{title}", pattern: "(?<a>(x+)+y)" } }\n`],
      ],
      '',
      /problem/,
    ],
    ['an empty file', [['file', 'a.jsonl', '']], '', /problem/],
    ['an unknown option', [['file', 'a.jsonl', people(1)]], '?dry-run=true', /"id" and "dryRun"/],
    ['a dry run that is neither', [['file', 'a.jsonl', people(1)]], '?dryRun=1', /true or false/],
    ['a wrong id', [['file', 'a.jsonl', people(1)]], '?id=a/b', /letters, digits/],
    ['nine files', Array.from({ length: 9 }, () => ['file', 'a.jsonl', people(1)] as const), '', /at most 8/],
  ] satisfies [string, Part[], string, RegExp][])('with %s are refused in a sentence', async (_, parts, query, message) => {
    const { status, json } = await send(parts, query);
    expect([400, 413]).toContain(status);
    expect(json.errors?.[0]?.message).toMatch(message);
    expect(await total('people')).toBe(0);
  });

  it('are refused as JSON, and by another method', async () => {
    const headers = { authorization: 'Bearer editor', 'content-type': 'application/json' };
    const json = await answerOf(await fetch(`${service.url}/import`, { method: 'POST', headers, body: '{}' }));
    expect(json.json.errors?.[0]?.message).toMatch(/multipart/);
    expect(await answerOf(await fetch(`${service.url}/import`))).toMatchObject({ status: 405 });
  });

  it('under the id of other files are a conflict', async () => {
    expect((await send([['file', 'a.jsonl', people(1, 500)]], '?id=mine')).json).toMatchObject({
      outcome: 'WRITTEN',
      id: 'mine',
    });
    const other = await send([['file', 'b.jsonl', people(2)]], '?id=mine');
    expect(other.json.errors?.[0]?.extensions['code']).toBe('CONFLICT');
  });

  it('stop between batches when the client leaves, and go on when it sends them again', { timeout: 60_000 }, async () => {
    const parts: Part[] = [['file', 'many.jsonl', people(2_000, 1_000)]];
    const before = await total('people');
    const leaving = new AbortController();
    const sent = send(parts, '', 'editor', leaving.signal).catch(() => 'gone');
    while ((await total('people')) === before) await new Promise((resolve) => setTimeout(resolve, 5));
    leaving.abort();
    expect(await sent).toBe('gone');
    let again = await send(parts);
    while (again.status === 503) again = await send(parts); // the first has not come to the end of its batch
    expect(again.json).toMatchObject({ outcome: 'WRITTEN' });
    expect((again.json as unknown as { repeated: number }).repeated).toBeGreaterThan(0);
    expect(await total('people')).toBe(before + 2_000);
  });
});
