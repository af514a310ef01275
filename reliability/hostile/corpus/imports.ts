/** Files to import, all as dry runs: damaged, misleading, or made to keep the service busy. */
import { gzipSync } from 'node:zlib';
import { badInput, badRequest, list, nested, times, tooLarge, type Hostile } from '../case.js';
import { multipart, type FormPart } from '../multipart.js';

const sent =
  (parts: readonly FormPart[], search = '?dryRun=true') =>
  () => ({ ...multipart(parts), path: '/import', search, as: 'editor' as const });
const file = (name: string, content: string | Uint8Array, mapping?: string) =>
  sent([['file', name, content], ...(mapping === undefined ? [] : [['mapping', 'm.yaml', mapping] as const])]);
const form = (headers: Readonly<Record<string, string>>, body: string) => () => ({
  method: 'POST',
  path: '/import',
  headers,
  body,
  as: 'editor' as const,
});

const person = (id: string) => `{"type":"entity","id":"${id}","names":[{"value":"X","lang":"en"}]}\n`;
const claim = (fields: string) => `{"type":"claim",${fields}}\n`;
const evidence = '"evidence":[{"document":"document:x","summary":"x","record":"1"}]';
const document = '{"type":"entity","id":"document:x","properties":{"title":"X"}}\n';
const map = (rest = '') => `document: document:list
record: "{n}"
once: [ { id: "document:list", title: The list } ]
entities:
  - { id: "policy:{n}", names: [ { value: "{t}", lang: zh } ], properties: { announcedOn: { from: "{d}", as: date } } }
${rest}`;

const lines: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['an empty file', ''],
  ['no JSON', 'nonsense\n'],
  ['truncated JSON', '{"type":"entity"\n'],
  ['a list', '[1,2]\n'],
  ['an unknown type', '{"type":"nonsense"}\n'],
  ['an unknown label', person('nation:x')],
  ['an id of white space', person('person: ')],
  ['the keys of objects', '{"__proto__":{"x":1},"constructor":1,"type":"entity","id":"person:x"}\n'],
  ['a key twice', '{"type":"entity","type":"claim","id":"person:x"}\n'],
  ['a lone surrogate', '{"type":"entity","id":"person:x","names":[{"value":"\\ud800","lang":"en"}]}\n'],
  ['NUL', '{"type":"entity","id":"person:x","names":[{"value":"a\\u0000b","lang":"en"}]}\n'],
  ['one id twice, with other names', person('person:x') + person('person:x').replace('X', 'Y')],
  ['a claim about nothing', claim(`"subject":"person:gone","predicate":"LOCATED_IN","object":"region:gone",${evidence}`)],
  ['an unknown relation', document + claim(`"subject":"region:CN","predicate":"HACKS","object":"region:CN",${evidence}`)],
  [
    'Cypher for a relation',
    document + claim(`"subject":"region:CN","predicate":"A]->(x) DETACH DELETE x //","object":"region:CN",${evidence}`),
  ],
  [
    'a region that is part of itself',
    document + claim(`"subject":"region:CN","predicate":"PART_OF","object":"region:CN",${evidence}`),
  ],
  [
    'a cycle of regions',
    document +
      ['a', 'b']
        .map((id) => `{"type":"entity","id":"region:x${id}","names":[{"value":"X","lang":"en"}],"properties":{"level":"CITY"}}\n`)
        .join('') +
      claim(`"subject":"region:xa","predicate":"PART_OF","object":"region:xb",${evidence}`) +
      claim(`"subject":"region:xb","predicate":"PART_OF","object":"region:xa",${evidence}`),
  ],
  [
    'a wrong date',
    document + claim(`"subject":"region:CN","predicate":"PART_OF","object":"region:US","from":"2024-02-30",${evidence}`),
  ],
  [
    'an end before its beginning',
    document + claim(`"subject":"region:CN","predicate":"PART_OF","object":"region:US","from":"2024","until":"2019",${evidence}`),
  ],
  [
    'a passage that ends before it begins',
    document +
      claim(
        '"subject":"region:CN","predicate":"NOTE","value":"x","evidence":[{"document":"document:x","start":9,"end":1,"sha256":"x","summary":"x"}]',
      ),
  ],
  ['nesting 100,000 deep', `${nested(100_000, '[', ']', '')}\n`],
  ['nesting 100,000 deep inside a record', `{"type":"entity","id":"person:x","names":${nested(100_000, '[', ']', '')}}\n`],
  ['a line of 20 MB', `{"type":"entity","id":"${times(20_000_000, 'x')}"}\n`],
  ['UTF-16', Buffer.from('\uFEFF{"type":"entity"}\n', 'utf16le')],
  ['bytes that are no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d, 0x0a])],
  ['a picture', Buffer.from('89504e470d0a1a0a0000000d', 'hex')],
  ['PDF', '%PDF-1.7\n'],
];

