/** A small import folder and the archived text that it rests on: the good case, and the start of every bad one. */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { ImportFile } from '../../src/import/files.js';

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A menu, an article of three sentences, and a foot; the note of music is two UTF-16 units and one code point. */
export const menu = 'Home 𝄞 News\n';
export const sentences = [
  'The ministry issued a notice on 5 February 2024.',
  'It covers the city of Xi’an (西安).',
  'Ten cars were sold.',
] as const;
const foot = '\nSubscribe now\n';
export const text = `${menu}${sentences.join(' ')}${foot}`;

/** Code points. */
export function placeOf(passage: string): { readonly start: number; readonly end: number; readonly sha256: string } {
  const start = Array.from(text.slice(0, text.indexOf(passage))).length;
  return { start, end: start + Array.from(passage).length, sha256: hash(passage) };
}

const evidence = (passage: string): string => {
  const { start, end, sha256 } = placeOf(passage);
  return `{ start: ${start}, end: ${end}, sha256: ${sha256}, summary: What it says. }`;
};
const uncovered = (passage: string): string =>
  evidence(passage).replace('{', '{ document: document:article,').replace('summary: What it says.', 'reason: BOILERPLATE');

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

export const smallData: Files = {
  'documents.yaml': `- id: document:article
  title: The article
  language: en
  sha256: ${hash(text)}
  rangeStart: ${Array.from(menu).length}
  rangeEnd: ${Array.from(text).length}
- id: document:codes
  title: The codes
`,
  'agencies.yaml': `- id: agency:ministry
  kind: MINISTRY
  names:
    - { value: The ministry, lang: en }
- id: agency:office
  names:
    - { value: The office, lang: en }
`,
  'policies.yaml': `- id: policy:notice
  kind: NOTICE
  names: [ { value: The notice, lang: en } ]
`,
  'indicators.yaml': `- id: indicator:cars-sold
  names: [ { value: Cars sold, lang: en } ]
`,
  'regions/regions.mapping.yaml': `document: document:codes
record: { from: "{code:Test}", split: "|" }
entities:
  - id: "{id}"
    properties: { level: "{level}" }
    names:
      - { value: "{name:en}", lang: en }
      - { value: "{name:zh}", lang: zh }
    codes: [ { scheme: Test, value: { from: "{code:Test}", split: "|" } } ]
claims:
  - { subject: "{id}", predicate: PART_OF, object: "{PART_OF}", summary: The record places it there. }
  - { subject: "{id}", predicate: codes, value: "Test {code:Test}", summary: The record gives its code. }
  - { subject: "{id}", predicate: names, value: "{name:zh}", summary: The record gives it this name. }
`,
  'regions/regions.csv': `id,level,name:en,name:zh,code:Test,PART_OF
region:CN,COUNTRY,China,中国,CN,
region:XIAN,PREFECTURE,Xi'an,西安市,610100,region:CN
`,
  'claims/article.yaml': `document: document:article
claims:
  - subject: agency:ministry
    predicate: ISSUED
    object: policy:notice
    attributes: { role: LEAD }
    from: "2024-02-05"
    evidence:
      - ${evidence(sentences[0])}
  - subject: policy:notice
    predicate: announcedOn
    value: "2024-02-05"
    evidence:
      - ${evidence(sentences[0])}
  - subject: policy:notice
    predicate: COVERS
    object: region:XIAN
    evidence:
      - ${evidence(sentences[1])}
  - subject: agency:office
    predicate: PART_OF
    object: agency:ministry
    evidence:
      - ${evidence(sentences[0])}
observations:
  - indicator: indicator:cars-sold
    about: [ policy:notice ]
    value: 10
    unit: "{car}"
    kind: ACTUAL
    evidence:
      - ${evidence(sentences[2])}
`,
  'uncovered.yaml': `- ${uncovered('Home 𝄞 News')}
- ${uncovered('Subscribe now')}
`,
};

/** The small data with a passage of one file replaced. */
export function edited(path: string, from: string, to: string, files: Files = smallData): Files {
  const before = files[path];
  if (before?.includes(from) !== true) throw new Error(`${path} has no "${from}".`);
  return { ...files, [path]: before.replace(from, () => to) };
}

export function importFilesOf(files: Files): ImportFile[] {
  return Object.entries(files).map(([path, content]) => ({ path, text: content }));
}

/** A new folder with these files. */
export function folderOf(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-files-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}
