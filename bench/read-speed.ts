/** How long it takes to read texts of several lengths, by part: `npx tsx bench/read-speed.ts [CHARACTERS …] [--whole]`. */
import { parseArgs } from 'node:util';
import { builtInFolder } from '../src/import/built-in.js';
import { readDataset } from '../src/import/dataset.js';
import { importFiles } from '../src/import/files.js';
import { inventedText } from './read/speed/invented-text.js';
import { secondsByPart, secondsToRead } from './read/speed/parts.js';
import { namesIn } from './read/texts.js';

/** Parts that take less, at every length, are left out. */
const least = 0.05;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Without the parts. */
    whole: { type: 'boolean', default: false },
  },
});
const lengths = positionals.length > 0 ? positionals.map(Number) : [50_000, 100_000, 200_000, 400_000];
const lexicon = namesIn(readDataset(importFiles(builtInFolder)));
secondsToRead(inventedText('en', 20_000), lexicon); // compiles what is measured
for (const language of ['en', 'zh'] as const) {
  console.log(`\n${language}, seconds of the processor`);
  print('characters', lengths);
  const texts = lengths.map((length) => inventedText(language, length));
  print(
    'whole',
    texts.map((text) => secondsToRead(text, lexicon)),
  );
  if (values.whole) continue;
  const columns = texts.map((text) => secondsByPart(text, lexicon));
  for (const part of columns[0]?.keys() ?? []) {
    const seconds = columns.map((column) => column.get(part) ?? 0);
    if (Math.max(...seconds) >= least) print(`  ${part}`, seconds);
  }
}

function print(name: string, cells: readonly number[]): void {
  const text = (cell: number) => (Number.isInteger(cell) ? cell.toLocaleString('en') : cell.toFixed(2));
  console.log(name.padEnd(34) + cells.map((cell) => text(cell).padStart(10)).join(''));
}
