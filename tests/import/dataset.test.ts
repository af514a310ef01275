import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFiles, versionOf } from '../../src/import/files.js';
import { readDataset, readLocatedDataset } from '../../src/import/dataset.js';
import { InvalidInput, type Problem } from '../../src/changesets/problem.js';
import { edited, folderOf, importFilesOf, smallData, type Files } from '../support/small-data.js';

const claims = 'claims/article.yaml';
const regions = 'regions/regions.csv';

function problemsOf(files: Files): readonly Problem[] {
  try {
    readDataset(importFilesOf(files));
    return [];
  } catch (error) {
    if (error instanceof InvalidInput) return error.problems;
    throw error;
  }
}

describe('a good folder', () => {
  it('makes entities, claims and observations', () => {
    const folder = folderOf(smallData);
    const dataset = readDataset(importFiles(folder));
    rmSync(folder, { recursive: true });
    expect(dataset.entities.map(({ id, label }) => `${label} ${id}`)).toEqual([
      'Agency agency:ministry',
      'Agency agency:office',
      'Document document:article',
      'Document document:codes',
      'Indicator indicator:cars-sold',
      'Policy policy:notice',
      'Region region:CN',
      'Region region:XIAN',
    ]);
    expect(dataset.claims.map(({ subject, predicate, object, value }) => [subject, predicate, object ?? value])).toEqual([
      ['agency:ministry', 'ISSUED', 'policy:notice'],
      ['policy:notice', 'announcedOn', '2024-02-05'],
      ['policy:notice', 'COVERS', 'region:XIAN'],
      ['agency:office', 'PART_OF', 'agency:ministry'],
      [dataset.observations[0]?.id, 'value', 10],
      ['region:CN', 'codes', 'Test CN'],
      ['region:CN', 'names', '中国'],
      ['region:XIAN', 'PART_OF', 'region:CN'],
      ['region:XIAN', 'codes', 'Test 610100'],
      ['region:XIAN', 'names', '西安市'],
    ]);
    expect(dataset.observations).toMatchObject([
      {
        indicator: 'indicator:cars-sold',
        about: ['policy:notice'],
        value: 10,
        unit: '{car}',
        comparator: 'EXACT',
        kind: 'ACTUAL',
      },
    ]);
  });

  it('gives a table row its names, codes and properties', () => {
    const { entities } = readDataset(importFilesOf(smallData));
    expect(entities.find(({ id }) => id === 'region:XIAN')).toEqual({
      id: 'region:XIAN',
      label: 'Region',
      description: undefined,
      identifiers: [],
      codes: [{ scheme: 'Test', value: '610100' }],
      properties: { level: 'PREFECTURE' },
      names: [
        { value: "Xi'an", lang: 'en', kind: 'PREFERRED' },
        { value: '西安市', lang: 'zh', kind: 'PREFERRED' },
      ],
    });
  });

  it('is the same with a byte-order mark and with CRLF', () => {
    const windows = Object.fromEntries(
      Object.entries(smallData).map(([path, text]) => [path, `\uFEFF${text.replaceAll('\n', '\r\n')}`]),
    );
    expect(readDataset(importFilesOf(windows))).toEqual(readDataset(importFilesOf(smallData)));
  });

  it('has a version that changes with its files', () => {
    const version = versionOf(importFilesOf(smallData));
    expect(versionOf(importFilesOf({ ...smallData }))).toBe(version);
    expect(versionOf(importFilesOf(edited('agencies.yaml', 'The office', 'An office')))).not.toBe(version);
  });

  it('makes one claim of two that say the same, with the evidence of both', () => {
    const more = `document: document:codes\nclaims:\n  - subject: agency:office\n    predicate: PART_OF\n    object: agency:ministry\n    evidence: [ { record: "7", summary: The same. } ]\n`;
    const files = importFilesOf({ ...smallData, 'claims/more.yaml': more });
    expect(
      readDataset(files)
        .claims.filter(({ subject }) => subject === 'agency:office')
        .map(({ evidence }) => evidence.map(({ document }) => document)),
    ).toEqual([['document:article', 'document:codes']]);
    expect(readLocatedDataset(files).claims.filter(({ item }) => item.subject === 'agency:office')).toHaveLength(2);
  });

  it('distinguishes evidence of dates from evidence of the fact', () => {
    const second = '{ supports: DATES, record: "7", summary: The day. }\n      - { supports: FACT,';
    const files = edited(
      claims,
      'from: "2024-02-05"\n    evidence:\n      - {',
      `from: "2024-02-05"\n    evidence:\n      - ${second}`,
    );
    const [issued] = readDataset(importFilesOf(files)).claims;
    expect(issued?.evidence.map(({ supports }) => supports)).toEqual(['DATES', undefined]);
    expect(issued?.id).not.toBe(readDataset(importFilesOf(smallData)).claims[0]?.id);
  });

  it('gives the place of each piece of evidence', () => {
    const { claims: located } = readLocatedDataset(importFilesOf(smallData));
    expect(located[2]?.problem(['evidence', 0, 'sha256'], 'is wrong')).toMatchObject({
      file: claims,
      line: 19,
      column: 39,
      message: 'is wrong',
    });
  });
});

