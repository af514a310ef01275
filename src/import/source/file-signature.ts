/** What a file is, by its first bytes, where it is none that is read. */

const saveAsCsv = 'save the sheet as CSV in UTF-8';
const unpack = 'unpack it, or pack it with gzip';

const signatures: readonly (readonly [bytes: string, cause: string])[] = [
  ['504b0304', `is a ZIP archive, as workbooks of Excel (.xlsx) are: ${saveAsCsv}`],
  ['504b0506', `is an empty ZIP archive: ${saveAsCsv}`],
  ['d0cf11e0', `is a workbook of Excel (.xls): ${saveAsCsv}`],
  ['25504446', 'is a PDF: write its table as CSV in UTF-8'],
  ['fffe', 'is UTF-16: save it as UTF-8'],
  ['feff', 'is UTF-16: save it as UTF-8'],
  ['425a68', `is packed with bzip2: ${unpack}`],
  ['fd377a585a', `is packed with xz: ${unpack}`],
  ['28b52ffd', `is packed with Zstandard: ${unpack}`],
  ['377abcaf', `is packed with 7-Zip: ${unpack}`],
  ['526172211a', `is packed with RAR: ${unpack}`],
];

/** Why a file with these first bytes is not read; undefined where it may be text in UTF-8. */
export function otherForm(head: Buffer): string | undefined {
  const hex = head.subarray(0, 8).toString('hex');
  const cause = signatures.find(([bytes]) => hex.startsWith(bytes))?.[1];
  if (cause !== undefined) return cause;
  if (head.length > 1 && (head[0] === 0) !== (head[1] === 0)) return 'is UTF-16: save it as UTF-8';
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(head.subarray(0, 100).toString('latin1')))
    return `is HTML or XML, as some programs write for Excel: ${saveAsCsv}`;
  return undefined;
}