const tables: readonly (readonly [name: string, content: string, mapping: string | undefined])[] = [
  ['a table without a mapping', 'n,t,d\n1,X,2024\n', undefined],
  ['ragged rows', 'n,t,d\n1,X\n2,Y,2024,more\n', map()],
  ['a quote that does not end', 'n,t,d\n1,"X,2024\n', map()],
  ['a column twice', 'n,n,d\n1,X,2024\n', map()],
  ['unknown columns', 'a,b\n1,2\n', map()],
  ['semicolons', 'n;t;d\n1;X;2024\n', map()],
  ['a wrong date', 'n,t,d\n1,X,2024-02-30\n', map()],
  ['a cell of 10 MB', `n,t,d\n1,${times(10_000_000, 'x')},2024\n`, map()],
  ['NUL in a cell', 'n,t,d\n1,a\0b,2024\n', map()],
  ['an id from a path', 'n,t,d\n../../etc,X,2024\n', map()],
  [
    'a pattern that a text can keep busy',
    `n,t,d\n1,${'x'.repeat(40)},2024\n`,
    map('lists: { all: { from: "{t}", pattern: "(?<a>(x+)+y)" } }\n'),
  ],
  [
    'another pattern that a text can keep busy',
    `n,t,d\n1,${'x'.repeat(40)},2024\n`,
    map('lists: { all: { from: "{t}", pattern: "(?<a>(x|x)*y)" } }\n'),
  ],
  ['a date format of eight letters', 'n,t,d\n1,X,2024\n', map('dates: { formats: ["YYYYYYYY"] }\n')],
  ['a date format of 10,000 letters', 'n,t,d\n1,X,2024\n', map(`dates: { formats: ["${times(10_000, 'Y')}"] }\n`)],
  ['a mapping that is none', 'n,t,d\n', '{'],
  ['a mapping that is a list', 'n,t,d\n', '[]'],
  ['a mapping with an unknown key', 'n,t,d\n', map('hack: true\n')],
  [
    'a mapping of aliases of aliases',
    'n,t,d\n1,X,2024\n',
    `a: &a [x,x,x,x,x,x,x,x,x,x]\n${Array.from({ length: 9 }, (_, at) => `${'bcdefghij'[at]}: &${'bcdefghij'[at]} [${list(10, `*${'abcdefghij'[at]}`)}]`).join('\n')}\n`,
  ],
  ['a mapping with a tag', 'n,t,d\n', `${map()}x: !!js/function 'function () { return 1 }'\n`],
];

const yaml: readonly (readonly [name: string, content: string])[] = [
  [
    'YAML of aliases of aliases',
    `a: &a [x,x,x,x,x,x,x,x,x]\nb: &b [${list(9, '*a')}]\nc: &c [${list(9, '*b')}]\nd: &d [${list(9, '*c')}]\ne: &e [${list(9, '*d')}]\nf: [${list(9, '*e')}]\n`,
  ],
  ['YAML of a tag', 'entities: !!python/object/apply:os.system ["true"]\n'],
  ['YAML of two documents', 'entities: []\n---\nentities: []\n'],
  ['YAML that nests 10,000 deep', `entities: ${nested(10_000, '[', ']', '')}\n`],
  ['YAML with a key twice', 'entities: []\nentities: []\n'],
  ['YAML of an unknown key', 'hack: true\n'],
];

const busy: readonly Hostile[] = [
  {
    name: 'YAML of 300,000 keys',
    request: () => file('a.yaml', Array.from({ length: 300_000 }, (_, number) => `k${number}: 1`).join('\n'))(),
    ...badInput,
  },
  {
    name: 'a table of 100,000 columns',
    request: () => file('a.csv', `${Array.from({ length: 100_000 }, (_, number) => `c${number}`).join()}\n`, map())(),
    ...badInput,
  },
  {
    name: 'a claim of 20,000 pieces of evidence',
    request: () =>
      file(
        'a.jsonl',
        document +
          claim(
            `"subject":"region:gone","predicate":"NOTE","value":"x","evidence":[${Array.from({ length: 20_000 }, (_, number) => `{"document":"document:x","summary":"x","record":"${number}"}`).join()}]`,
          ),
      )(),
    ...badInput,
  },
  {
    name: 'an entity of 200,000 names',
    request: () =>
      file(
        'a.jsonl',
        `{"type":"entity","id":"person:x","names":[${Array.from({ length: 200_000 }, (_, number) => `{"value":"X ${number}","lang":"en"}`).join()}]}\n`,
      )(),
    ...badInput,
  },
  {
    name: '20 million rows of two letters',
    request: () => file('a.csv.gz', gzipSync(`n,t,d\n${times(20_000_000, 'x\n')}`), map())(),
    ...badInput,
    pending: 'an import of malformed rows that is read to its end',
  },
  {
    name: 'gzip of 200 members',
    request: () => file('a.jsonl.gz', Buffer.concat(Array.from({ length: 200 }, () => gzipSync(times(1_000_000, '\n')))))(),
    ...badInput,
  },
].map((each) => ({ ...each, isLong: true as const }));

