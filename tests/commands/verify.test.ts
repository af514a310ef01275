import { afterAll, describe, expect, it } from 'vitest';
import { policygraph } from '../support/cli.js';
import { edited, placeOf, sentences, smallData } from '../support/small-data.js';
import { archived, removeFolders, runOn, sources, temporary } from '../support/texts.js';

afterAll(removeFolders);
const claims = 'claims/article.yaml';

describe('verify', () => {
  it('verifies every passage', async () => {
    expect(await runOn('verify')).toEqual({
      code: 0,
      out: '5 of 5 passages verified (100 %), in 1 document\n5 claims rest on records of data sets\n',
      err: '',
    });
  });

  it('takes the archive from the settings', async () => {
    expect(
      await policygraph(['verify', '--data', temporary(smallData)], { settings: { POLICYGRAPH_ARCHIVE: temporary(archived) } }),
    ).toMatchObject({ code: 0 });
  });

  it('names a passage whose hash is another', async () => {
    const { sha256 } = placeOf(sentences[1]);
    const wrong = 'f'.repeat(64);
    expect(await runOn('verify', edited(claims, sha256, wrong))).toEqual({
      code: 1,
      err: '',
      out: `claims/article.yaml:19:39 is not the hash of the text from 61 to 94 ("${wrong}")\n4 of 5 passages verified (80 %), in 1 document\n5 claims rest on records of data sets\n`,
    });
  });

  it('names a passage that lies past the end of the text', async () => {
    const files = edited('documents.yaml', 'rangeEnd: 129', 'rangeEnd: 999', edited(claims, 'end: 114', 'end: 900'));
    expect(await runOn('verify', files)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'claims/article.yaml:32:27 lies past the end of the text, which has 129 characters (900)\n4 of 5 passages',
      ),
    });
  });

  it('refuses a passage outside of the range of its document', async () => {
    expect(await runOn('verify', edited(claims, 'start: 12', 'start: 2'))).toEqual({
      code: 1,
      out: '',
      err: "claims/article.yaml:9:18 must lie in the document's own range, 12 to 129 (2)\n",
    });
  });

  it('lists all that is wrong with the files', async () => {
    const { code, err } = await runOn(
      'verify',
      edited(claims, 'object: region:XIAN', 'object: region:XIAM', edited(claims, 'role: LEAD', 'role: BOSS')),
    );
    expect([code, err.split('\n').map((line) => line.split(' ', 1)[0])]).toEqual([
      1,
      ['claims/article.yaml:6:25', 'claims/article.yaml:17:13', ''],
    ]);
  });

  it('names a document whose text is missing', async () => {
    expect(await runOn('verify', smallData, { 'another.txt': 'Another text.' })).toMatchObject({
      code: 1,
      out: expect.stringMatching(
        /^document:article has no text in the archive or the graph \(none has the SHA-256 [0-9a-f]{64}\): 5 passages are not verified\n0 of 5 passages verified \(0 %\), in 1 document\n/,
      ),
    });
  });

  it('names a document that says no hash', async () => {
    const files = edited('documents.yaml', '  sha256', '  # sha256');
    expect(await runOn('verify', files)).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        'document:article has no sha256, so nothing says which text is its own: 5 passages are not verified\n',
      ),
    });
  });

  it.skipIf(sources === undefined)('verifies all of the built-in data', async () => {
    const { code, out } = await policygraph(['verify', '--archive', sources ?? '', '--data', 'data']);
    expect(out).toMatch(/^([\d,]+) of \1 passages verified \(100 %\), in 11 documents\n/);
    expect(code).toBe(0);
  });
});
