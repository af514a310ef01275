/** The 200 rows of examples/reconcile, as OpenRefine sends them, and what became of each. */
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Candidate } from './client.js';

interface Row {
  readonly row: string;
  readonly place: string;
  readonly province: string;
  readonly year: string;
}
interface Expected {
  /** Empty where a person cannot decide either. */
  readonly region: string;
  readonly kind: string;
}

const read = <T>(name: string): T[] =>
  parse(readFileSync(new URL(`../../../examples/reconcile/${name}.csv`, import.meta.url), 'utf8'), { columns: true });

export const rows = read<Row>('table');
const expected = read<Expected>('expected');

const outcomes = [
  'matched rightly',
  'matched wrongly',
  'left open rightly',
  'left open, the right one first',
  'left open, otherwise',
] as const;

/** Cells that are empty are no properties. */
export function queryOf({ place, province, year }: Row): object {
  const properties = [
    ['within', province],
    ['date', year],
  ].filter(([, value]) => value !== '');
  return { query: place, type: 'Region', limit: 5, properties: properties.map(([pid, v]) => ({ pid, v })) };
}

function outcomeOf(candidates: readonly Candidate[], region: string): (typeof outcomes)[number] {
  const match = candidates.find((each) => each.match)?.id;
  if (match !== undefined) return match === region ? 'matched rightly' : 'matched wrongly';
  if (region === '') return 'left open rightly';
  return candidates[0]?.id === region ? 'left open, the right one first' : 'left open, otherwise';
}

/** How many rows of each kind came out how, as a table of Markdown. */
export function tally(found: readonly (readonly Candidate[])[]): string {
  const all = expected.map(({ region, kind }, index) => ({ kind, outcome: outcomeOf(found[index] ?? [], region) }));
  const kinds = [...new Set(all.map(({ kind }) => kind))].sort();
  const line = (title: string, of: typeof all) =>
    `| ${title} | ${outcomes.map((outcome) => of.filter((each) => each.outcome === outcome).length || '').join(' | ')} |`;
  return [
    `| the place is written with | ${outcomes.join(' | ')} |`,
    `| --- |${' --: |'.repeat(outcomes.length)}`,
    ...kinds.map((kind) =>
      line(
        kind,
        all.filter((each) => each.kind === kind),
      ),
    ),
    line('**all 200**', all),
  ].join('\n');
}
