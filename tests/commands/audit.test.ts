import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { mergedClaims } from '../../src/changesets/claims.js';
import { readLocatedDataset } from '../../src/import/dataset.js';
import { importFiles, versionOf } from '../../src/import/files.js';
import { policygraph } from '../support/cli.js';
import { edited, importFilesOf, placeOf, sentences, smallData, type Files } from '../support/small-data.js';
import { archived, removeFolders, sources, temporary } from '../support/texts.js';

afterAll(removeFolders);
const archive = temporary(archived);
const claimFile = 'claims/article.yaml';
const idsOf = (files: Files) => mergedClaims(readLocatedDataset(importFilesOf(files)).claims).map(({ id }) => id);
const idOf = (predicate: string, files: Files = smallData) =>
  mergedClaims(readLocatedDataset(importFilesOf(files)).claims).find((claim) => claim.predicate === predicate)!.id;
const markOf = (claim: string, mark = 'RIGHT') => `- { claim: ${claim}, mark: ${mark}, on: "2026-11-27" }\n`;
const withMarks = (marks: string, files: Files = smallData): Files => ({ ...files, 'audit-marks.yaml': marks });
const onPassages = (files: Files = smallData) => idsOf(files).slice(0, 5);

const audit = (files: Files, ...args: string[]) =>
  policygraph(['audit', '--archive', archive, '--data', temporary(files), '--format', 'text', ...args]);

