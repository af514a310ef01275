/** The rows of a sheet of a workbook, as a CSV file of it would have them: docs/decisions/034-workbooks-are-read-here.md. */
import { stringify } from 'csv-stringify/sync';
import { InvalidInput } from '../../../changesets/problem.js';
import type { CsvRow } from '../csv.js';
import type { InputFile } from '../file.js';
import { refusal } from '../refusal.js';
import { cellText, type Cell } from './cell.js';
import { openWorkbook, type Workbook } from './workbook.js';
import { readXml, type Attributes } from './xml.js';

/** The head first; rows without text are left out. Throws an InvalidInput where the workbook cannot be read on. */
export async function* sheetRows(file: InputFile): AsyncGenerator<CsvRow[]> {
  try {
    const workbook = await openWorkbook(file);
    try {
      yield* rowsOf(file, workbook);
    } finally {
      workbook.parts.close();
    }
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw refusal(
      file.name,
      1,
      `cannot be read as a workbook (${(error as Error).message}): open it in a spreadsheet program and save it again`,
    );
  }
}

async function* rowsOf(file: InputFile, workbook: Workbook): AsyncGenerator<CsvRow[]> {
  const sheet = new SheetReader(file, workbook);
  for await (const _ of readXml(workbook.parts.text(workbook.sheet), sheet)) yield sheet.taken();
  sheet.mustHaveNoMerged();
}

class SheetReader {
  private rows: CsvRow[] = [];
  private head: CsvRow | undefined;
  private line = 0;
  private cells: string[] = [];
  private wrong: CsvRow['wrong'];
  private cell: Cell = { column: -1, type: 'n', style: 0, isFormula: false };
  private isPhonetic = false;
  private readonly merged: string[] = [];

  constructor(
    private readonly file: InputFile,
    private readonly workbook: Workbook,
  ) {}

  taken(): CsvRow[] {
    const { rows } = this;
    this.rows = [];
    return rows;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    const { r = '', t = 'n', s = '0', ref = '' } = attributes;
    if (name === 'row') this.begin(Number(r) || this.line + 1);
    else if (name === 'c')
      this.cell = { column: columnOf(r) ?? this.cell.column + 1, type: t, style: Number(s), isFormula: false };
    else if (name === 'f') this.cell.isFormula = true;
    else if (name === 'rPh') this.isPhonetic = true;
    else if (name === 'mergeCell') this.merged.push(ref);
  };

  readonly close = (name: string, text: string): void => {
    if (name === 'v' || (name === 't' && !this.isPhonetic)) this.cell.text = `${this.cell.text ?? ''}${text}`;
    else if (name === 'rPh') this.isPhonetic = false;
    else if (name === 'c') this.add();
    else if (name === 'row') this.end();
  };

  private begin(line: number): void {
    const most = this.file.bounds?.lines ?? Infinity;
    if (line > most + 1)
      throw refusal(this.file.name, most + 1, `goes on after ${most.toLocaleString('en')} lines: split the file`);
    [this.line, this.cells, this.wrong] = [line, [], undefined];
    this.cell = { column: -1, type: 'n', style: 0, isFormula: false };
  }

  private add(): void {
    const { column } = this.cell;
    const { text, wrong } = cellText(this.cell, this.workbook);
    if (text === '' && wrong === undefined) return;
    while (this.cells.length < column) this.cells.push('');
    this.cells[column] = text;
    if (wrong !== undefined) this.wrong ??= { column: column + 1, value: text, message: wrong };
  }

  /** A row has at least as many cells as the head. */
  private end(): void {
    if (this.cells.length === 0) return;
    const width = this.head?.cells.length ?? 0;
    while (this.cells.length < width) this.cells.push('');
    const { line, cells, wrong } = this;
    const row = { line, cells, wrong, raw: stringify([cells], { eof: false }) };
    this.head ??= row;
    this.rows.push(row);
  }

  /** Only the first of merged cells has the text: of the others nobody knows whether they are empty. */
  mustHaveNoMerged(): void {
    const head = this.head?.line ?? 0;
    const below = this.merged.filter((ref) => Number(/\d+$/.exec(ref)?.[0] ?? 0) > head);
    const [first] = below;
    if (first === undefined) return;
    throw refusal(
      this.file.name,
      Number(/\d+/.exec(first)?.[0] ?? 1),
      `has merged cells (${below.slice(0, 3).join(', ')}${below.length > 3 ? ` and ${below.length - 3} more` : ''}), of which only the first has the text: unmerge them and fill each`,
    );
  }
}

/** 0 of "A7", 27 of "AB7"; undefined where a cell does not name its place. */
function columnOf(place: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  return letters === undefined ? undefined : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
