/** The rows of a CSV file (RFC 4180, with any sign between the cells), each as its original text and as cells; a malformed row does not prevent the others from being read. */
import type { Problem } from '../../changesets/problem.js';
import { limits } from '../../limits.js';
import { linesOf, type InputFile, type TextLine } from './file.js';
import { delimiterOf } from './table-format.js';

/** Characters of a row, and of a cell: a longer one is a quote that does not end, or a file in the wrong column. */
const longest = limits.imports.record.value;

export interface CsvRow {
  /** Where the row begins. */
  readonly line: number;
  /** The original text of the row, without its line ending. */
  readonly raw: string;
  readonly cells: readonly string[];
  /** What is wrong with its form; undefined where nothing is. */
  readonly wrong?: Pick<Problem, 'column' | 'value' | 'message'> | undefined;
}

/** The rows of a file, the head first. Empty lines are left out. Throws an InvalidInput like linesOf. */
export async function* rowsOf(file: InputFile): AsyncGenerator<CsvRow[]> {
  const delimiter = delimiterOf(file.format?.delimiter ?? ',');
  let row: RowReader | undefined;
  for await (const lines of linesOf(file)) {
    const rows: CsvRow[] = [];
    for (const line of lines) {
      const text = line.number === 1 ? line.text.replace(/^\uFEFF/, '') : line.text;
      if (row === undefined && /^\r?$/.test(text)) continue;
      row ??= new RowReader(line, delimiter);
      if (row.takes(text.endsWith('\r') ? text.slice(0, -1) : text)) {
        rows.push(row.row());
        row = undefined;
      }
    }
    yield rows;
  }
  if (row !== undefined) yield [row.row()];
}

/** Reads one row, of one line or of several where a cell in quotes holds line feeds. */
class RowReader {
  private readonly cells: string[] = [];
  private readonly raw: string[] = [];
  /** The parts of a cell whose closing quote has not come. */
  private open: string[] | undefined;
  private length = 0;
  private wrong: CsvRow['wrong'];

  constructor(
    private readonly first: TextLine,
    private readonly delimiter: string,
  ) {}

  /** Reads a line; true when the row ends with it. */
  takes(line: string): boolean {
    this.length += line.length + 1;
    if (!this.isTooLong) this.raw.push(line);
    let at = this.open === undefined ? 0 : this.quoted(line, 0, this.open);
    while (at >= 0 && at <= line.length) at = this.cell(line, at);
    return this.open === undefined;
  }

  row(): CsvRow {
    if (this.open !== undefined)
      this.found(
        this.cells.length,
        this.isTooLong ? tooLong : 'begins with a quote that does not end: close it, or double it where it is part of the text',
      );
    const long = this.cells.findIndex((cell) => cell.length > longest);
    if (long >= 0) this.found(long, tooLong);
    if (this.isTooLong)
      this.found(0, `begins a row of more than ${longest.toLocaleString('en')} characters: no row may have more`);
    const empty = this.cells.findIndex((cell) => cell.includes('\0'));
    if (empty >= 0) this.found(empty, 'holds a NUL character, which no text has: take it out');
    return { line: this.first.number, raw: this.raw.join('\n'), cells: this.cells, wrong: this.wrong };
  }

  /** Reads one cell; gives where the next begins, past the end of the line where there is none, and -1 where the cell goes on in the next line. */
  private cell(line: string, at: number): number {
    if (line[at] === '"') return this.quoted(line, at + 1, []);
    const next = line.indexOf(this.delimiter, at);
    const end = next < 0 ? line.length : next;
    this.cells.push(line.slice(at, end));
    return end + 1;
  }

  private quoted(line: string, from: number, parts: string[]): number {
    let at = from;
    for (;;) {
      const quote = line.indexOf('"', at);
      if (quote < 0) {
        if (!this.isTooLong) parts.push(line.slice(at), '\n');
        this.open = parts;
        return -1;
      }
      parts.push(line.slice(at, quote));
      if (line[quote + 1] !== '"') return this.closed(line, quote + 1, parts);
      parts.push('"');
      at = quote + 2;
    }
  }

  /** What comes after so much in quotes is read and not kept, to the end of the cell. */
  private get isTooLong(): boolean {
    return this.length > longest + 1;
  }

  private closed(line: string, at: number, parts: readonly string[]): number {
    this.open = undefined;
    const next = line.indexOf(this.delimiter, at);
    const end = next < 0 ? line.length : next;
    this.cells.push(parts.join('') + line.slice(at, end));
    if (end > at)
      this.found(this.cells.length - 1, 'goes on after its closing quote: double the quotes that are part of the text');
    return end + 1;
  }

  private found(cell: number, message: string): void {
    this.wrong ??= { column: cell + 1, value: (this.cells[cell] ?? '').slice(0, 100), message };
  }
}

const tooLong = `is longer than ${longest.toLocaleString('en')} characters: no cell may be`;