describe('audit', () => {
  it('prints the claims of a document in the order of their passages, each next to its own', async () => {
    const { code, out, err } = await audit(smallData);
    expect([code, err]).toEqual([0, '5 claims rest on passages: 5 unmarked\n']);
    expect(out).toContain(
      `
claims  right  over-precise  wrong  misplaced  unmarked  on records  document
`.trim(),
    );
    expect(out).toContain('     5      0             0      0          0         5           0  document:article\n');
    expect(out).toContain('     0      0             0      0          0         0           5  document:codes\n');
    expect(out.match(/^\d+\. .*\n.*/gm)!.map((each) => each.split('\n   ')[1])).toEqual([
      'The ministry (agency:ministry) — issued — The notice (policy:notice)',
      'The notice (policy:notice) — announced on — 2024-02-05',
      'The office (agency:office) — part of — The ministry (agency:ministry)',
      "The notice (policy:notice) — covers — Xi'an (region:XIAN)",
      expect.stringMatching(/^Cars sold \(observation:\w+\) — value — 10 \{car\}$/),
    ]);
    expect(out).toContain('   role: LEAD\n   from: 2024-02-05\n   summary: What it says.\n   characters 12 to 60\n');
    expect(out).toContain(`   > ${sentences[0]} ⟦${sentences[1]}⟧ ${sentences[2]}\n`);
    expect(out).toContain('   indicator: Cars sold (indicator:cars-sold)\n');
    expect(out).toContain('   about: The notice (policy:notice)\n');
  });

  it('prints who is cited, dates, units and the words of comparators', async () => {
    const cited = edited(
      claimFile,
      '    object: region:XIAN\n',
      '    object: region:XIAN\n    until: "2025"\n    attributedTo: [ agency:office, agency:ministry ]\n',
    );
    const more = edited(
      claimFile,
      '    value: 10\n',
      '    value: 12345.5\n    comparator: MORE_THAN\n    region: region:CN\n    period: "2023"\n',
      cited,
    );
    const { out } = await audit(more);
    expect(out).toContain('   until: 2025\n   attributed to: The office (agency:office); The ministry (agency:ministry)\n');
    expect(out).toContain(' — value — more than 12,345.5 {car}\n');
    expect(out).toContain('   region: China (region:CN)\n   period: 2023\n');
  });

  it('lists claims on records of data sets when asked', async () => {
    const { out } = await audit(smallData, '--records');
    expect(out.match(/^\d+\. /gm)).toHaveLength(10);
    expect(out).toContain("   Xi'an (region:XIAN) — part of — China (region:CN)\n");
    expect(out).toContain('   record 610100\n');
  });

  it('prints one document, with the claims that also rest on it', async () => {
    const { start, end, sha256 } = placeOf(sentences[2]);
    const other = edited(
      'documents.yaml',
      '- id: document:codes\n  title: The codes\n',
      `- id: document:other\n  title: The other\n  sha256: ${/sha256: (\w+)/.exec(smallData['documents.yaml']!)![1]}\n- id: document:codes\n  title: The codes\n`,
    );
    const both = edited(
      claimFile,
      '    object: region:XIAN\n    evidence:\n',
      `    object: region:XIAN\n    from: "2024"\n    evidence:\n      - { document: document:other, start: ${start}, end: ${end}, sha256: ${sha256}, supports: DATES, summary: The day. }\n`,
      other,
    );
    const { out, err } = await audit(both, '--document', 'document:other');
    expect(err).toBe('1 claim rests on passages: 1 unmarked\n');
    expect(out.match(/^\d+\. /gm)).toHaveLength(1);
    expect(out).toContain('   characters 95 to 114, only for the dates\n');
    expect(out).toContain('   characters 61 to 94 of document:article\n');
    expect((await audit(both)).out.match(/^\d+\. /gm)).toHaveLength(5);
    expect(await audit(both, '--document', 'document:none')).toEqual({
      code: 1,
      out: '',
      err: 'No claim rests on a document "document:none".\n',
    });
  });

  it('shows marks, and only the claims without one when asked', async () => {
    const marks = `- { claim: ${idOf('ISSUED')}, mark: OVER_PRECISE, on: "2026-11-27", comment: "Nobody led: it is joint." }\n${markOf(idOf('COVERS'))}`;
    const { out, err } = await audit(withMarks(marks));
    expect(err).toBe('5 claims rest on passages: 1 right, 1 over-precise, 3 unmarked\n');
    expect(out).toContain(`1. ${idOf('ISSUED')} [over-precise, 2026-11-27: Nobody led: it is joint.]\n`);
    const unmarked = await audit(withMarks(marks), '--unmarked');
    expect(unmarked.out.match(/^\d+\. /gm)).toHaveLength(3);
    expect(unmarked.out).toContain('     5      1             1      0          0         3           0  document:article\n');
  });

  it('takes the marks of another file', async () => {
    const folder = temporary({ 'mine.yaml': markOf(idOf('COVERS'), 'WRONG') });
    expect((await audit(smallData, '--marks', join(folder, 'mine.yaml'))).err).toBe(
      '5 claims rest on passages: 1 wrong, 4 unmarked\n',
    );
    expect(await audit(smallData, '--marks', join(folder, 'none.yaml'))).toEqual({
      code: 2,
      out: '',
      err: `There is no file ${join(folder, 'none.yaml')}.\n`,
    });
  });

  it('says where a passage is another, and which text is missing', async () => {
    const files = edited(claimFile, placeOf(sentences[1]).sha256, 'f'.repeat(64));
    expect((await audit(files)).out).toContain(
      '   > The text has another passage at 61 to 94 than the claim rests on: run "policygraph verify".\n',
    );
    const { code, out, err } = await policygraph([
      'audit',
      '--archive',
      temporary({ 'x.txt': 'x' }),
      '--data',
      temporary(smallData),
      '--format',
      'text',
    ]);
    expect([code, err]).toEqual([
      0,
      'document:article has no text in the archive or the graph: 5 claims are not listed\n5 claims rest on passages: 5 unmarked\n',
    ]);
    expect(out).toContain('document:article (no text in the archive or the graph)\n');
  });
});

