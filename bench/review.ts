/**
 * How long the review of a text takes against writing its claims by hand, by the keystroke-level model: `npx tsx bench/review.ts --archive FOLDER`. The service is
 * real: it keeps each reading, a scripted reviewer decides on its proposals by the API, one request for each key, and its answers are timed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Archive } from '../src/archive.js';
import { builtInFolder } from '../src/import/built-in.js';
import { readDataset } from '../src/import/dataset.js';
import { importFiles } from '../src/import/files.js';
import { reviewedArticles } from './read/articles.js';
import { readingOf, type ReviewedText } from './read/reviewed-text.js';
import { byHand } from './review/by-hand.js';
import { minutesOf, operators, readingSpeed } from './review/keystrokes.js';
import { reviewOf } from './review/reviewer.js';
import { openDesk } from './review/service.js';

const { values } = parseArgs({
  options: {
    archive: { type: 'string', default: '../shared/sources' },
    /** Only the articles whose ids match this pattern. */
    articles: { type: 'string', default: '' },
  },
});
const dataset = readDataset(importFiles(builtInFolder));
const all = await reviewedArticles(dataset, new Archive(values.archive));
const wanted = all.filter(({ id }) => new RegExp(values.articles, 'u').test(id));
const desk = await openDesk();

async function rowOf(text: ReviewedText) {
  const reading = readingOf(text);
  const review = reviewOf(reading);
  const hand = byHand(text);
  const answers = await desk.decide(text, reading.proposals, review.decisions);
  return {
    article: text.id.replace('document:', '').slice(0, 40),
    proposals: review.proposals,
    accepted: review.accepted,
    corrected: review.corrected,
    rejected: review.rejected,
    added: review.added,
    keys: review.effort.K,
    clicks: review.effort.B / 2,
    'review, min': Math.round(minutesOf(review.effort)),
    'claims by hand': hand?.claims,
    'keys by hand': hand?.characters,
    'by hand, min': hand && Math.round(minutesOf(hand.effort)),
    'answer, ms': answers,
  };
}

const rows: Awaited<ReturnType<typeof rowOf>>[] = [];
for (const text of wanted) rows.push(await rowOf(text));
await desk.close();
console.table(rows);
const total = (name: 'review, min' | 'by hand, min') => rows.reduce((minutes, row) => minutes + (row[name] ?? 0), 0);
console.log(`${rows.length} articles: ${total('review, min')} minutes of review, ${total('by hand, min')} by hand.`);
for (const [name, { seconds, of }] of Object.entries(operators)) console.log(`${name} ${seconds} s: ${of}`);
console.log(`Reading: ${readingSpeed} words a minute.`);
mkdirSync('bench/out', { recursive: true });
writeFileSync('bench/out/review.json', `${JSON.stringify({ operators, readingSpeed, rows }, undefined, 2)}\n`);
