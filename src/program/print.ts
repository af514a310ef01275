import type { Report } from '../commands/report.js';

/** Writes a report: its lines to standard output, its note to standard error, and exit code 1 where something is wrong. */
export function print({ lines, note, ok }: Report): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  if (note !== undefined) process.stderr.write(`${note}\n`);
  if (!ok) process.exitCode = 1;
}
