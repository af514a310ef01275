/** How well texts are read, against the reviewed claims of the built-in articles and of texts of our own: `npx tsx bench/read.ts --archive FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Archive } from '../src/archive.js';
import { builtInFolder } from '../src/import/built-in.js';
import { readDataset } from '../src/import/dataset.js';
import { importFiles } from '../src/import/files.js';
import { reviewedArticles } from './read/articles.js';
import { ownTexts } from './read/texts.js';
import { definitions, measured, report, totals } from './read/measured.js';

const { values } = parseArgs({
  options: {
    archive: { type: 'string', default: '../shared/sources' },
    /** Only the texts of our own whose names match this pattern. */
    texts: { type: 'string', default: '' },
    /** All mistakes. */
    verbose: { type: 'boolean', default: false },
    /** All proposals of one rule. */
    rule: { type: 'string' },
    /** With --verbose: the mistakes of one measure. */
    kind: { type: 'string' },
  },
});
const dataset = readDataset(importFiles(builtInFolder));
const articles = await reviewedArticles(dataset, new Archive(values.archive));
const texts = ownTexts(dataset).filter(({ id }) => new RegExp(values.texts, 'u').test(id.replace('document:', '')));
const wanted = { mistakes: values.verbose, rule: values.rule, kind: values.kind };
const sets = [
  {
    title: `${articles.length} articles, each read without the entities and claims that only it has.`,
    all: articles.map(measured),
  },
  { title: `${texts.length} texts of our own with traps, read with the built-in data.`, all: texts.map(measured) },
].filter(({ all }) => all.length > 0);

if (articles.length === 0) console.log(`${values.archive} has none of the articles: pass --archive FOLDER.\n`);
for (const { title, all } of sets) console.log(`${report(title, all, wanted).join('\n')}\n`);
if (!values.verbose && values.rule === undefined)
  for (const [kind, definition] of Object.entries(definitions)) console.log(`${kind}: ${definition}`);
mkdirSync('bench/out', { recursive: true });
const output = { definitions, sets: sets.map(({ title, all }) => ({ title, total: totals(all), texts: all })) };
writeFileSync('bench/out/read.json', `${JSON.stringify(output, undefined, 2)}\n`);
