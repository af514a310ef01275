/** `npm run bench -- size`: Neo4j with generated graphs of several sizes, loaded by its bulk importer. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Options } from '../options.js';
import { out } from '../product.js';
import { digits, table } from '../statistics.js';
import { measure, type Figures } from './measure.js';
import { questions } from './questions.js';
import { openStore, type Store } from './store.js';

const say = (text: string) => console.error(text);

/** All sizes at the same time, so that the same questions are sent to them in turns. */
export async function size({ relations, rounds }: Options): Promise<void> {
  const stores: Store[] = [];
  try {
    for (const count of relations) stores.push(await openStore(count));
    say('Measuring …');
    const report = reportOf(stores, await measure(stores, rounds));
    writeFileSync(join(out, 'size.md'), `${report}\n`);
    console.log(report);
  } finally {
    for (const store of stores) await store.stop();
  }
}

function reportOf(stores: readonly Store[], figures: readonly (readonly Figures[])[]): string {
  const titles = Object.keys(stores[0]?.figures ?? {});
  const made = titles.map((title) => [title, ...stores.map((store) => store.figures[title] ?? '')]);
  const asked = questions.flatMap(({ title }, index) => rowsOf(title, figures[index] ?? []));
  return table(made[0] ?? [], [...made.slice(1), ...asked]);
}

function rowsOf(title: string, figures: readonly Figures[]): string[][] {
  const refused = figures.find(({ message }) => message !== undefined)?.message;
  if (refused !== undefined) say(`${title}: ${refused}`);
  const p50 = figures.map(({ p50: time, refused: count }) => `${digits(time)}${count > 0 ? ` (${count} refused)` : ''}`);
  return [
    [`${title}: p50, ms`, ...p50],
    [
      `${title}: processor time of Neo4j and PolicyGraph, ms`,
      ...figures.map((each) => `${digits(each.store)}, ${digits(each.service)}`),
    ],
  ];
}
