/** Tables of the built-in data, read by the mapping beside each, and columns that hold several values by position. */
import { describe, expect, it } from 'vitest';
import type { InvalidInput } from '../../src/changesets/problem.js';
import { readDataset } from '../../src/import/dataset.js';
import { edited, importFilesOf, smallData, type Files } from '../support/small-data.js';

const regions = 'regions/regions.csv';
const head = 'id,level,name:en,name:zh,description,code:Test,code:Test.from,code:Test.until,PART_OF,PART_OF.from,PART_OF.until';
const documents = edited(
  'documents.yaml',
  '- id: document:codes',
  '- id: document:lists\n  title: The lists\n- id: document:codes',
);
const mapping = `document: document:codes
record: { from: "{code:Test}", split: "|" }
lists:
  places: { from: { place: "{PART_OF}", from: "{PART_OF.from}", until: "{PART_OF.until}" }, split: "|" }
  codes: { from: { code: "{code:Test}", from: "{code:Test.from}", until: "{code:Test.until}" }, split: "|" }
entities:
  - id: "{id}"
    properties: { level: "{level}" }
    names:
      - { value: "{name:en}", lang: en }
      - { value: "{name:zh}", lang: zh }
    description: "{description}"
    codes: [ { scheme: Test, value: { from: "{code:Test}", split: "|" } } ]
claims:
  - each: places
    unless: { until: "" }
    subject: "{id}"
    predicate: PART_OF
    object: "{place}"
    from: "{from}"
    until: "{until}"
    evidence: [ { document: document:lists, summary: It was there. } ]
  - each: places
    when: { until: "" }
    subject: "{id}"
    predicate: PART_OF
    object: "{place}"
    from: "{from}"
    evidence:
      - { summary: It is there. }
      - { document: document:lists, supports: DATES, summary: Since then. }
  - { each: codes, subject: "{id}", predicate: codes, value: "Test {code}", from: "{from}", until: "{until}" }
`;
const withDates: Files = { ...documents, 'regions/regions.mapping.yaml': mapping };
const table = (xian: string): Files => ({
  ...withDates,
  [regions]: `${head}\nregion:CN,COUNTRY,China,中国,,CN,,,,,\nregion:OLD,PROVINCE,Old,老,No more.,61,,1990,region:CN,[..1981-12-31],1990\n${xian}\n`,
});
const xian = "region:XIAN,PREFECTURE,Xi'an,西安市,,610100|6101,1990|[..1981-12-31],|1990,region:CN|region:OLD,1990|1981,|1990";

const claimsOf = (files: Files, id: string) =>
  readDataset(importFilesOf(files))
    .claims.filter(({ subject, predicate }) => subject === id && predicate !== 'names')
    .map(({ predicate, object, value, from, until, evidence }) => [
      predicate,
      object ?? value,
      from,
      until,
      evidence.map(({ document, record, supports = 'FACT' }) => `${document} ${record} ${supports}`),
    ]);

function problemsOf(files: Files) {
  try {
    readDataset(importFilesOf(files));
    return [];
  } catch (error) {
    return (error as InvalidInput).problems.map(({ line, column, value, message }) => [line, column, value, message]);
  }
}

describe('columns that hold several values by position', () => {
  it('make an item of each position', () => {
    expect(claimsOf(table(xian), 'region:XIAN')).toEqual([
      ['PART_OF', 'region:OLD', '1981', '1990', ['document:lists 610100 FACT']],
      ['PART_OF', 'region:CN', '1990', undefined, ['document:codes 610100 FACT', 'document:lists 610100 DATES']],
      ['codes', 'Test 610100', '1990', undefined, ['document:codes 610100 FACT']],
      ['codes', 'Test 6101', '[..1981-12-31]', '1990', ['document:codes 610100 FACT']],
    ]);
  });

  it('may have fewer values than the first, and leave out what the first leaves out', () => {
    const gaps = xian.replace('region:CN|region:OLD,1990|1981,|1990', 'region:CN||region:OLD,1990||1981,');
    expect(claimsOf(table(gaps), 'region:XIAN').slice(0, 2)).toEqual([
      ['PART_OF', 'region:CN', '1990', undefined, ['document:codes 610100 FACT', 'document:lists 610100 DATES']],
      ['PART_OF', 'region:OLD', '1981', undefined, ['document:codes 610100 FACT', 'document:lists 610100 DATES']],
    ]);
  });

  it('gives the entity all its codes, and a description', () => {
    const { entities } = readDataset(importFilesOf(table(xian)));
    expect(entities.find(({ id }) => id === 'region:XIAN')?.codes.map(({ value }) => value)).toEqual(['610100', '6101']);
    expect(entities.find(({ id }) => id === 'region:OLD')?.description).toBe('No more.');
  });

  it.each([
    [
      'a date that is none',
      xian.replace(',1990|1981,', ',1990|198x,'),
      [4, 10, '1990|198x', expect.stringContaining('must be an EDTF date')],
    ],
    [
      'a date by accident',
      xian.replace(',1990|1981,', ',1990|2010-11|2011-12,'),
      [4, 10, '1990|2010-11|2011-12', 'must have no more parts than {PART_OF}, which has 2'],
    ],
    [
      'more dates than values',
      xian.replace(',|1990,region', ',|1990|1991,region'),
      [4, 8, '|1990|1991', 'must have no more parts than {code:Test}, which has 2'],
    ],
    [
      'an unknown object',
      xian.replace('|region:OLD', '|region:OLE'),
      [4, 9, 'region:CN|region:OLE', expect.stringContaining('region:OLE')],
    ],
  ])('refuses %s', (_, row, expected) => expect(problemsOf(table(row))).toEqual([expected]));
});

describe('a table', () => {
  const { 'regions/regions.mapping.yaml': own = '', ...others } = smallData;
  const sentences = (files: Files) => {
    try {
      return readDataset(importFilesOf(files)).entities.length;
    } catch (error) {
      return (error as InvalidInput).problems.map(({ file, message }) => `${file} ${message}`);
    }
  };

  it('is read by the mapping whose name begins its own, the longest first', () => {
    expect(sentences({ ...others, 'regions/reg.mapping.yaml': own })).toBe(8);
    expect(sentences({ ...smallData, 'regions/reg.mapping.yaml': 'document: document:none\nrecord: "{none}"\n' })).toBe(8);
  });

  it('without a mapping is refused', () => {
    expect(sentences(others)).toEqual(['regions/regions.csv is a table without a mapping: add regions/regions.mapping.yaml']);
  });

  it('has all columns that its mapping reads, and no others', () => {
    const without = { ...smallData, [regions]: (smallData[regions] ?? '').replace('name:zh', 'name:de') };
    expect(sentences(without)).toEqual([
      expect.stringContaining('regions/regions.mapping.yaml names an unknown column: "name:zh"'),
      expect.stringContaining('regions/regions.mapping.yaml names an unknown column: "name:zh"'),
      'regions/regions.csv is a column that the mapping does not read',
    ]);
  });

  it('holds ids, not names', () => {
    const named = own.replace('object: "{PART_OF}"', 'object: { from: "{name:en}", match: Region }');
    const read = named.replace('value: "Test {code:Test}"', 'value: "Test {code:Test} {PART_OF}"');
    expect(sentences({ ...smallData, 'regions/regions.mapping.yaml': read })).toContain(
      'regions/regions.csv must be an id: names are not looked up in the built-in data',
    );
  });
});