/** Each import starts a thread: runs of the tests send one in six. */
const sampled = (all: readonly Hostile[]): Hostile[] =>
  all.map((each, index) => (index % 6 === 0 ? each : { ...each, isLong: true }));

export const imports: readonly Hostile[] = [
  ...sampled([
    ...lines.map(([name, content]) => ({
      name: `JSON Lines: ${name}`,
      request: () => file('a.jsonl', content)(),
      ...badInput,
    })),
    ...tables.map(([name, content, mapping]) => ({ name, request: () => file('a.csv', content, mapping)(), ...badInput })),
    ...yaml.map(([name, content]) => ({ name, request: file('a.yaml', content), ...badInput })),
    { name: 'what is no gzip', request: file('a.jsonl.gz', 'nonsense'), ...badInput },
    { name: 'gzip that is cut', request: file('a.jsonl.gz', gzipSync(person('person:x')).subarray(0, 20)), ...badInput },
    { name: 'a gzip bomb', request: () => file('a.jsonl.gz', gzipSync(times(50_000_000, ' ')))(), ...badInput },
    { name: 'gzip inside gzip', request: file('a.jsonl.gz', gzipSync(gzipSync(person('person:x')))), ...badInput },
    { name: 'a workbook', request: file('a.xlsx', Buffer.from('504b0304140000000800', 'hex')), ...badInput },
  ]),
  { name: 'no file', request: sent([['mapping', 'm.yaml', map()]]), ...badInput },
  { name: 'no parts', request: sent([]), ...badInput },
  {
    name: 'nine files',
    request: sent(Array.from({ length: 9 }, () => ['file', 'a.jsonl', person('person:x')] as const)),
    ...tooLarge,
  },
  { name: 'a field in place of a file', request: sent([['file', undefined, 'x']]), ...badInput },
  {
    name: 'two mappings',
    request: sent([
      ['file', 'a.csv', 'n\n1\n'],
      ['mapping', 'm', map()],
      ['mapping', 'n', map()],
    ]),
    ...badInput,
  },
  {
    name: 'a part of another name',
    request: sent([
      ['file', 'a.jsonl', person('person:x')],
      ['__proto__', 'b', 'x'],
    ]),
    ...badInput,
  },
  { name: 'a file whose name is a path', request: sent([['file', '../../../../etc/cron.d/x.jsonl', 'nonsense\n']]), ...badInput },
  { name: 'a file whose name ends a line', request: sent([['file', 'a\r\nx-evil: 1\r\n.jsonl', 'nonsense\n']]), ...badInput },
  { name: 'an unknown option', request: sent([['file', 'a.jsonl', person('person:x')]], '?dry-run=true'), ...badInput },
  { name: 'a dry run that is neither', request: sent([['file', 'a.jsonl', person('person:x')]], '?dryRun=1'), ...badInput },
  {
    name: 'an id that is a path',
    request: sent([['file', 'a.jsonl', person('person:x')]], '?dryRun=true&id=../x'),
    ...badInput,
  },
  { name: 'two ids', request: sent([['file', 'a.jsonl', person('person:x')]], '?dryRun=true&id=a&id=b'), ...badInput },
  {
    name: 'a form without a boundary',
    request: form({ 'content-type': 'multipart/form-data' }, 'x'),
    ...badRequest,
  },
  {
    name: 'a form that is not one',
    request: form({ 'content-type': 'multipart/form-data; boundary=x' }, 'nonsense'),
    ...badRequest,
  },
  {
    name: 'a form that does not end',
    request: form(
      { 'content-type': 'multipart/form-data; boundary=x' },
      '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nx',
    ),
    ...badRequest,
  },
  {
    name: 'JSON',
    request: form({ 'content-type': 'application/json' }, '{}'),
    status: 415,
    code: 'UNSUPPORTED_MEDIA_TYPE',
  },
  ...busy,
];
