/** From a part of a mapping back to the column that it reads, so that a problem can name its place. */
import type { Step } from '../../changesets/problem.js';
import { fieldsOf, isColumnList } from './lists.js';
import type { ListMapping } from './schema.js';
import { templateOf } from './template.js';

/** The part of a mapping that produced the value at a path. Lists may have grown, so all items are treated as the first. */
export function deepest(node: unknown, at: readonly Step[]): unknown {
  const [step, ...rest] = at;
  if (step === undefined || typeof node !== 'object' || node === null) return node;
  const parts = node as Readonly<Record<Step, unknown>>;
  const { properties } = node as { properties?: Readonly<Record<Step, unknown>> };
  return deepest(
    parts[step] ?? (typeof step === 'number' ? parts[0] : properties?.[step]) ?? node,
    parts[step] === undefined ? [] : rest,
  );
}

/** The first column that a part of a mapping, or else the whole item, reads; of what a pattern found, the column of its list. */
export function columnIn(part: unknown, whole: unknown, lists: Readonly<Record<string, ListMapping>>): string | undefined {
  const column = firstColumn(part) ?? firstColumn(whole);
  const { each } = (whole ?? {}) as { readonly each?: string };
  const list = each === undefined ? undefined : lists[each];
  if (list === undefined || column === undefined || !fieldsOf(list).includes(column)) return column;
  return firstColumn(isColumnList(list) ? list.from[column] : list.from);
}

function firstColumn(node: unknown): string | undefined {
  if (typeof node === 'string') return templateOf(node).columns[0];
  if (typeof node !== 'object' || node === null) return undefined;
  for (const part of Object.values(node)) {
    const column = firstColumn(part);
    if (column !== undefined) return column;
  }
  return undefined;
}
