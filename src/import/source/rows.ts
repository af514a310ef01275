/** The rows of a table, from text or from a workbook. */
import { rowsOf as csvRows, type CsvRow } from './csv.js';
import type { Source } from './source-records.js';

/** The head first. Throws an InvalidInput where the file cannot be read any further. */
export async function* rowsOf(source: Source): AsyncGenerator<CsvRow[]> {
  if (source.form === 'csv') yield* csvRows(source);
  else yield* (await import('./workbook/sheet-rows.js')).sheetRows(source);
}

export const isTable = ({ form }: Source): boolean => form === 'csv' || form === 'workbook';
