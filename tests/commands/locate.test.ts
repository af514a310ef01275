import { afterAll, describe, expect, it } from 'vitest';
import { policygraph } from '../support/cli.js';
import { menu, placeOf, sentences, smallData } from '../support/small-data.js';
import { archived, removeFolders, temporary } from '../support/texts.js';

afterAll(removeFolders);
const folders = ['--archive', temporary(archived), '--data', temporary(smallData)];
const locate = (words: readonly string[], { input = '', document = 'document:article' } = {}) =>
  policygraph(['locate', ...folders, '--document', document, ...words], { input });
const second = sentences[1];

describe('locate', () => {
  it('prints evidence to paste', async () => {
    const { start, end, sha256 } = placeOf(second);
    expect(await locate(second.split(' '))).toEqual({
      code: 0,
      out: `- { start: ${start}, end: ${end}, sha256: ${sha256}, summary:  }\n`,
      err: '',
    });
  });

  it('reads the passage from standard input', async () => {
    expect(await locate([], { input: `${second}\n` })).toMatchObject({
      code: 0,
      out: expect.stringContaining('start: 61, end: 94'),
    });
  });

  it('prints every place', async () => {
    const { out } = await locate(['.']);
    expect([...out.matchAll(/start: (\d+), end: (\d+)/g)].map(([, start, end]) => [Number(start), Number(end)])).toEqual([
      [59, 60],
      [93, 94],
      [113, 114],
    ]);
  });

  it('says how far a passage agrees', async () => {
    expect(await locate(['It covers the town'])).toEqual({
      code: 1,
      err: '',
      out: 'The document does not contain the passage, only its first 14 characters, up to "It covers the ", and then the text has "city of Xi’an (西安). " where the passage has "town".\n',
    });
  });

  it('says so when nothing of a passage is there', async () => {
    expect(await locate(['Zhejiang'])).toMatchObject({
      code: 1,
      out: 'The document does not contain the passage, nor its first character.\n',
    });
  });

  it('looks in the range of the document only', async () => {
    expect(await locate([menu.trim()])).toMatchObject({
      code: 1,
      out: 'The document does not contain the passage, nor its first character.\n',
    });
  });

  it('names an unknown document', async () => {
    expect(await locate(['on'], { document: 'document:other' })).toEqual({
      code: 1,
      out: 'There is no document "document:other" with an archived text.\n',
      err: '',
    });
  });
});
