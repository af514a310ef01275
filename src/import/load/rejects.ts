/** The file of rejected records in their original form; the reasons are in a file next to it. */
import { createWriteStream, renameSync, rmSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { once } from 'node:events';
import { sentence, type Problem } from '../../changesets/problem.js';
import type { SourceRecord } from './parts.js';

export class Rejects {
  private readonly records: WriteStream;
  private readonly reasons: WriteStream;
  private lines: number;

  /** `head` is the head of a table, empty where the records have none. Both files appear when all is written. */
  constructor(
    readonly path: string,
    head: string,
  ) {
    this.records = createWriteStream(part(path));
    this.reasons = createWriteStream(part(reasonsOf(path)));
    if (head !== '') this.records.write(`${head}\n`);
    this.lines = head === '' ? 0 : head.split('\n').length;
  }

  async add({ raw }: SourceRecord, problems: readonly Problem[]): Promise<void> {
    const text = problems.map((problem) => `line ${this.lines + 1}: ${sentence(problem)}\n`).join('');
    this.lines += raw.split('\n').length;
    const goesOn = [this.records.write(`${raw}\n`), this.reasons.write(text)];
    await Promise.all(
      [this.records, this.reasons].filter((_, index) => goesOn[index] === false).map((stream) => once(stream, 'drain')),
    );
  }

  /** Puts the files in their places, or, when nothing is to be kept, takes them away. */
  async end(isKept: boolean): Promise<void> {
    for (const [stream, path] of [
      [this.records, this.path],
      [this.reasons, reasonsOf(this.path)],
    ] as const) {
      stream.end();
      await finished(stream);
      if (isKept) renameSync(part(path), path);
      else rmSync(part(path), { force: true });
    }
  }
}

export const reasonsOf = (path: string): string => `${path}.reasons.txt`;
const part = (path: string): string => `${path}.part`;
