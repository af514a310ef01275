/** Cells that hold several things, such as "Minister A;Director B", as parts in which a pattern finds fields. */
import { isLeftover, leftoverSentence } from '../leftovers.js';
import type { Complain } from './expand.js';
import type { ListMapping } from './schema.js';
import { templateOf, type Cells } from './template.js';

const patterns = new Map<string, RegExp>();

/** The pattern of a list, which must fit a whole part. Throws a SyntaxError. */
function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(`^(?:${source})$`, 'u');
  patterns.set(source, known);
  return known;
}

/** The names of the fields that a list's pattern finds. Throws a SyntaxError. */
export const fieldsOf = ({ pattern }: ListMapping): string[] =>
  Object.keys(new RegExp(`${patternOf(pattern).source}|`, 'u').exec('')?.groups ?? {});

/** The parts of a list in a row, each as the row's cells plus its fields; repeated parts count once. */
export function partsOf(list: ListMapping, cells: Cells, complain: Complain): Cells[] {
  const text = templateOf(list.from).fill(cells);
  const parts = new Set((list.split === undefined ? [text] : text.split(list.split)).map((part) => part.trim()));
  parts.delete('');
  return [...parts].flatMap((part) => {
    const found = patternOf(list.pattern).exec(part)?.groups;
    if (found !== undefined && isLeftover(part))
      return (complain(list.from, part, leftoverSentence, list.otherwise === 'skip'), []);
    if (found !== undefined) return [{ get: (name) => (name in found ? (found[name] ?? '') : cells.get(name)) }];
    if (list.otherwise !== 'ignore')
      complain(list.from, part, `is not of the form ${list.pattern}, which the mapping gives`, list.otherwise === 'skip');
    return [];
  });
}
