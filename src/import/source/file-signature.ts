/** What a file is, by its first bytes, where it is none that is read as text. */

const saveAsCsv = 'save the sheet as CSV in UTF-8';
const zip = '504b0304';
const unpack = 'unpack it, or pack it with gzip';

const signatures: readonly (readonly [bytes: string, cause: string])[] = [
  [zip, 'is a ZIP archive, as workbooks of Excel are: call it .xlsx, or name the sheet with --sheet'],
  ['504b0506', `is an empty ZIP archive: ${saveAsCsv}`],
  ['d0cf11e0', `is a workbook of Excel of an old form (.xls) or with a password: save it as .xlsx without one, or ${saveAsCsv}`],
  ['25504446', 'is a PDF: write its table as CSV in UTF-8'],
  ['425a68', `is packed with bzip2: ${unpack}`],
  ['fd377a585a', `is packed with xz: ${unpack}`],
  ['28b52ffd', `is packed with Zstandard: ${unpack}`],
  ['377abcaf', `is packed with 7-Zip: ${unpack}`],
  ['526172211a', `is packed with RAR: ${unpack}`],
];

/** Why a file with these first bytes is not read as text; undefined where it may be text. */
export function otherForm(head: Buffer): string | undefined {
  const hex = head.subarray(0, 8).toString('hex');
  const cause = signatures.find(([bytes]) => hex.startsWith(bytes))?.[1];
  if (cause !== undefined) return cause;
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(head.subarray(0, 100).toString('latin1')))
    return `is HTML or XML, as some programs write for Excel: ${saveAsCsv}`;
  return undefined;
}

export const isZip = (head: Buffer): boolean => head.subarray(0, 4).toString('hex') === zip;
