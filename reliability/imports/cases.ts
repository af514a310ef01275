/** Files that hold up a service whose parsers do not give way. Each is refused or imported, and nobody else waits for it. */
import { gzipSync } from 'node:zlib';

export interface Part {
  readonly part: 'file' | 'mapping';
  readonly name: string;
  readonly content: string | Buffer;
}

export interface ImportCase {
  readonly name: string;
  /** As large as `scale` says: 1 is a size that does harm. */
  readonly parts: (scale: number) => readonly Part[];
}

const file = (name: string, content: string | Buffer): Part => ({ part: 'file', name, content });
const mapping = (content: string): Part => ({ part: 'mapping', name: 'map.yaml', content });
const times = (count: number, text: (index: number) => string, between = '') =>
  Array.from({ length: Math.ceil(count) }, (_, index) => text(index)).join(between);

const head = 'document: document:list\nrecord: "{id}"\n';
const people = `${head}entities:\n  - { id: "person:{id}", names: [ { value: "{id}", lang: en } ] }\n`;
const evidence = (index: number) => `{"document":"document:list","record":"${index}","summary":"It says so."}`;
const list = '{"type":"entity","id":"document:list","title":"The list","language":"en"}\n';
const name = (index: number) => `{"value":"Name ${index}","lang":"en","kind":"ALIAS"}`;
const person = (index: number) =>
  `{"type":"entity","id":"person:import-${index}","names":[{"value":"Person ${index}","lang":"en"}]}\n`;
const statement = (index: number) =>
  `{"type":"claim","subject":"person:import-${index}","predicate":"names","value":"Person ${index}","evidence":[${evidence(index)}]}\n`;

