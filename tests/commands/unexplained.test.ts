import { createHash } from 'node:crypto';
import { afterAll, describe, expect, it } from 'vitest';
import { policygraph } from '../support/cli.js';
import { placeOf, sentences, smallData, type Files } from '../support/small-data.js';
import { removeFolders, runOn, sources } from '../support/texts.js';

afterAll(removeFolders);
const [first, , third] = sentences;

type Place = ReturnType<typeof placeOf>;
const entry = ({ start, end, sha256 }: Place, document = 'document:article') =>
  `- { document: ${document}, start: ${start}, end: ${end}, sha256: ${sha256}, reason: OPINION }\n`;
const withEntry = (line: string): Files => ({ ...smallData, 'uncovered.yaml': `${smallData['uncovered.yaml']}${line}` });

describe('unexplained', () => {
  it('judges every sentence, also outside of the document', async () => {
    const { code, out } = await runOn('unexplained');
    expect(out.replace(/of [0-9a-f]{12}…/, 'of …').split('\n')).toEqual([
      'outside the documents of …: 1 sentence, 0 covered by claims, 1 explained (1 boilerplate), 0 unexplained',
      'document:article: 4 sentences, 3 covered by claims, 1 explained (1 boilerplate), 0 unexplained',
      'All: 5 sentences, 3 covered by claims, 2 explained (2 boilerplate), 0 unexplained',
      '',
    ]);
    expect(code).toBe(0);
  });

  it.each([
    ['an empty list', '[]'],
    ['no list', undefined],
  ])('lists the sentences that nothing explains, with %s', async (_, list) => {
    const { 'uncovered.yaml': _list, ...files } = smallData;
    const { code, out } = await runOn('unexplained', list === undefined ? files : { ...files, 'uncovered.yaml': list });
    expect(out).toMatch(
      /\noutside the documents of [0-9a-f]{12}… 0 11 Home 𝄞 News\ndocument:article 115 128 Subscribe now\nAll: 5 sentences, 3 covered by claims, 0 explained, 2 unexplained\n$/,
    );
    expect(code).toBe(1);
  });

  it.each([
    [
      'whose sentence a claim rests on',
      entry(placeOf(third)),
      '3:40 is out of date: a claim rests on the sentence at 95 to 114 as well, so take the entry out or narrow it (95)',
    ],
    [
      'that is not where it says',
      entry({ ...placeOf(first), sha256: 'f'.repeat(64) }),
      `3:61 is not the hash of the text from 12 to 60 ("${'f'.repeat(64)}")`,
    ],
    [
      'of a document without a text',
      entry(placeOf(third), 'document:codes'),
      '3:15 is not a document with an archived text ("document:codes")',
    ],
    [
      'that holds no sentence',
      entry({ start: 94, end: 95, sha256: createHash('sha256').update(' ').digest('hex') }),
      '3:40 explains no sentence: there is none from 94 to 95 (94)',
    ],
  ])('refuses an entry %s', async (_, line, said) => {
    const { code, out } = await runOn('unexplained', withEntry(line));
    expect([code, out.split('\n').filter((each) => each.startsWith('uncovered.yaml'))]).toEqual([1, [`uncovered.yaml:${said}`]]);
  });

  it('refuses an entry that is not written as it must be', async () => {
    const { code, err } = await runOn('unexplained', withEntry(entry(placeOf(third)).replace('OPINION', 'BORING')));
    expect([code, err]).toEqual([1, 'uncovered.yaml:3:136 must be one of BOILERPLATE, OPINION, RHETORIC ("BORING")\n']);
  });

  it('names a document whose text is missing', async () => {
    expect(await runOn('unexplained', smallData, { 'another.txt': 'Another text.' })).toMatchObject({
      code: 1,
      out: expect.stringContaining('document:article has no text in the archive'),
    });
  });

  it.skipIf(sources === undefined)('leaves no sentence of the sources of the built-in data unexplained', async () => {
    const { code, out } = await policygraph(['unexplained', '--archive', sources ?? '', '--data', 'data']);
    expect(out).toMatch(/\nAll: 201 sentences, .*, 0 unexplained\n$/);
    expect(code).toBe(0);
  });
});
