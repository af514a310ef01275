/** A mistake in a mapping is one error, at its place in the mapping, before any row is read. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sentence, type Problem } from '../../src/changesets/problem.js';
import { missingColumns, parsedMapping } from '../../src/import/mapping/mapping.js';

/** Lines 1 to 14: each test replaces a part of one. */
const right = `document: document:list
record: "{no}"
dates: { formats: [YYYY/MM/DD], none: ["-"], earliest: "1949-10-01" }
lookups: { kinds: { n: NOTICE, p: PLAN }, agencies: { a: agency:cn-mofcom } }
lists: { words: { from: "{words}", split: ";", pattern: "(?<word>.+)" } }
once: [ { id: "document:list", title: The list } ]
entities:
  - { id: "policy:{no|slug}", names: [ { value: "{title}", lang: zh, kind: PREFERRED } ], properties: { kind: { from: "{kind}", lookup: kinds }, announcedOn: { from: "{on}", as: date, otherwise: skip } } }
  - { id: "topic:{word|slug}", each: words, shared: true, names: [ { value: "{word}", lang: zh } ] }
claims:
  - { subject: { from: "{by}", split: ";", lookup: agencies, match: Agency }, predicate: ISSUED, object: "policy:{no|slug}", attributes: { role: LEAD }, unless: { by: "" } }
  - { subject: "policy:{no|slug}", predicate: PROVIDES, value: "{text}", from: { from: "{on}", as: date }, evidence: [ { supports: FACT } ] }
observations:
  - { indicator: "indicator:{no|slug}", period: "{on}", value: { from: "{value}", as: number }, unit: 万元, kind: TARGET, region: "region:CN" }
`;

function problemsOf(text: string): string[] {
  const problems: Problem[] = [];
  const mapping = parsedMapping({ path: 'map.yaml', text }, problems);
  const columns = ['no', 'title', 'kind', 'on', 'words', 'by', 'text', 'value'];
  return [...problems, ...(mapping === undefined ? [] : missingColumns(mapping, columns))].map(sentence);
}