describe('audit --strict', () => {
  const all = (files: Files = smallData) =>
    onPassages(files)
      .map((id) => markOf(id))
      .join('');

  it('passes when every claim is right', async () => {
    expect(await audit(withMarks(all()), '--strict')).toMatchObject({ code: 0, err: '5 claims rest on passages: 5 right\n' });
  });

  it.each([
    ['an unmarked claim', withMarks(all().slice(all().indexOf('\n') + 1)), '5 claims rest on passages: 4 right, 1 unmarked\n'],
    ['a wrong claim', withMarks(all().replace('RIGHT', 'WRONG')), '5 claims rest on passages: 4 right, 1 wrong\n'],
    ['a misplaced claim', withMarks(all().replace('RIGHT', 'MISPLACED')), '5 claims rest on passages: 4 right, 1 misplaced\n'],
    ['no marks', smallData, '5 claims rest on passages: 5 unmarked\n'],
  ])('fails on %s', async (_, files, err) => {
    expect(await audit(files, '--strict', '--unmarked')).toMatchObject({ code: 1, err });
  });

  it.each([
    ['another value', ['value: "2024-02-05"', 'value: "2024-02-06"']],
    ['another qualifier', ['role: LEAD', 'role: JOINT']],
    ['another summary', ['summary: What it says.', 'summary: What it means.']],
    ['another value of an observation', ['value: 10', 'value: 11']],
  ])('fails on a claim that was changed after it was read: %s', async (_, [from, to]) => {
    const { code, err } = await audit(withMarks(all(), edited(claimFile, from!, to!)), '--strict');
    expect(code).toBe(1);
    expect(err).toMatch(
      /^audit-marks.yaml:\d:12 is not the id of a claim: it was changed or taken out, and a changed claim is to be read again \("claim:\w+"\)\n5 claims rest on passages: 4 right, 1 unmarked\n$/,
    );
  });
});

describe('the file of the marks', () => {
  it.each([
    ['an unknown mark', markOf('claim:1', 'FINE'), '1:27 must be one of RIGHT, OVER_PRECISE, WRONG, MISPLACED ("FINE")'],
    ['no day', '- { claim: claim:1, mark: RIGHT }\n', '1:3 must have "on"'],
    [
      'a day that is none',
      markOf('claim:1').replace('2026-11-27', '27/11/26'),
      expect.stringMatching(/^1:38 .* \("27\/11\/26"\)$/),
    ],
    ['another key', markOf('claim:1').replace(' }', ', by: me }'), expect.stringMatching(/^1:56 is an unknown key/)],
    [
      'a claim marked twice',
      markOf('claim:1') + markOf('claim:1', 'WRONG'),
      '2:12 has a mark already: keep one of the two ("claim:1")',
    ],
    ['no list', 'claim: RIGHT', expect.stringMatching(/^1:1 must be array/)],
  ])('is refused with %s', async (_, marks, problem) => {
    const { code, err } = await audit(withMarks(marks));
    expect([code, err.replace('audit-marks.yaml:', '').trim()]).toEqual([1, problem]);
  });

  it('may be empty, and is no part of the data', async () => {
    expect((await audit(withMarks('# none yet\n'))).code).toBe(0);
    expect(versionOf(importFiles(temporary(withMarks(markOf('claim:1')))))).toBe(versionOf(importFiles(temporary(smallData))));
  });
});

