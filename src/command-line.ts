/** Runs commands, and turns their errors into sentences and exit codes. */
import { CommanderError } from 'commander';
import { InvalidInput } from './changesets/problem.js';
import { GraphError } from './graph/errors.js';
import { program } from './program/program.js';
import { SettingsError } from './settings/settings.js';

/** Exit code 2 for wrong usage or settings, 1 for everything else. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const known =
    error instanceof SettingsError || error instanceof InvalidInput || (error instanceof GraphError && error.code !== 'INTERNAL');
  process.exitCode = error instanceof SettingsError ? 2 : 1;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
}

/** Runs the command of these arguments. */
export async function runCommand(args: readonly string[]): Promise<void> {
  process.stdout.on('error', () => process.exit()); // the reader of a pipe has gone
  await program.parseAsync(args, { from: 'user' }).catch(fail);
}