export const cases: readonly ImportCase[] = [
  {
    name: 'a table of 100,000 columns',
    parts: (scale) => [
      file('wide.csv', `id,${times(100_000 * scale, (n) => `c${n}`, ',')}\n1,${times(100_000 * scale, String, ',')}\n`),
      mapping(people),
    ],
  },
  {
    name: 'rows of 100,000 cells',
    parts: (scale) => [file('rows.csv', `id\n${times(20, () => `${times(100_000 * scale, String, ',')}\n`)}`), mapping(people)],
  },
  {
    name: 'YAML of 300,000 keys',
    parts: (scale) => [
      file(
        'keys.yaml',
        times(300_000 * scale, (n) => `k${n}: 1\n`),
      ),
    ],
  },
  {
    name: 'a YAML list of 300,000 maps',
    parts: (scale) => [
      file(
        'list.yaml',
        times(300_000 * scale, (n) => `- id: person:p${n}\n`),
      ),
    ],
  },
  { name: 'YAML nested 100,000 deep', parts: (scale) => [file('deep.yaml', '['.repeat(100_000 * scale))] },
  {
    name: 'YAML nested 2,000 deep by indentation',
    parts: (scale) => [
      file(
        'deep.yaml',
        times(2_000 * scale, (n) => `${' '.repeat(n)}a:\n`),
      ),
    ],
  },
  {
    name: 'YAML that names itself again and again',
    parts: (scale) => [
      file('alias.yaml', `a: &a [x,x]\n${times(60 * scale, (n) => `k${n}: &k${n} [*${n === 0 ? 'a' : `k${n - 1}`},*a]\n`)}`),
    ],
  },
  {
    name: 'YAML of 100,000 anchors',
    parts: (scale) => [
      file(
        'anchors.yaml',
        times(100_000 * scale, (n) => `- &a${n} *a${n - 1}\n`),
      ),
    ],
  },
  {
    name: 'a YAML key of 4 MB',
    parts: (scale) => [file('key.yaml', `${'k'.repeat(4_000_000 * scale)}: 1\n`)],
  },
  {
    name: 'a claim with 20,000 pieces of evidence',
    parts: (scale) => [
      file(
        'evidence.jsonl',
        `${list}${person(0)}{"type":"claim","subject":"person:import-0","predicate":"names","value":"x","evidence":[${times(20_000 * scale, evidence, ',')}]}\n`,
      ),
    ],
  },
  {
    name: 'an entity with 200,000 names',
    parts: (scale) => [
      file('names.jsonl', `{"type":"entity","id":"person:many","names":[${times(200_000 * scale, name, ',')}]}\n`),
    ],
  },
  {
    name: 'JSON Lines nested 100,000 deep',
    parts: (scale) => [
      file(
        'deep.jsonl',
        `{"type":"entity","id":"person:deep","names":${'['.repeat(100_000 * scale)}${']'.repeat(100_000 * scale)}}\n`,
      ),
    ],
  },
  {
    name: 'a line of JSON with 5 million values',
    parts: (scale) => [
      file('values.jsonl', `{"type":"entity","id":"person:values","names":[${times(5_000_000 * scale, () => '[]', ',')}]}\n`),
    ],
  },
  {
    name: 'a line of JSON with 100,000 unknown keys',
    parts: (scale) => [
      file('keys.jsonl', `{"type":"entity","id":"person:keys",${times(100_000 * scale, (n) => `"k${n}":1`, ',')}}\n`),
    ],
  },
  {
    name: '20 million short rows',
    parts: (scale) => [file('short.csv', `id\n${'1\n'.repeat(20_000_000 * scale)}`), mapping(people)],
  },
  {
    name: '10 million empty objects',
    parts: (scale) => [file('empty.jsonl', '{}\n'.repeat(10_000_000 * scale))],
  },
  {
    name: '50 million empty lines',
    parts: (scale) => [file('lines.jsonl', '\n'.repeat(50_000_000 * scale))],
  },
  {
    name: 'a packed file of 200 members',
    parts: (scale) => {
      const member = gzipSync(times(40_000, person));
      return [file('members.jsonl.gz', Buffer.concat(Array.from({ length: Math.ceil(200 * scale) }, () => member)))];
    },
  },
  {
    name: 'a packed file of a million empty members',
    parts: (scale) => [file('empty.jsonl.gz', Buffer.alloc(20 * Math.ceil(1_000_000 * scale), gzipSync('')))],
  },
  {
    name: 'a gzip bomb',
    parts: (scale) => [file('bomb.csv.gz', gzipSync(Buffer.alloc(400_000_000 * scale, 'x,')))],
  },
  {
    name: 'a packed file in a packed file',
    parts: (scale) => [file('nested.csv.gz', gzipSync(gzipSync(Buffer.alloc(10_000_000 * scale, 'x,'))))],
  },
  {
    name: 'a line of 100 MB',
    parts: (scale) => [file('line.csv', Buffer.alloc(100_000_000 * scale, 'x')), mapping(people)],
  },
  {
    name: 'a cell of 10 MB',
    parts: (scale) => [file('cell.csv', `id\n${'x'.repeat(10_000_000 * scale)}\n`), mapping(people)],
  },
  {
    name: 'quotes that do not end',
    parts: (scale) => [file('quotes.csv', `id\n${'"a\n'.repeat(5_000_000 * scale)}`), mapping(people)],
  },
  {
    name: 'a cell of doubled quotes',
    parts: (scale) => [file('doubled.csv', `id\n"${'""'.repeat(4_000_000 * scale)}"\n`), mapping(people)],
  },
  {
    name: 'a mapping with a table of 200,000 meanings',
    parts: (scale) => [
      file('t.csv', 'id\n1\n'),
      mapping(`${people}lookups:\n  t:\n${times(200_000 * scale, (n) => `    k${n}: v${n}\n`)}`),
    ],
  },
  {
    name: 'a mapping of 20,000 entities',
    parts: (scale) => [
      file('t.csv', `id\n${times(1_000, (n) => `${n}\n`)}`),
      mapping(
        `${head}entities:\n${times(20_000 * scale, (n) => `  - { id: "person:{id}-${n}", names: [ { value: "{id}", lang: en } ] }\n`)}`,
      ),
    ],
  },
  {
    name: 'a mapping whose template names a column 100,000 times',
    parts: (scale) => [
      file('t.csv', `id\n${times(1_000, (n) => `${n}${'x'.repeat(1_000)}\n`)}`),
      mapping(
        `${head}entities:\n  - { id: "person:{id}", names: [ { value: "${'{id}'.repeat(100_000 * scale)}", lang: en } ] }\n`,
      ),
    ],
  },
  {
    name: 'a cell that is split into 200,000 parts',
    parts: (scale) => [
      file('t.csv', `id,all\n1,${times(120_000 * scale, String, ';')}\n`),
      mapping(`${head}entities:\n  - { id: { from: "person:{all}", split: ";" }, names: [ { value: "{id}", lang: en } ] }\n`),
    ],
  },
  {
    name: 'a row whose lists multiply',
    parts: (scale) => [
      file('t.csv', `id,all\n1,${times(3_000 * scale, String, ';')}\n`),
      mapping(
        `${head}claims:\n  - { subject: { from: "{all}", split: ";" }, predicate: ISSUED, object: { from: "{all}", split: ";" } }\n`,
      ),
    ],
  },
  {
    name: 'a table of many problems',
    parts: (scale) => [file('t.csv', `id\n${times(300_000 * scale, (n) => `é ${n}\n`)}`), mapping(people)],
  },
  {
    name: '10,000 people with claims',
    parts: (scale) => [file('good.jsonl', `${list}${times(10_000 * scale, (n) => person(n) + statement(n))}`)],
  },
];
