/** Citations of a fact, in every form. */
import * as fc from 'fast-check';
import { createTranslator } from 'use-intl/core';
import { describe, expect, it } from 'vitest';
import { bibtexOf } from '../../../web/explorer/cite/bibtex.ts';
import { cslDate, cslOf } from '../../../web/explorer/cite/csl.ts';
import type { CitedEvidence } from '../../../web/explorer/cite/source.ts';
import { citationText } from '../../../web/explorer/cite/text.ts';
import { messages as en } from '../../../web/explorer/messages/en.ts';
import { messages as zh } from '../../../web/explorer/messages/zh.ts';
import { DateWords } from '../../../web/explorer/parts/date-words.ts';

const document: CitedEvidence['document'] = {
  id: 'document:china-oks-exports',
  key: 'document:china-oks-exports',
  name: 'China OKs exports: 5% & more',
  publisher: 'Economic Daily',
  language: 'en',
  url: 'https://example.org/a_b?c=1&d=%7E',
  publishedOn: { edtf: '2019-04-29' },
  writtenOn: null,
};
const passage: CitedEvidence = { summary: 'Xiamen is in the pilot.', record: null, locator: { start: 394, end: 1618 }, document };
const record: CitedEvidence = {
  summary: 'The record gives its code.',
  record: 'CN-350200',
  locator: null,
  document: { ...document, name: 'Codes', publisher: null, url: null, publishedOn: null, writtenOn: { edtf: '2021~' } },
};
const undated: CitedEvidence = { ...passage, document: { ...document, publishedOn: null } };
const today = '2026-11-27';

describe('a citation in words', () => {
  const dates = (language: 'en' | 'zh') =>
    language === 'en'
      ? new DateWords(createTranslator({ locale: 'en', messages: en, namespace: 'dates' }), 'en-GB')
      : new DateWords(createTranslator({ locale: 'zh', messages: zh, namespace: 'dates' }), 'zh-CN');
  const text = (evidence: CitedEvidence, language: 'en' | 'zh' = 'en') =>
    citationText(evidence, today, {
      t: createTranslator({ locale: language, messages: language === 'en' ? en : zh, namespace: 'cite' }),
      date: (edtf) => dates(language).of(edtf),
    });

  it('has the source, the outlet, the date, the place and the day of access', () => {
    expect(text(passage)).toBe(
      '“China OKs exports: 5% & more”, Economic Daily, 29 April 2019, characters 394 to 1,618. https://example.org/a_b?c=1&d=%7E Accessed 27 November 2026.',
    );
    expect(text(passage, 'zh')).toBe(
      '《China OKs exports: 5% & more》，Economic Daily，2019年4月29日，第 394 至 1,618 字符。 https://example.org/a_b?c=1&d=%7E 访问日期：2026年11月27日。',
    );
  });

  it('leaves out what is unknown, and says that a source is undated', () => {
    expect(text(record)).toBe('“Codes”, about 2021, record CN-350200. Accessed 27 November 2026.');
    expect(text(undated)).toContain('Economic Daily, undated, characters');
  });
});

describe('a citation as BibTeX', () => {
  it('has fields that BibTeX knows, with signs of TeX escaped', () => {
    expect(bibtexOf(passage, today)).toBe(`@misc{china-oks-exports,
  title = {{China OKs exports: 5\\% \\& more}},
  howpublished = {Economic Daily},
  year = {2019},
  month = {4},
  url = {https://example.org/a_b?c=1&d=%7E},
  urldate = {2026-11-27},
  language = {en},
  note = {characters 394-1618: Xiamen is in the pilot.}
}
`);
    expect(bibtexOf(record, today)).toContain('  date = {2021~},\n');
    expect(bibtexOf(undated, today)).not.toMatch(/ (?:year|date) = /);
  });

  it('closes each brace that it opens, whatever a title holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string(), (name, url) => {
        const entry = bibtexOf({ ...passage, summary: name, document: { ...document, name, publisher: name, url } }, today);
        let depth = 0;
        for (const sign of entry.replaceAll(/\\[{}]/g, '')) {
          depth += sign === '{' ? 1 : sign === '}' ? -1 : 0;
          if (depth < 0) return false;
        }
        return depth === 0;
      }),
    );
  });
});

describe('a citation as CSL JSON', () => {
  it('has what reference managers read', () => {
    expect(JSON.parse(JSON.stringify(cslOf(passage, today)))).toEqual({
      id: 'china-oks-exports',
      type: 'webpage',
      title: document.name,
      publisher: 'Economic Daily',
      'container-title': 'Economic Daily',
      language: 'en',
      issued: { 'date-parts': [[2019, 4, 29]] },
      URL: document.url,
      accessed: { 'date-parts': [[2026, 11, 27]] },
      locator: 'characters 394-1618',
      note: 'Xiamen is in the pilot.',
    });
    expect(cslOf(record, today)).toMatchObject({ type: 'document', locator: 'record CN-350200' });
  });

  it.each([
    ['2019', { 'date-parts': [[2019]] }],
    ['2024-03', { 'date-parts': [[2024, 3]] }],
    ['2021~', { 'date-parts': [[2021]], circa: true }],
    ['2019/2021-05', { 'date-parts': [[2019], [2021, 5]] }],
    ['2023-21', { literal: '2023-21' }],
    ['201X', { literal: '201X' }],
    ['2019/..', { literal: '2019/..' }],
    ['[2019,2021]', { literal: '[2019,2021]' }],
  ])('gives the date %s as parts, or as it is', (edtf, expected) => {
    expect(cslDate(edtf)).toEqual(expected);
  });
});
