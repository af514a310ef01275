/** How a table is written, where that is not the default: named by options, a mapping or a URL. */
import { meant } from '../../graph/search/meant.js';

export interface TableFormat {
  /** What separates the cells of a row; a comma by default. */
  readonly delimiter?: string | undefined;
  /** A label of the WHATWG Encoding Standard; UTF-8 by default. */
  readonly encoding?: string | undefined;
  /** The sheet of a workbook, which may have only one by default. */
  readonly sheet?: string | undefined;
}

const delimiters: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'vertical bars', ',': 'commas' };
/** Signs that no shell and no list of options carries well have a word. */
const words: Readonly<Record<string, string>> = { tab: '\t', '\\t': '\t', comma: ',', semicolon: ';', pipe: '|' };

/** Those that a program may have written instead of the one that is named. */
export const usualDelimiters = [...Object.keys(delimiters), '，', '、', '；'];

export const delimiterOf = (text: string): string => words[text.toLowerCase()] ?? text;
export const delimiterName = (sign: string): string => delimiters[sign] ?? `"${sign}"`;
/** As it is written in an option. */
export const delimiterOption = (sign: string): string => (sign === '\t' ? 'tab' : `'${sign}'`);

/** Encodings that tables come in, for messages. */
const usualEncodings = [
  'utf-8',
  'gb18030',
  'gbk',
  'big5',
  'utf-16le',
  'utf-16be',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'windows-1252',
];

/** The name of an encoding by one of its labels ("GB2312" is gbk); undefined for an unknown one. */
export function encodingOf(label: string): string | undefined {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return undefined;
  }
}

/** What is wrong with a key of a format; undefined where it is right. */
export function formatProblem(key: keyof TableFormat, text: string): string | undefined {
  if (key === 'encoding' && encodingOf(text) === undefined)
    return `is an unknown encoding: "${text}"; known are ${usualEncodings.join(', ')} and the others of the WHATWG.${meant(text, usualEncodings)}`;
  if (key === 'delimiter' && !/^[^\p{L}\p{N}"\r\n]$/u.test(delimiterOf(text)))
    return `must be one sign such as ; or |, or the word tab: "${text}" is none`;
  return undefined;
}

/** What options say, and a mapping where they do not. */
export const formatFor = (mapping: TableFormat | undefined, options: TableFormat = {}): TableFormat => ({
  delimiter: options.delimiter ?? mapping?.delimiter,
  encoding: options.encoding ?? mapping?.encoding,
  sheet: options.sheet ?? mapping?.sheet,
});

/** What makes two imports of the same file differ. */
export const wordsOf = ({ delimiter, encoding, sheet }: TableFormat = {}): string[] =>
  [delimiter, encoding, sheet].some((part) => part !== undefined) ? [JSON.stringify([delimiter, encoding, sheet])] : [];
