/** The sentences that no claim rests on, and why: `uncovered.yaml`. */
import type { Locator } from '../graph/stored/record-types.js';
import { uncoveredSchema } from '../changesets/schema.js';
import type { ImportFile } from './files.js';
import { InvalidInput, type Located, type Problem } from '../changesets/problem.js';
import { compile, fits } from '../changesets/validator.js';
import { parseYaml } from './yaml.js';

/** Says something about the data set and is no part of it. */
export const uncoveredFile = 'uncovered.yaml';

/** A passage of a document that says nothing to claim. */
export interface Uncovered extends Locator {
  readonly document: string;
  readonly reason: 'BOILERPLATE' | 'OPINION' | 'RHETORIC';
}

const validate = compile(uncoveredSchema);

/** What the folder's `uncovered.yaml` lists; nothing where there is none. Throws an InvalidInput that lists everything wrong with it. */
export function readUncovered(files: readonly ImportFile[]): Located<Uncovered>[] {
  const problems: Problem[] = [];
  const file = files.filter(({ path }) => path === uncoveredFile).map((each) => parseYaml(each, problems))[0];
  const entries = file !== undefined && fits(validate, file, [], file.item, problems) ? (file.item as readonly Uncovered[]) : [];
  if (problems.length > 0) throw new InvalidInput(problems);
  return entries.map((item, index) => ({
    item,
    problem: (at, message) => (file as NonNullable<typeof file>).problem([index, ...at], message),
  }));
}
