/** Tables that say when what they hold was so. */
import { describe, expect, it } from 'vitest';
import type { ImportError } from '../../src/changesets/problem.js';
import { readDataset } from '../../src/import/dataset.js';
import { edited, importFilesOf, smallData, type Files } from '../support/small-data.js';

const regions = 'regions/regions.csv';
const head = 'id,level,name:en,name:zh,description,code:Test,code:Test.from,code:Test.until,PART_OF,PART_OF.from,PART_OF.until';
const documents = edited(
  'documents.yaml',
  '- id: document:codes',
  '- id: document:lists\n  title: The lists\n- id: document:codes',
);
const withDates = edited(
  'tables.yaml',
  '  names: [ "name:zh" ]\n',
  `  names: [ "name:zh" ]
  documents:
    "PART_OF.from": { document: document:lists, key: "code:Test" }
    "code:Test.from": { document: document:lists, key: "code:Test" }
`,
  documents,
);
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
    return (error as ImportError).problems.map(({ line, column, value, message }) => [line, column, value, message]);
  }
}

describe('a table with dates', () => {
  it('makes a claim of each value, of what has ended by the document of the dates alone', () => {
    expect(claimsOf(table(xian), 'region:XIAN')).toEqual([
      ['PART_OF', 'region:CN', '1990', undefined, ['document:codes 610100 FACT', 'document:lists 610100 DATES']],
      ['PART_OF', 'region:OLD', '1981', '1990', ['document:lists 610100 FACT']],
      ['codes', 'Test 610100', '1990', undefined, ['document:codes 610100 FACT', 'document:lists 610100 DATES']],
      ['codes', 'Test 6101', '[..1981-12-31]', '1990', ['document:lists 610100 FACT']],
    ]);
  });

  it('gives the entity all its codes, and a description', () => {
    const { entities } = readDataset(importFilesOf(table(xian)));
    expect(entities.find(({ id }) => id === 'region:XIAN')?.codes.map(({ value }) => value)).toEqual(['610100', '6101']);
    expect(entities.find(({ id }) => id === 'region:OLD')?.description).toBe('No more.');
  });

  it('is as before where there are no dates', () => {
    expect(claimsOf(smallData, 'region:XIAN')).toEqual([
      ['PART_OF', 'region:CN', undefined, undefined, ['document:codes 610100 FACT']],
      ['codes', 'Test 610100', undefined, undefined, ['document:codes 610100 FACT']],
    ]);
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
      [4, 10, '1990|2010-11|2011-12', 'must have no more parts than "PART_OF", which has 2'],
    ],
    [
      'more dates than values',
      xian.replace(',|1990,region', ',|1990|1991,region'),
      [4, 8, '|1990|1991', 'must have no more parts than "code:Test", which has 2'],
    ],
    [
      'an unknown object',
      xian.replace('|region:OLD', '|region:OLE'),
      [4, 9, 'region:CN|region:OLE', expect.stringContaining('region:OLE')],
    ],
  ])('refuses %s', (_, row, expected) => expect(problemsOf(table(row))).toEqual([expected]));
});
