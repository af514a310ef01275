import { describe, expect, it } from 'vitest';
import { textOfFile } from '../../src/reading/file/file-text.js';
import { packedPdf } from '../support/small-pdf.js';

const bytes = Buffer.from('A city of owls.\n');

describe('textOfFile', () => {
  it.each([
    ['a PDF', { name: 'a.pdf', bytes: packedPdf(Buffer.alloc(100_000_000, 'BT ET '), 1) }],
    ['a page', { name: 'a.html', bytes: Buffer.from('<p>Owls. '.repeat(500_000)) }],
  ])('stops to read %s when nobody waits for it', async (_, file) => {
    const leaving = new AbortController();
    const read = textOfFile(file, leaving.signal);
    const reason = new Error('gone');
    leaving.abort(reason);
    await expect(read).rejects.toBe(reason);
    await expect(textOfFile(file, leaving.signal)).rejects.toBe(reason);
  });

  it('takes the ending of the name for what the file should be', async () => {
    expect(await textOfFile({ name: 'a.txt', bytes })).toEqual({ text: 'A city of owls.\n' });
    expect(await textOfFile({ name: 'a.html', bytes })).toEqual({ text: 'A city of owls.\n', metadata: {} });
    expect(await textOfFile({ name: 'a.PDF', bytes })).toMatchObject({ problem: expect.stringMatching(/^is not a PDF/) });
  });
});
