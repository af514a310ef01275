/** Lines that are next to each other on a page: columns of a text, or cells of a table. */
import { endsUnspaced, type Line } from './line.js';

/** Columns one after the other; a row of a table as one line, with its cells. Both in a page whose content goes across. */
export function withoutNeighbours(lines: readonly Line[]): Line[] {
  const rows = rowsOf(lines);
  let arranged: Line[] = [];
  for (let index = 0; index < rows.length;) {
    const run = runFrom(rows, index);
    if (areColumns(run))
      arranged = arranged.concat((run[0] ?? []).flatMap((_, column) => run.flatMap((row) => row.slice(column, column + 1))));
    else arranged = arranged.concat(run.map(asOneLine));
    index += run.length;
  }
  return arranged;
}

function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of lines) {
    const last = rows.at(-1)?.at(-1);
    if (last !== undefined && isNext(last, line)) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}

const isNext = (last: Line, line: Line): boolean =>
  last.turn === line.turn && Math.abs(last.base - line.base) < 0.3 * line.height && line.left > last.right;

/** Rows with as many lines, each of which begins where the one above does. */
function runFrom(rows: readonly (readonly Line[])[], start: number): (readonly Line[])[] {
  const first = rows[start] ?? [];
  const rest = rows.slice(start + 1);
  const end = rest.findIndex((row) => row.length !== first.length || row.some((line, column) => !isBelow(first[column], line)));
  return [first, ...(end === -1 ? rest : rest.slice(0, end))];
}

const isBelow = (above: Line | undefined, line: Line): boolean =>
  above !== undefined && Math.abs(above.left - line.left) < 3 * line.height;

/** Cells are short; lines of a column are not, whatever the last of a paragraph is. */
function areColumns(run: readonly (readonly Line[])[]): boolean {
  const columns = (run[0] ?? []).map((_, column) => run.map((row) => row[column]?.text ?? ''));
  const usual = (texts: readonly string[]): number =>
    texts.map((text) => text.length * (endsUnspaced.test(text) ? 2 : 1)).toSorted((a, b) => a - b)[texts.length >> 1] ?? 0;
  return run.length >= 3 && columns.length >= 2 && columns.every((texts) => usual(texts) >= 24);
}

function asOneLine(row: readonly Line[]): Line {
  const [first] = row as [Line];
  if (row.length === 1) return first;
  const isSpacedOut = row.every(({ text }) => text.length <= 2 && endsUnspaced.test(text));
  return {
    ...first,
    text: row.map(({ text }) => text).join(isSpacedOut ? '' : ' | '),
    right: row.at(-1)?.right ?? first.right,
    height: row.reduce((most, { height }) => Math.max(most, height), 0),
    isRow: !isSpacedOut,
  };
}
