/** How well texts are read, against the reviewed claims of the built-in articles: `npx tsx bench/read.ts --archive FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Archive } from '../src/archive.js';
import { builtInFolder } from '../src/import/built-in.js';
import { readDataset } from '../src/import/dataset.js';
import { importFiles } from '../src/import/files.js';
import { reviewedArticles } from './read/articles.js';
import { definitions, measured, report, totals } from './read/measured.js';

const { values } = parseArgs({
  options: {
    archive: { type: 'string', default: '../shared/sources' },
    /** All mistakes. */
    verbose: { type: 'boolean', default: false },
    /** All proposals of one rule. */
    rule: { type: 'string' },
    /** With --verbose: the mistakes of one measure. */
    kind: { type: 'string' },
  },
});
const articles = await reviewedArticles(readDataset(importFiles(builtInFolder)), new Archive(values.archive));
if (articles.length === 0) throw new Error(`${values.archive} has none of the texts: pass --archive FOLDER.`);

const wanted = { mistakes: values.verbose, rule: values.rule, kind: values.kind };
const results = articles.map(measured);
const title = `${articles.length} articles, each read without the entities and claims that only it has.`;
console.log(report(title, results, wanted).join('\n'));
if (!values.verbose && values.rule === undefined)
  for (const [kind, definition] of Object.entries(definitions)) console.log(`${kind}: ${definition}`);
mkdirSync('bench/out', { recursive: true });
writeFileSync(
  'bench/out/read.json',
  `${JSON.stringify({ definitions, total: totals(results), articles: results }, undefined, 2)}\n`,
);
