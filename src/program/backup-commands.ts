import type { Command } from 'commander';
import { backup } from '../commands/backup.js';
import { restore } from '../commands/restore.js';
import { parseSettings } from '../settings/settings.js';
import { print } from './print.js';

/** Adds the commands that back a graph up and restore it. */
export function addBackupCommands(program: Command): void {
  program
    .command('backup')
    .description(
      'Writes the whole graph to a file, including its changes, drafts and API keys. The service may be running and writing. Reads the same settings as the service.',
    )
    .argument('<file>', 'the file, or a folder in which the file is named after the time')
    .option('--without-keys', 'leaves out the API keys, of which the file has hashes', false)
    .option('--force', 'replaces an existing file', false)
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph backup backups/\n  policygraph backup --force graph.backup.gz\n  NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… policygraph backup backups/\n',
    )
    .action(async (file: string, { withoutKeys, force }: { withoutKeys: boolean; force: boolean }) =>
      print(await backup(parseSettings(process.env), file, { keys: !withoutKeys, force })),
    );

  program
    .command('restore')
    .description(
      'Replaces the current graph by that of a backup, completely or not at all. On the embedded engine, the service may be running. Reads the same settings as the service.',
    )
    .argument('<file>', 'a backup, of either engine')
    .option('--force', 'replaces an existing graph', false)
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph restore backups/policygraph-20261127T183000Z.backup.gz\n  policygraph restore --force graph.backup.gz\n',
    )
    .action(async (file: string, options: { force: boolean }) => print(await restore(parseSettings(process.env), file, options)));
}
