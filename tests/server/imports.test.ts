import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Account } from '../../src/accounts/account.js';
import type { Graph } from '../../src/graph/port.js';
import { importInThread } from '../../src/import/thread/import-in-thread.js';
import type { Importer } from '../../src/server/imports.js';
import { head, mapping, world } from '../import/importing.js';
import { row, workbook } from '../import/workbooks.js';
import { engines } from '../support/engines.js';
import { answerOf, serve, type Answer, type Service } from '../support/service.js';

const accounts: Readonly<Record<string, Account>> = {
  editor: { id: 'key:editor', role: 'EDITOR' },
  reader: { id: 'key:reader', role: 'READER' },
  counter: { id: 'key:counter', role: 'EDITOR', types: ['Indicator'] },
};

/** As the service runs it, from dist/. */
const importer: Importer = (graph, sent) => importInThread(graph, sent, new URL('../../dist/import-thread.js', import.meta.url));

const person = (number: number) => `{"type":"entity","id":"person:p${number}","names":[{"value":"P ${number}","lang":"en"}]}\n`;
const people = (count: number, from = 0) => Array.from({ length: count }, (_, index) => person(from + index)).join('');

describe.each(engines)('files that are sent to be imported, $name', ({ empty }) => {
  let graph: Graph;
  let service: Service;

  beforeAll(async () => {
    graph = await empty();
    const authenticate = async ({ authorization = '' }) => accounts[authorization.replace('Bearer ', '')];
    // a cached count that outlives an import would show
    service = await serve(graph, { authenticate, importer, cache: { bytes: 1_000_000, delay: 60_000 } });
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

  it('may be workbooks, and tables in the delimiter and encoding that the URL names', async () => {
    const rows = [head.split(','), ['2025-1', '第三号', 'n', '2025-01-05', 'agency:ministry', '']];
    const sent = (name: string, content: string | Buffer, query: string) =>
      send(
        [
          ['file', name, content],
          ['mapping', 'acts.yaml', mapping],
        ],
        `?dryRun=true&${query}`,
      );
    const text = Buffer.from(rows.map((cells) => `${cells.join(';')}\n`).join(''), 'utf16le');
    const told = (await sent('acts.csv', text, '')).json.errors![0]!.extensions as Record<string, any>;
    expect(told['problems']).toEqual([expect.stringMatching(/^acts\.csv:1:1 is UTF-16LE, not UTF-8/)]);
    const read = { outcome: 'WOULD_WRITE', records: 1, changes: { ENTITY_CREATED: 1 } };
    expect((await sent('acts.csv', text, 'encoding=utf-16le&delimiter=%3B')).json).toMatchObject(read);
    const sheets = { 一: rows.map((cells) => row(...cells)).join(''), 二: '' };
    expect((await sent('acts.xlsx', await workbook({ sheets }), `sheet=${encodeURIComponent('一')}`)).json).toMatchObject(read);
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
    [
      'an unknown option',
      [['file', 'a.jsonl', people(1)]],
      '?dry-run=true',
      /^Unknown parameter "dry-run": the URL takes id, dryRun, .* Did you mean "dryRun"\?$/,
    ],
    [
      'an unknown encoding',
      [['file', 'a.jsonl', people(1)]],
      '?encoding=gb18031',
      /^"encoding" is an unknown encoding.* Did you mean "gb18030"\?$/,
    ],
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

  const raw = async (body: string, headers: Readonly<Record<string, string>>) =>
    answerOf(
      await fetch(`${service.url}/import`, { method: 'POST', body, headers: { authorization: 'Bearer editor', ...headers } }),
    );
  const disposition = 'content-disposition: form-data; name="file"; filename="a.jsonl"';

  it.each([
    ['no boundary', '--b--\r\n', 'multipart/form-data', 400, /no boundary/],
    ['an empty boundary', '--b--\r\n', 'multipart/form-data; boundary=', 400, /no boundary/],
    ['a boundary in quotes that is empty', '--b--\r\n', 'multipart/form-data; boundary=""', 400, /multipart/],
    ['another boundary', '--c--\r\n', 'multipart/form-data; boundary=b', 400, /multipart/],
    ['no body', '', 'multipart/form-data; boundary=b', 400, /parts named "file"/],
    ['no parts', '--b--\r\n', 'multipart/form-data; boundary=b', 400, /parts named "file"|multipart/],
    ['a body that is cut off', `--b\r\n${disposition}\r\n\r\n{}`, 'multipart/form-data; boundary=b', 400, /multipart/],
    ['a head that is cut off', `--b\r\n${disposition}`, 'multipart/form-data; boundary=b', 400, /multipart/],
    [
      'a part without a name',
      '--b\r\ncontent-disposition: form-data\r\n\r\nx\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
      400,
      /file/,
    ],
    ['a part without a head', '--b\r\n\r\nx\r\n--b--\r\n', 'multipart/form-data; boundary=b', 400, /file/],
    [
      'text in place of files',
      '--b\r\ncontent-disposition: form-data; name="file"\r\n\r\nx\r\n--b--\r\n',
      'multipart/form-data; boundary=b',
      400,
      /files/,
    ],
    [
      'a part named __proto__',
      `--b\r\n${disposition.replace('"file"', '"__proto__"')}\r\n\r\nx\r\n--b--\r\n`,
      'multipart/form-data; boundary=b',
      400,
      /named "file"/,
    ],
    [
      'a name of 300 characters',
      `--b\r\n${disposition.replace('a.', 'a'.repeat(300))}\r\n\r\nx\r\n--b--\r\n`,
      'multipart/form-data; boundary=b',
      400,
      /255 characters/,
    ],
    [
      '100,000 parts',
      `--b\r\n${disposition}\r\n\r\nx\r\n`.repeat(100_000) + '--b--\r\n',
      'multipart/form-data; boundary=b',
      413,
      /at most 8/,
    ],
    [
      '100,000 header lines',
      `--b\r\n${'x: y\r\n'.repeat(100_000)}\r\nx\r\n--b--\r\n`,
      'multipart/form-data; boundary=b',
      400,
      /file/,
    ],
    ['plain text', 'x', 'text/plain', 415, /multipart/],
    ['a form', 'file=x', 'application/x-www-form-urlencoded', 415, /multipart/],
    ['parts of another kind', '--b--\r\n', 'multipart/mixed; boundary=b', 415, /multipart/],
    ['another charset', '--b--\r\n', 'multipart/form-data; boundary=b; charset=utf-16', 415, /UTF-8/],
  ])('with %s are refused in a sentence, and leave their place to others', async (_, body, type, status, message) => {
    const answer = await raw(body, { 'content-type': type });
    expect(answer).toMatchObject({ status, json: { errors: [{ message: expect.stringMatching(message) }] } });
  });

  it('with a content-encoding are refused', async () => {
    const answer = await raw('x', { 'content-type': 'multipart/form-data; boundary=b', 'content-encoding': 'gzip' });
    expect(answer).toMatchObject({ status: 415 });
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

  /** The first answer that is not of the import before. */
  const nextAnswer = async (): Promise<Answer> => {
    for (;;) {
      const answer = await send([['file', 'a.jsonl', '']]);
      if (answer.status !== 503) return answer;
    }
  };

  it('free their place when the client leaves while they arrive', async () => {
    const { port, hostname } = new URL(service.url);
    const arrived = once(service.app.server, 'request');
    const socket = connect(Number(port), hostname);
    const head = [
      `host: ${hostname}`,
      'authorization: Bearer editor',
      'content-type: multipart/form-data; boundary=b',
      'content-length: 1000000',
    ];
    socket.write(`POST /import HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n--b\r\n${disposition}\r\n\r\n${people(100, 9_000)}`);
    await arrived;
    expect(await send([['file', 'a.jsonl', '']])).toMatchObject({ status: 503 });
    socket.destroy();
    expect(await nextAnswer()).toMatchObject({ status: 400 });
  });

  /** Resolves when the graph has been called so often. */
  function calls(method: 'read' | 'transact', times: number): Promise<void> {
    const call = graph[method].bind(graph) as (...given: readonly unknown[]) => Promise<never>;
    return new Promise<void>((resolve) => {
      let count = 0;
      graph[method] = (...given: readonly unknown[]) => {
        count += 1;
        if (count === times) resolve();
        return call(...given);
      };
    }).then(() => void (graph[method] = call as never));
  }

  // the id is looked up by three reads before a record is read, and people by two for each thousand
  it.each([
    ['are read', 3],
    ['are checked', 9],
  ])('free their place when the client leaves while they %s', async (_, reads) => {
    const before = await total('people');
    const leaving = new AbortController();
    const reached = calls('read', reads);
    const sent = send([['file', 'people.jsonl', people(60_000, 100_000)]], '', 'editor', leaving.signal).catch(() => 'gone');
    await reached;
    expect(await send([['file', 'a.jsonl', '']])).toMatchObject({ status: 503 });
    leaving.abort();
    expect(await sent).toBe('gone');
    expect(await nextAnswer()).toMatchObject({ status: 400 });
    expect(await total('people')).toBe(before);
  });

  it('free their place when the client leaves while they wait for another write, and write nothing then', async () => {
    const before = await total('people');
    const leaving = new AbortController();
    let release = () => undefined as void;
    const held = graph.transact(() => new Promise<void>((resolve) => (release = resolve)));
    const waits = calls('transact', 1);
    const sent = send([['file', 'waiting.jsonl', people(10, 8_000)]], '', 'editor', leaving.signal).catch(() => 'gone');
    await waits;
    leaving.abort();
    expect(await sent).toBe('gone');
    expect(await nextAnswer()).toMatchObject({ status: 400 });
    release();
    await held;
    await graph.transact(async () => undefined); // after what waited
    expect(await total('people')).toBe(before);
  });

  it('write whole changesets or nothing of one when the client leaves', async () => {
    const before = await total('people');
    const leaving = new AbortController();
    const writes = calls('transact', 3);
    const sent = send([['file', 'whole.jsonl', people(1_000, 20_000)]], '', 'editor', leaving.signal).catch(() => 'gone');
    await writes;
    leaving.abort();
    expect(await sent).toBe('gone');
    expect(await nextAnswer()).toMatchObject({ status: 400 });
    await graph.transact(async () => undefined);
    const written = (await total('people')) - before;
    expect([200, 300]).toContain(written); // the third may have landed
  });
});
