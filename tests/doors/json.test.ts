/** JSON with a key that is given twice, half a character, or bytes that are not UTF-8: refused, as YAML is. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { repeatedKey } from '../../src/repeated-key.js';
import { engines } from '../support/engines.js';
import { answerOf } from '../support/service.js';
import { imported } from '../import/importing.js';
import { doorsOf, type Doors } from './doors.js';

const topic = (names: string) => `{"type":"entity","id":"topic:b26-a",${names}}`;
const [x, y] = ['"names":[{"value":"x","lang":"en"}]', '"names":[{"value":"y","lang":"en"}]'];
const lines: readonly (readonly [what: string, line: string | Buffer, message: RegExp])[] = [
  ['one key twice', topic(`${x},${y}`), /in\.jsonl:1:73 gives "names" twice in one object: give it once/],
  ['one key twice, once escaped', topic(`${x},"n\\u0061mes":[]`), /gives "names" twice/],
  ['a key twice in an object in a list', topic('"names":[{"value":"x","lang":"en","lang":"zh"}]'), /gives "lang" twice/],
  ['the key of its id twice', topic(`"id":"topic:b26-b",${x}`), /gives "id" twice/],
  ['half a character', topic('"names":[{"value":"a\\ud800b","lang":"en"}]'), /in\.jsonl:1:\d+ holds the character U\+D800/],
  ['the wrong half first', topic('"names":[{"value":"\\udc00\\ud800","lang":"en"}]'), /U\+DC00/],
  [
    'bytes that are no UTF-8',
    Buffer.concat([Buffer.from('{}\n'), Buffer.from([0x22, 0xc3, 0x28, 0x22])]),
    /in\.jsonl:2:1 is not UTF-8/,
  ],
  ['half a character as bytes', Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]), /in\.jsonl:1:1 is not UTF-8/],
];

describe('repeatedKey', () => {
  it.each([
    ['{"a":1,"b":{"a":1},"c":[{"a":1},{"a":1}]}', undefined],
    ['{"a":"\\"a\\":","b":"\\\\","c":"{\\"a\\":1,\\"a\\":2}"}', undefined],
    ['{"a":1, "b":2 , "a" : 3}', { key: 'a', offset: 16 }],
    ['[{"b":{"__proto__":1,"__proto__":2}}]', { key: '__proto__', offset: 21 }],
    ['{"":1,"":2}', { key: '', offset: 6 }],
    ['['.repeat(1_000_000), undefined],
    ['{"a":"', undefined],
  ])('%.60s', (json, found) => expect(repeatedKey(json)).toEqual(found));
});

describe.each(engines)('JSON on $name', ({ empty }) => {
  let doors: Doors;
  beforeAll(async () => {
    doors = await doorsOf(empty);
  }, 120_000);
  afterAll(() => doors.close());

  it.each(lines)('is refused with %s', async (_, line, message) => {
    const outcome = imported(doors.graph, { name: 'in.jsonl', content: line }).then(({ problems }) =>
      problems.lines().join('\n'),
    );
    expect(await outcome.catch((error: Error) => error.message)).toMatch(message);
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(Buffer.from(line))]), 'in.jsonl');
    const answer = await answerOf(
      await fetch(`${doors.url}/import`, { method: 'POST', body, headers: { authorization: 'Bearer e' } }),
    );
    expect(answer.status).toBe(400);
    expect((answer.json.errors![0]!.extensions['problems'] as string[]).join('\n')).toMatch(message);
  });

  it.each([
    ['flat lines for a mapping', 'in.jsonl', '{"id":"a","title":"x","title":"y"}', /gives "title" twice/],
    ['YAML', 'in.yaml', '- { id: "topic:a", id: "topic:b" }', /unique/],
    ['half a character in YAML', 'in.yaml', '- { id: "topic:a", names: [ { value: "\\ud800", lang: en } ] }', /U\+D800/],
  ])('%s is held to the same', async (_, name, content, message) => {
    const mapping = name.endsWith('jsonl') ? { mapping: 'document: document:list\nrecord: "{id}"\nentities: []\n' } : {};
    const outcome = imported(doors.graph, { name, content, ...mapping }).then(({ problems }) => problems.lines().join('\n'));
    expect(await outcome.catch((error: Error) => error.message)).toMatch(message);
  });

  it('is refused in the body of a request, its variables, and its address', async () => {
    const query = 'query ($id: ID!) { region(id: $id) { id } }';
    const bodies = [
      `{"query":"{ __typename }","query":"{ graph { engine } }"}`,
      `{"query":${JSON.stringify(query)},"variables":{"id":"region:a","id":"region:b"}}`,
      `{"query":${JSON.stringify(query)},"variables":{"id":"region:a"},"variables":{}}`,
    ];
    for (const path of ['/graphql', '/graphql/stream'])
      for (const body of bodies) {
        const headers = { 'content-type': 'application/json', accept: '*/*' };
        const answer = await answerOf(await fetch(doors.url + path, { method: 'POST', headers, body }));
        expect(answer).toMatchObject({
          status: 400,
          json: {
            errors: [{ message: expect.stringMatching(/^The body gives the key .* twice in one object: give it once\.$/) }],
          },
        });
      }
    const search = new URLSearchParams({ query, variables: '{"id":"region:a","id":"region:b"}' });
    expect((await fetch(`${doors.url}/graphql?${search}`)).status).toBe(400);
  });

  it('closes a WebSocket that sends it', async () => {
    const socket = new WebSocket(`${doors.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    const closed = new Promise<number>((resolve) => socket.once('close', resolve));
    socket.once('open', () => socket.send('{"type":"connection_init","type":"ping"}'));
    expect(await closed).toBe(4400);
  });
});
