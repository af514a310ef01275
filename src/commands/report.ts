/** What a command found. */
export interface Report {
  /** For people to read, in plain text. */
  readonly lines: readonly string[];
  /** A sentence beside them, for standard error: not what a program reads on. */
  readonly note?: string;
  /** Nothing is wrong; otherwise the process ends with 1. */
  readonly ok: boolean;
}

/** "1 passage", "1,000 passages". */
export function counted(total: number, one: string, many: string = `${one}s`): string {
  return `${total.toLocaleString('en')} ${total === 1 ? one : many}`;
}
