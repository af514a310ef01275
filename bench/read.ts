/** How well texts are read, against the reviewed claims of the built-in articles: `npx tsx bench/read.ts --archive FOLDER`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Archive } from '../src/archive.js';
import { builtInFolder } from '../src/import/built-in.js';
import { readDataset } from '../src/import/dataset.js';
import { importFiles } from '../src/import/files.js';
import { compared, definitions, reviewedArticles } from './read/articles.js';
import { scoreOf, table, worst, type Score } from './read/score.js';

const { values } = parseArgs({
  options: { archive: { type: 'string', default: '../shared/sources' }, verbose: { type: 'boolean' } },
});
const articles = await reviewedArticles(readDataset(importFiles(builtInFolder)), new Archive(values.archive));
if (articles.length === 0) throw new Error(`${values.archive} has none of the texts: pass --archive FOLDER.`);

const results = articles.map((article) => ({ article: article.id, ...compared(article) }));
const kinds = Object.keys(definitions) as (keyof typeof definitions)[];
const total = Object.fromEntries(kinds.map((kind) => [kind, scoreOf(results.map((result) => result[kind]))])) as Record<
  string,
  Score
>;

console.log(`${articles.length} articles, each read without the entities and claims that only it has.\n`);
console.log(table(total));
for (const kind of kinds) console.log(`\n${kind}: ${definitions[kind]}`);
console.log('\nMistakes:');
for (const line of worst(results, values.verbose === true ? Infinity : 10)) console.log(`  ${line}`);
mkdirSync('bench/out', { recursive: true });
writeFileSync('bench/out/read.json', `${JSON.stringify({ definitions, total, articles: results }, undefined, 2)}\n`);
