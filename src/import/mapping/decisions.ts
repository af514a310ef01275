/** What a person decided of names that could mean several entities, or none. */
import { existsSync, writeFileSync } from 'node:fs';
import { InvalidInput, type Problem } from '../../changesets/problem.js';
import { escapeFormula, unescapeFormula } from '../../export/formulas.js';
import { Table, type Column } from '../../export/table.js';
import { entities, labels, type Label } from '../../model/model.js';
import { rowsOf } from '../source/csv.js';
import { isDecisionFor } from './created.js';

export interface Decision {
  readonly name: string;
  readonly type: Label;
  /** The year of the rows that it is for; empty for all. */
  readonly year: string;
  /** An id, "create" for a new entity, "skip" to leave the name out, or empty while nobody has decided. */
  readonly decision: string;
  /** Ids, the best first, and their scores. */
  readonly candidates: readonly string[];
  readonly scores: readonly string[];
}

const columns: readonly Column<Decision>[] = [
  ['name', ({ name }) => name],
  ['type', ({ type }) => type],
  ['decision', ({ decision }) => decision],
  ['candidates', ({ candidates }) => candidates.join(' ')],
  ['scores', ({ scores }) => scores.join(' ')],
  ['year', ({ year }) => year],
];

export const keyOf = (type: Label, name: string, year = ''): string => `${type}\t${name}\t${year}`;

/** What was decided of a name in a year, or in all; empty where nothing was. */
export function decisionOf(
  decisions: ReadonlyMap<string, Decision>,
  { type, name, year }: Pick<Decision, 'type' | 'name' | 'year'>,
): string {
  const [inYear, inAll] = [decisions.get(keyOf(type, name, year)), decisions.get(keyOf(type, name))];
  return inYear?.decision || inAll?.decision || '';
}

/** The file of a mapping's decisions: `policies.yaml` has `policies.decisions.csv`. */
export const decisionsPath = (mapping: string): string => `${mapping.replace(/\.ya?ml$/, '')}.decisions.csv`;

/** The decisions of a file, by type and name; none where there is no file. Throws an InvalidInput that lists what is wrong with it. */
export async function readDecisions(path: string): Promise<Map<string, Decision>> {
  const decisions = new Map<string, Decision>();
  if (!existsSync(path)) return decisions;
  const problems: Problem[] = [];
  let isHead = true;
  for await (const rows of rowsOf({ name: path, path }))
    for (const { cells, line } of rows) {
      if (isHead) {
        isHead = false;
        continue;
      }
      const [name = '', type = '', decision = '', candidates = '', scores = '', year = ''] = cells.map((cell) =>
        unescapeFormula(cell.trim()),
      );
      const wrong = (column: number, value: string, message: string) =>
        problems.push({ file: path, line, column, value, message });
      if (!labels.includes(type as Label)) wrong(2, type, `must be one of ${labels.join(', ')}`);
      else if (!isDecisionFor(type as Label, { name, decision })) wrong(3, decision, `must be ${choicesOf(type as Label)}`);
      else if (!/^(\d{4})?$/.test(year)) wrong(6, year, 'must be a year such as 2019, or empty for all');
      else
        decisions.set(keyOf(type as Label, name, year), {
          name,
          type: type as Label,
          year,
          decision,
          candidates: parts(candidates),
          scores: parts(scores),
        });
    }
  if (problems.length > 0) throw new InvalidInput(problems);
  return decisions;
}

const choicesOf = (type: Label): string =>
  `an id of the type ${type} such as ${entities[type].example}, "create" or "create" and such an id for a new entity, "skip" to leave the name out, or empty`;

/** Writes all decisions, with those that nobody has made yet. */
export function writeDecisions(path: string, decisions: Iterable<Decision>): void {
  writeFileSync(path, new Table(columns, { cell: escapeFormula }).lines([...decisions]));
}

const parts = (text: string): string[] => text.split(' ').filter((part) => part !== '');