/** What is wrong, where it is put, and what is said of it: file, line, column, value, sentence. */
const bad: readonly [
  what: string,
  path: string,
  from: string,
  to: string,
  ...expected: (readonly [number, number, unknown, string])[],
][] = [
  [
    'not YAML',
    'agencies.yaml',
    'names:\n    - { value: The office, lang: en }',
    'names: [ { value: The office, lang: en }',
    [7, 1, undefined, 'Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  [
    'a key twice',
    claims,
    'predicate: COVERS',
    'predicate: COVERS\n    predicate: COVERS',
    [17, 5, undefined, 'Map keys must be unique'],
  ],
  [
    'an unknown key',
    'agencies.yaml',
    'kind: MINISTRY',
    'sort: MINISTRY',
    [2, 9, 'MINISTRY', 'is an unknown key: "sort"; allowed: id, names, description, codes, identifiers, kind'],
  ],
  ['a missing key of a claim', claims, '    predicate: COVERS\n', '', [15, 5, undefined, 'must have "predicate"']],
  [
    'a missing key of an entity',
    'policies.yaml',
    '  names: [ { value: The notice, lang: en } ]\n',
    '',
    [1, 3, undefined, 'must have "names"'],
  ],
  [
    'a bad enum',
    'agencies.yaml',
    'kind: MINISTRY',
    'kind: MINISTERY',
    [
      2,
      9,
      'MINISTERY',
      'must be one of CABINET, MINISTRY, ADMINISTRATION, CENTRAL_BANK, DEPARTMENT, STATISTICS_OFFICE, LEGISLATURE, PARTY, ARMED_FORCE, INTERGOVERNMENTAL, OTHER. Did you mean "MINISTRY"?',
    ],
  ],
  [
    'a bad enum in a table',
    regions,
    'PREFECTURE',
    'TOWN',
    [3, 2, 'TOWN', 'must be one of WORLD, CONTINENT, SUBREGION, COUNTRY, PROVINCE, PREFECTURE, COUNTY, CITY, BLOC'],
  ],
  [
    'a bad date of a claim',
    claims,
    'from: "2024-02-05"',
    'from: "5 February 2024"',
    [7, 11, '5 February 2024', 'must be an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30]'],
  ],
  [
    'a bad date as a value',
    claims,
    'value: "2024-02-05"',
    'value: "February"',
    [12, 12, 'February', 'must be an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30]'],
  ],
  [
    'a day that is not',
    claims,
    'from: "2024-02-05"',
    'from: "2024-02-30"',
    [7, 11, '2024-02-30', 'must be an EDTF date such as 2019, 2024-02, 2024-02-05 or [2019-04-21..2019-04-30]'],
  ],
  ['a year without quotes', claims, 'from: "2024-02-05"', 'from: 2024', [7, 11, 2024, 'must be text: put it in quotes']],
  [
    'a year without quotes as a value',
    claims,
    'value: "2024-02-05"',
    'value: 2024',
    [12, 12, 2024, 'must be text: put it in quotes'],
  ],
  [
    'an id without a type',
    'agencies.yaml',
    'id: agency:office',
    'id: office',
    [
      5,
      7,
      'office',
      'must have an id that begins with a type: policy: program: agency: organization: person: region: sector: product: topic: event: indicator: document:',
    ],
  ],
  [
    'an id with a space',
    'agencies.yaml',
    'id: agency:office',
    'id: "agency:the office"',
    [5, 7, 'agency:the office', 'must be an id such as agency:cn-mofcom'],
  ],
  [
    'a bad id in a reference',
    claims,
    'object: policy:notice',
    'object: the notice',
    [5, 13, 'the notice', 'must be an id such as agency:cn-mofcom'],
  ],
  [
    'an id of another type in a table',
    regions,
    'region:XIAN,PREF',
    'agency:XIAN,PREF',
    [3, 2, 'PREFECTURE', 'is an unknown key: "level"; allowed: id, names, description, codes, identifiers, kind'],
  ],
  [
    'a duplicate id',
    'agencies.yaml',
    'id: agency:office',
    'id: agency:ministry',
    [5, 7, 'agency:ministry', 'is the id of another entity already, at agencies.yaml:1:7'],
  ],
  [
    'what a spreadsheet leaves in a table',
    regions,
    '西安市',
    '#N/A',
    [
      3,
      4,
      '#N/A',
      'is a placeholder for a missing value: leave the cell empty, list the text under "empty" of the mapping, or give it a meaning under lookups',
    ],
  ],
  [
    'a duplicate id in a table',
    regions,
    'region:XIAN,PREFECTURE',
    'region:CN,PREFECTURE',
    [3, 1, 'region:CN', 'is the id of another entity already, at regions/regions.csv:2:1'],
  ],
  [
    'a dangling reference',
    claims,
    'object: region:XIAN',
    'object: region:XIAM',
    [17, 13, 'region:XIAM', 'names an unknown entity: "region:XIAM"'],
  ],
  [
    'a dangling reference of an observation',
    claims,
    'about: [ policy:notice ]',
    'about: [ policy:notices ]',
    [27, 14, 'policy:notices', 'names an unknown entity: "policy:notices"'],
  ],
  [
    'a dangling reference in a table',
    regions,
    '610100,region:CN',
    '610100,region:CM',
    [3, 6, 'region:CM', 'names an unknown entity: "region:CM"'],
  ],
  [
    'the wrong label where a relation ends',
    claims,
    'object: region:XIAN',
    'object: agency:office',
    [17, 13, 'agency:office', 'must be a Region, and "agency:office" is not'],
  ],
  [
    'the wrong label where a relation begins',
    claims,
    'subject: policy:notice\n    predicate: COVERS',
    'subject: agency:office\n    predicate: COVERS',
    [15, 14, 'agency:office', 'must be a Policy or Program for COVERS'],
  ],
  [
    'ends of two labels',
    claims,
    'subject: agency:office\n    predicate: PART_OF',
    'subject: region:XIAN\n    predicate: PART_OF',
    [22, 13, 'agency:ministry', 'must be of the same type as the subject for PART_OF'],
  ],
  [
    'an unknown attribute',
    claims,
    'role: LEAD',
    'batch: 1',
    [6, 26, 1, 'is for "batch", an unknown attribute of ISSUED; it has role'],
  ],
  ['a bad attribute', claims, 'role: LEAD', 'role: BOSS', [6, 25, 'BOSS', 'must be one of LEAD, JOINT, ANNOUNCED']],
  [
    'an unknown predicate',
    claims,
    'predicate: announcedOn',
    'predicate: announcedAt',
    [
      11,
      16,
      'announcedAt',
      'is not known; it must be documentNumber, announcedOn, effectiveFrom, effectiveTo, status, unnamedIssuers, PROVIDES, PURPOSE, STATED, LISTS_ALL_MEMBERS, NOTE, or a relation of docs/model.md. Did you mean "announcedOn"?',
    ],
  ],
  [
    'a relation with a value',
    claims,
    'object: region:XIAN',
    'object: region:XIAN\n    value: 5',
    [18, 12, 5, 'is not allowed: COVERS connects two entities, so give the other one as object'],
  ],
  [
    'a relation without an object',
    claims,
    '    object: region:XIAN\n',
    '',
    [15, 5, undefined, 'must have an object: COVERS joins two entities'],
  ],
  [
    'a property with an object',
    claims,
    'value: "2024-02-05"',
    'value: "2024-02-05"\n    object: region:CN',
    [13, 13, 'region:CN', 'is not allowed: announcedOn is not a relation, so it takes a value'],
  ],
  [
    'a property without a value',
    claims,
    '    value: "2024-02-05"\n',
    '',
    [10, 5, undefined, 'must have a value: announcedOn is not a relation'],
  ],
  [
    "evidence outside of the document's range",
    claims,
    'start: 12',
    'start: 2',
    [9, 18, 2, "must lie in the document's own range, 12 to 129"],
  ],
  ['evidence that ends before it begins', claims, 'end: 60', 'end: 12', [9, 27, 12, 'must be greater than start']],
  [
    'evidence without a locator',
    claims,
    'start: 12, ',
    '',
    [9, 9, undefined, 'must have start, end and sha256 (a passage of a text), or record (the key of a record of a data set)'],
  ],
  [
    'evidence of its dates alone',
    claims,
    'from: "2024-02-05"\n    evidence:\n      - {',
    'from: "2024-02-05"\n    evidence:\n      - { supports: DATES,',
    [9, 7, undefined, 'must have evidence of what the claim says, not only of its dates'],
  ],
  [
    'evidence of dates that the claim lacks',
    claims,
    'object: region:XIAN\n    evidence:\n      - {',
    'object: region:XIAN\n    evidence:\n      - { record: "7", summary: It does. }\n      - { supports: DATES,',
    [20, 21, 'DATES', 'is not allowed: the claim has neither from nor until'],
  ],
  [
    'a PART_OF cycle',
    regions,
    'CN,\n',
    'CN,region:XIAN\n',
    [2, 6, 'region:XIAN', 'would create a PART_OF cycle'],
    [3, 6, 'region:CN', 'would create a PART_OF cycle'],
  ],
  [
    'something that is part of itself',
    claims,
    'object: agency:ministry',
    'object: agency:office',
    [22, 13, 'agency:office', 'would create a PART_OF cycle'],
  ],
  [
    'a second PREFERRED name',
    'agencies.yaml',
    '    - { value: The ministry, lang: en }',
    '    - { value: The ministry, lang: en }\n    - { value: Ministry, lang: en }',
    [5, 16, 'Ministry', 'is a second PREFERRED name in "en": give it a kind, such as ALIAS'],
  ],
  [
    'no PREFERRED name',
    'agencies.yaml',
    '- { value: The ministry, lang: en }',
    '- { value: The ministry, lang: en, kind: ALIAS }',
    [4, 5, undefined, 'must have a PREFERRED name in some language'],
  ],
  ['no name in a table', regions, "Xi'an,西安市", ',', [3, 3, '', 'must have a PREFERRED name in some language']],
  [
    'a ragged row',
    regions,
    '610100,region:CN',
    '610100',
    [3, 1, undefined, 'Invalid Record Length: columns length is 6, got 5 on line 3'],
  ],
];

describe('a folder with something wrong', () => {
  it.each(bad)('refuses %s', (_, path, from, to, ...expected) => {
    expect(problemsOf(edited(path, from, to))).toEqual(
      expected.map(([line, column, value, message]) => ({ file: path, line, column, value, message })),
    );
  });

  it('names all that is wrong at once', () => {
    const files = edited(claims, 'object: region:XIAN', 'object: region:XIAM', edited(claims, 'role: LEAD', 'role: BOSS'));
    expect(problemsOf(files).map(({ line }) => line)).toEqual([6, 17]);
  });

  it('says each problem in a line of file, line and column', () => {
    expect(() => readDataset(importFilesOf(edited('agencies.yaml', 'id: agency:office', 'id: agency:ministry')))).toThrow(
      'agencies.yaml:5:7 is the id of another entity already, at agencies.yaml:1:7 ("agency:ministry")',
    );
  });

  it('does not ask for a list of what no claim covers', () => {
    expect(problemsOf({ ...smallData, 'uncovered.yaml': 'nonsense: [' })).toEqual([]);
  });
});