describe('audit --marks-from', () => {
  const update = (data: string, ...args: string[]) => policygraph(['audit', '--data', data, ...args]);

  it('saves marks beside the data, in the order of the claims, and in the place of earlier ones', async () => {
    const data = temporary(smallData);
    const file = join(data, 'audit-marks.yaml');
    const saved = temporary({
      'a.yaml': markOf(idOf('COVERS')) + markOf(idOf('ISSUED')),
      'b.yaml': `- { claim: ${idOf('COVERS')}, mark: WRONG, on: "2026-11-28", comment: "It's \\"Xi’an\\", # not 西安: \\u2028\\\\" }\n`,
    });
    expect(await update(data, '--marks-from', join(saved, 'a.yaml'))).toEqual({
      code: 0,
      out: `2 marks saved, 0 dropped, 2 marks in ${file}\n`,
      err: '',
    });
    expect(readFileSync(file, 'utf8').split('\n').slice(1, -1)).toEqual(
      [idOf('ISSUED'), idOf('COVERS')].map((id) => markOf(id).trim()),
    );
    await update(data, '--marks-from', join(saved, 'b.yaml'));
    expect((await policygraph(['audit', '--archive', archive, '--data', data, '--format', 'text'])).out).toContain(
      `${idOf('COVERS')} [wrong, 2026-11-28: It's "Xi’an", # not 西安: \u2028\\]`,
    );
    const once = readFileSync(file, 'utf8');
    await update(data, '--marks-from', file);
    expect(readFileSync(file, 'utf8')).toBe(once);
  });

  it('leaves out marks of claims that do not exist, and keeps stale ones until they are dropped', async () => {
    const data = temporary(withMarks(markOf('claim:0123456789abcdef')));
    const file = join(data, 'audit-marks.yaml');
    const from = join(temporary({ 'page.yaml': markOf('claim:fedcba9876543210') + markOf(idOf('COVERS')) }), 'page.yaml');
    expect(await update(data, '--marks-from', from)).toEqual({
      code: 1,
      out: `page.yaml:1:12 is not the id of a claim: it was changed or taken out, and a changed claim is to be read again ("claim:fedcba9876543210")\n1 mark saved, 0 dropped, 2 marks in ${file}\n`,
      err: '',
    });
    expect(await update(data, '--drop-stale')).toEqual({
      code: 0,
      out: `0 marks saved, 1 dropped, 1 mark in ${file}\n`,
      err: '',
    });
  });

  it('changes nothing when the file is wrong or missing', async () => {
    const data = temporary(smallData);
    const from = join(data, 'page.yml');
    expect(await update(data, '--marks-from', from)).toEqual({ code: 2, out: '', err: `There is no file ${from}.\n` });
    writeFileSync(from, markOf('claim:1', 'GOOD'));
    expect((await update(data, '--marks-from', from)).code).toBe(1);
    expect(existsSync(join(data, 'audit-marks.yaml'))).toBe(false);
  });
});

describe('audit --output', () => {
  it('writes a file, replacing an existing one', async () => {
    const file = join(temporary({ 'audit.txt': 'old' }), 'audit.txt');
    const { code, out } = await audit(smallData, '--output', file);
    expect([code, out, readFileSync(file, 'utf8')]).toEqual([0, '', (await audit(smallData)).out]);
  });

  it.each([
    ['a folder', archive, `${archive} is a folder: give --output the name of a file.\n`],
    ['a file in no folder', '/nowhere/audit.html', 'There is no folder /nowhere.\n'],
  ])('refuses %s', async (_, output, err) => {
    expect(await audit(smallData, '--output', output)).toEqual({ code: 2, out: '', err });
  });
});

describe.skipIf(sources === undefined)('audit of the built-in data', () => {
  const run = async (format: string) => {
    const output = join(temporary({}), 'audit');
    const { code, err } = await policygraph([
      'audit',
      '--archive',
      sources ?? '',
      '--data',
      'data',
      '--format',
      format,
      '--output',
      output,
    ]);
    const total = Number(/([\d,]+) claims rest on passages/.exec(err)![1]!.replace(',', ''));
    return { code, total, out: readFileSync(output, 'utf8') };
  };

  it.each([
    ['text', /(?<=^\d+\. )claim:\w+/gm],
    ['html', /(?<=<article id=")claim:\w+/g],
  ])('lists every claim that rests on a passage, once: %s', async (format, ids) => {
    const { code, out, total } = await run(format);
    const listed = out.match(ids)!;
    expect([code, listed.length, new Set(listed).size]).toEqual([0, total, total]);
    expect(total).toBeGreaterThan(500);
    expect(out).not.toMatch(/no text in the archive|has another passage/);
  });
});
