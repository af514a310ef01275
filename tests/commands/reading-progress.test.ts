import { expect, it } from 'vitest';
import { ReadingProgress } from '../../src/commands/reading-progress.js';
import { proposed } from '../../src/reading/claims/propose.js';
import { Lexicon } from '../../src/reading/mentions/lexicon.js';
import { readText } from '../../src/reading/read-text.js';

const lexicon = new Lexicon([]);
const paragraph = 'The Ministry of Magic issued the Wand Safety Regulations on May 5, 2024. It applies to Avalon.\n\n';

/** What a terminal shows while a text is read. */
function shown(text: string, isAsked = false): string[] {
  const lines: string[] = [];
  const write = (line: string | Uint8Array) => lines.push(String(line).replace('\r\u001B[K', '')) > 0;
  const progress = new ReadingProgress({ isTTY: true, write }, text, isAsked);
  proposed(readText(text, {}, lexicon), lexicon, undefined, progress.claims);
  progress.end();
  return lines;
}

it('shows the parts of a long text as they are read, and clears the line', () => {
  const text = paragraph.repeat(300);
  const of = `of ${text.length.toLocaleString('en')} characters`;
  const lines = shown(text);
  expect(lines[0]).toBe(`names, dates and amounts: [${' '.repeat(20)}] 0 ${of}`);
  expect(lines[1]).toBe(`claims: [${' '.repeat(20)}] 0 ${of}`);
  expect(lines.at(-1)).toBe('');
});

it('shows nothing for a short one, unless a model reads it', () => {
  expect(shown(paragraph)).toEqual([]);
  expect(shown(paragraph, true)).not.toEqual([]);
});

it('counts the characters that are read, in order', () => {
  const text = paragraph.repeat(10);
  const read: number[] = [];
  proposed(readText(text, {}, lexicon), lexicon, undefined, (done, total) => {
    expect(total).toBe(text.length);
    read.push(done);
  });
  expect(read).toEqual(read.toSorted((a, b) => a - b));
  expect(read.at(-1)).toBeGreaterThan(text.length * 0.9);
});
