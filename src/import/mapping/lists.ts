/** Cells that hold several things, such as "Minister A;Director B", as parts with fields. */
import { trimmed } from '../../changesets/text.js';
import { isLeftover, leftoverSentence } from '../leftovers.js';
import { most, tooMany, type Complain } from './expand.js';
import type { ColumnList, ListMapping, PatternList } from './schema.js';
import { templateOf, type Cells } from './template.js';

const patterns = new Map<string, RegExp>();

/** The pattern of a list, which must fit a whole part. Throws a SyntaxError. */
function patternOf(source: string): RegExp {
  const known = patterns.get(source) ?? new RegExp(`^(?:${source})$`, 'u');
  patterns.set(source, known);
  return known;
}

/** The names of the fields of a list's parts. Throws a SyntaxError where its pattern is none. */
export const fieldsOf = (list: ListMapping): string[] =>
  Object.keys(isColumnList(list) ? list.from : (new RegExp(`${patternOf(list.pattern).source}|`, 'u').exec('')?.groups ?? {}));

export const isColumnList = (list: ListMapping): list is ColumnList => typeof list.from !== 'string';

/** The parts of a list in a row, each as the row's cells plus its fields. */
export const partsOf = (list: ListMapping, cells: Cells, complain: Complain): Cells[] =>
  isColumnList(list) ? byPosition(list, cells, complain) : byPattern(list, cells, complain);

/** The n-th values of all columns are the n-th part; a part whose first field is empty is left out. */
function byPosition({ from, split }: ColumnList, cells: Cells, complain: Complain): Cells[] {
  const columns = Object.entries(from).map(([field, template]) => ({
    field,
    template,
    values: templateOf(template).fill(cells).split(split),
  }));
  const [first] = columns as [(typeof columns)[number]];
  if (first.values.length > most) return (complain(first.template, String(first.values.length), tooMany, false), []);
  for (const { template, values } of columns)
    if (values.length > first.values.length)
      complain(
        template,
        values.join(split),
        `must have no more parts than ${first.template}, which has ${first.values.length}`,
        false,
      );
  return first.values.flatMap((value, index) =>
    trimmed(value) === '' ? [] : [withFields(new Map(columns.map(({ field, values }) => [field, values[index] ?? ''])), cells)],
  );
}

/** Repeated parts count once. */
function byPattern(list: PatternList, cells: Cells, complain: Complain): Cells[] {
  const text = templateOf(list.from).fill(cells);
  const parts = new Set((list.split === undefined ? [text] : text.split(list.split)).map((part) => part.trim()));
  parts.delete('');
  if (parts.size > most) return (complain(list.from, String(parts.size), tooMany, false), []);
  return [...parts].flatMap((part) => {
    const found = patternOf(list.pattern).exec(part)?.groups;
    if (found !== undefined && isLeftover(part))
      return (complain(list.from, part, leftoverSentence, list.otherwise === 'skip'), []);
    if (found !== undefined) return [withFields(new Map(Object.keys(found).map((name) => [name, found[name] ?? ''])), cells)];
    if (list.otherwise !== 'ignore')
      complain(list.from, part, `is not of the form ${list.pattern}, which the mapping gives`, list.otherwise === 'skip');
    return [];
  });
}

const withFields = (fields: ReadonlyMap<string, string>, cells: Cells): Cells => ({
  get: (name) => fields.get(name) ?? cells.get(name),
});
