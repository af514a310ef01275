/**
 * How well words, meaning, and both together find what reviewed questions are about: `npx tsx bench/meaning.ts`, with the settings POLICYGRAPH_EMBEDDINGS_….
 * The vectors are kept in bench/out, so that a second run embeds the questions alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { EmbeddedGraph } from '../src/graph/embedded/embedded-graph.js';
import { Loaders } from '../src/graph/loaders/loaders.js';
import { rankedEntities } from '../src/graph/loaders/search-loader.js';
import type { Ranked } from '../src/graph/search/rank.js';
import { now } from '../src/graph/time/as-of.js';
import { loadBuiltIn } from '../src/import/built-in.js';
import { fused } from '../src/meaning/fused.js';
import { openMeaning } from '../src/meaning/open-meaning.js';
import { parseSettings } from '../src/settings/settings.js';
import { answered, unanswered, type Question } from './meaning/questions.js';
import { resultsOf, scored, type Search } from './meaning/score.js';
import { digits, table } from './statistics.js';

const { values } = parseArgs({ options: { verbose: { type: 'boolean', default: false } } });
const { embeddings } = parseSettings(process.env);
if (embeddings === undefined) throw new Error('Set POLICYGRAPH_EMBEDDINGS_URL and POLICYGRAPH_EMBEDDINGS_MODEL.');

mkdirSync('bench/out', { recursive: true });
const graph = await EmbeddedGraph.open(':memory:');
await graph.prepare();
await loadBuiltIn(graph, () => undefined);
const file = `bench/out/${embeddings.model.replaceAll(/[^\w.-]/g, '_')}.vectors`;
const { meaning, indexer } = openMeaning(embeddings, () => graph, graph.engine, file, console.error);
indexer.start();
while (!indexer.progress.isCurrent) {
  console.error(`${indexer.progress.left} entities left`);
  await new Promise((resolve) => setTimeout(resolve, 5_000));
}

const loaders = () => new Loaders(graph, { on: '2026-01-01', knownAt: now });
const byWords = (question: string) => loaders().search.ranked(question, {}, rankedEntities.search);
async function byMeaning(question: string): Promise<readonly Ranked[]> {
  const found = await loaders().search.nearest(question, {}, meaning);
  return found ?? byMeaning(question); // the server was busy
}
const idsOf = (ranked: readonly Ranked[]) => ranked.map(({ candidate }) => candidate.id);
const ways: Readonly<Record<string, Search>> = {
  words: async (question) => idsOf(await byWords(question)),
  meaning: async (question) => idsOf(await byMeaning(question)),
  both: async (question) => idsOf(fused(await byWords(question), await byMeaning(question))),
};

const isChinese = ({ text }: Question) => /\p{Script=Han}/u.test(text);
const rows: string[][] = [];
for (const [kind, questions] of Object.entries(answered))
  for (const language of ['English', 'Chinese'])
    for (const [way, search] of Object.entries(ways)) {
      const some = questions.filter((each) => isChinese(each) === (language === 'Chinese'));
      const { precision, recall, mrr, first, results } = await scored(some, search);
      const figures = [precision, recall, mrr, first].map((value) => value.toFixed(2));
      rows.push([`${some.length} ${kind}, ${language}`, way, ...figures, digits(results)]);
    }
const report = [table(['questions', 'found by', 'precision', 'recall', 'MRR', 'first is right', 'results'], rows)];

const others: string[][] = [];
for (const [name, questions] of Object.entries(unanswered)) {
  const counts = await resultsOf(questions, ways['meaning'] as Search);
  others.push([
    name,
    `${questions.length}`,
    `${counts.filter((count) => count > 0).length}`,
    `${counts.reduce((a, b) => a + b, 0)}`,
  ]);
}
report.push(table(['questions that nothing answers', 'asked', 'with results by meaning', 'results'], others));
console.log(report.join('\n\n'));
writeFileSync('bench/out/meaning.md', `${report.join('\n\n')}\n`);
if (values.verbose)
  for (const { text, right } of Object.values({ ...answered, ...unanswered }).flat()) {
    const found = await byMeaning(text);
    const marked = found.map(({ candidate, score }) => `${right.includes(candidate.id) ? '+' : '-'}${candidate.id} ${score}`);
    console.log(`${text}\n  ${marked.slice(0, 8).join('\n  ')}`);
  }
await indexer.stop();
await graph.close();
