/** A step into a value: a key of a map, or an index of a list. */
export type Step = string | number;

/** One thing that is wrong with an import, said so that a person can mend it. */
export interface Problem {
  /** Of a request, the path in its input. */
  readonly file: string;
  /** 1 is the first. */
  readonly line?: number;
  readonly column?: number;
  /** The key of the value, where a line's columns have no meaning of their own. */
  readonly field?: string | undefined;
  /** The value found there. */
  readonly value: unknown;
  /** What is wrong, and what would be right. */
  readonly message: string;
}

/** Something read from a file, with its place, for checks that need the whole import. */
export interface Located<T> {
  readonly item: T;
  /** A problem with the item, or with the part of it that the steps lead to. */
  readonly problem: (at: readonly Step[], message: string) => Problem;
}

/** Problems that a message lists: a person mends no more at a time. */
const shown = 1_000;

/** Refuses an import; nothing of it is written. */
export class InvalidInput extends Error {
  override readonly name = 'InvalidInput';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.slice(0, shown).map(sentence).join('\n'));
  }
}

/** A problem as `file:line:column key what is wrong (the value found)`. */
export function sentence({ file, line, column, field, value, message }: Problem): string {
  const found =
    value === undefined ? '' : ` (${shortened(JSON.stringify(typeof value === 'string' ? value.slice(0, 100) : value), 80)})`;
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  return `${shortened([place, field, message].filter((part) => part !== undefined).join(' '), 1_000)}${found}`;
}

const shortened = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
