import { unescaped, type Workbook } from './workbook.js';

/** A cell, as it is in the XML. */
export interface Cell {
  /** 0 is the first. */
  readonly column: number;
  readonly type: string;
  readonly style: number;
  isFormula: boolean;
  text?: string;
}

export interface CellText {
  readonly text: string;
  readonly wrong?: string;
}

/** The text of a cell as a CSV file would have it: days as 2024-02-05, numbers as they are typed, the results of formulas. */
export function cellText(
  { type, style, isFormula, text }: Cell,
  { texts, formats, is1904 }: Pick<Workbook, 'texts' | 'formats' | 'is1904'>,
): CellText {
  if (text === undefined || text === '')
    return isFormula && type !== 'str'
      ? { text: '', wrong: 'is a formula without its result: open the workbook in a spreadsheet program and save it' }
      : { text: '' };
  switch (type) {
    case 's':
      return { text: texts[Number(text)] ?? '' };
    case 'str':
    case 'inlineStr':
      return { text: unescaped(text) };
    case 'b':
      return { text: text === '1' ? 'TRUE' : 'FALSE' };
    case 'e': // #N/A and the like, which a mapping may name under "empty"
      return { text };
    case 'd':
      return { text: text.replace(/T00:00:00(\.0+)?Z?$/, '') };
    default:
      return numberText(Number(text), formats[style]?.(Number(text), is1904));
  }
}

/** Programs keep fifteen digits of a number, and calculate with more. */
function numberText(value: number, shown: string | undefined): CellText {
  if (shown !== undefined) return { text: shown };
  if (Number.isInteger(value) && Math.abs(value) >= 1e15)
    return {
      text: String(value),
      wrong: 'is a number of more than 15 digits, of which a workbook keeps 15: format the column as text and type it again',
    };
  return { text: String(Number(value.toPrecision(15))) };
}