describe('a mistake in a mapping', () => {
  it('is in none of the mappings of the project', () => {
    expect(problemsOf(right)).toEqual([]);
    const regions = new URL('../../data/regions/', import.meta.url);
    const files = readdirSync(regions)
      .filter((name) => name.endsWith('.mapping.yaml'))
      .map((name) => new URL(name, regions));
    files.push(new URL('../../examples/own-data/policies.yaml', import.meta.url));
    for (const file of files) {
      const problems: Problem[] = [];
      parsedMapping({ path: file.pathname, text: readFileSync(file, 'utf8') }, problems);
      expect(problems).toEqual([]);
    }
    expect(files.length).toBeGreaterThan(4);
  });

  it.each([
    ['document:', 'documnt:', /^map\.yaml:1:1 must have "document"/],
    ['document: document:list', 'document: list', /^map\.yaml:1:11 /],
    ['document: document:list', 'document: region:CN', /^map\.yaml:1:11 must be a Document, and "region:CN" is not/],
    ['{no}"', '{no|slog}"', /^map\.yaml:2:9 names an unknown filter: "slog"; .* Did you mean "slug"\?/],
    ['{no}"', '{mo}"', /^map\.yaml:2:9 names an unknown column: "mo"; the table has no, .* Did you mean "no"\?/],
    ['YYYY/', 'YYY/', /^map\.yaml:3:20 has "YYY", which is not a token: .* Did you mean "YYYY"\?/],
    ['/MM/', '/MMM/', /^map\.yaml:3:20 has "MMM", which is not a token: .* Did you mean "MM"\?/],
    ['"1949-10-01"', '"1949/10/01"', /^map\.yaml:3:\d+ /],
    ['formats:', 'format:', /^map\.yaml:3:\d+ is an unknown key: "format"; .* Did you mean "formats"\?/],
    ['n: NOTICE', 'n: NOTISE', /^map\.yaml:4:24 must be one of LAW, .* Did you mean "NOTICE"\?/],
    ['a: agency:cn-mofcom', 'a: region:CN', /^map\.yaml:4:\d+ must be a Agency for ISSUED/],
    ['(?<word>', '(?<word', /^map\.yaml:5:\d+ is no regular expression/],
    ['title: The list', 'titel: The list', /^map\.yaml:6:\d+ .*"titel"/],
    [
      'id: "policy:{no',
      'id: "polcy:{no',
      /^map\.yaml:8:\d+ must have an id that begins with a type: .* Did you mean "policy:"\?/,
    ],
    ['lang: zh, kind', 'lang: chinese, kind', /^map\.yaml:8:6\d /],
    ['kind: PREFERRED', 'kind: PREFERED', /^map\.yaml:8:\d+ must be one of .* Did you mean "PREFERRED"\?/],
    [
      'announcedOn:',
      'anouncedOn:',
      /^map\.yaml:8:\d+ is an unknown property of Policy: "anouncedOn"; .* Did you mean "announcedOn"\?/,
    ],
    ['lookup: kinds', 'lookup: kind', /^map\.yaml:8:\d+ names an unknown lookup table: "kind"; .* Did you mean "kinds"\?/],
    ['as: date, otherwise', 'as: dates, otherwise', /^map\.yaml:8:\d+ must be one of .* Did you mean "date"\?/],
    ['otherwise: skip', 'otherwise: skips', /^map\.yaml:8:\d+ must be one of .* Did you mean "skip"\?/],
    ['as: date, otherwise', 'as: integer, otherwise', /^map\.yaml:8:\d+ must be text/],
    ['each: words', 'each: word', /^map\.yaml:9:\d+ names an unknown list: "word"; .* Did you mean "words"\?/],
    ['match: Agency', 'match: Agancy', /^map\.yaml:11:\d+ must be one of .* Did you mean "Agency"\?/],
    ['match: Agency', 'match: Region', /^map\.yaml:11:\d+ must be a Agency for ISSUED \("Region"\)/],
    ['predicate: ISSUED', 'predicate: ISUED', /^map\.yaml:11:\d+ is not known; .* Did you mean "ISSUED"\?/],
    ['predicate: ISSUED', 'predicate: issued', /^map\.yaml:11:\d+ is not known; .* Did you mean "ISSUED"\?/],
    ['predicate: ISSUED', 'predicat: ISSUED', /is an unknown key: "predicat"; .* Did you mean "predicate"\?/],
    ['object: "policy', 'object: "person', /^map\.yaml:11:\d+ must be a Policy.*, and "person:x" is not/],
    ['role: LEAD', 'role: LEED', /^map\.yaml:11:\d+ must be one of .* Did you mean "LEAD"\?/],
    ['role: LEAD', 'rol: LEAD', /^map\.yaml:11:\d+ is for "rol", an unknown attribute of ISSUED; .* Did you mean "role"\?/],
    ['unless: { by:', 'unless: { bi:', /^map\.yaml:11:\d+ names an unknown column: "bi"; .* Did you mean "by"\?/],
    ['predicate: PROVIDES, value', 'predicate: PROVIDES, object', /^map\.yaml:12:\d+ /],
    ['subject: "policy', 'subject: "region', /^map\.yaml:12:\d+ must be a Policy or Program for PROVIDES/],
    ['supports: FACT', 'supports: FACTS', /^map\.yaml:12:\d+ must be one of .* Did you mean "FACT"\?/],
    ['"indicator:', '"indicatr:', /^map\.yaml:14:\d+ names an unknown entity: "indicatr:x"/],
    ['unit: 万元', 'unit: brl1', /^map\.yaml:14:\d+ must be a currency of ISO 4217/],
    ['kind: TARGET', 'kind: TARGETS', /^map\.yaml:14:\d+ must be one of .* Did you mean "TARGET"\?/],
    ['region: "region:CN"', 'region: "agency:x"', /^map\.yaml:14:\d+ must be a Region, and "agency:x" is not/],
    ['region: "region', 'regoin: "region', /^map\.yaml:14:\d+ is an unknown key: "regoin"; .* Did you mean "region"\?/],
  ])('is one error: %s as %s', (part, mistake, cause) => {
    expect(right).toContain(part);
    const problems = problemsOf(right.replace(part, mistake));
    expect(problems.join('\n')).toMatch(new RegExp(cause.source, 'm'));
    expect(problems.length).toBeLessThanOrEqual(2);
  });
});
