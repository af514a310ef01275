import type { Command } from 'commander';
import { addKey, listKeys, revokeKey, type KeyOptions } from '../commands/keys.js';
import { SettingsError, parseSettings } from '../settings/settings.js';
import { print } from './print.js';

/** Adds the commands for API keys. */
export function addKeyCommands(program: Command): void {
  const keys = program
    .command('keys')
    .description('Creates, lists and revokes API keys. Reads the same settings as the service, which may be running.')
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph keys add --name "Nightly import" --role editor --types Policy,Program --expires 90d\n  policygraph keys list\n  policygraph keys revoke 3f9a1c02\n',
    );

  keys
    .command('add')
    .description('Creates a key and prints it once; it cannot be shown again.')
    .requiredOption('--name <name>', 'its purpose')
    .requiredOption('--role <role>', 'reader, editor or admin')
    .option('--types <labels>', 'the types of entities that it may write, such as Policy,Program (default: all)')
    .option('--expires <when>', 'days from now, such as 90d, or a date, such as 2027-01-01 (default: never)')
    .addHelpText('after', '\nExample:\n  policygraph keys add --name "Nightly import" --role editor --expires 90d\n')
    .action(async (options: KeyOptions) => print(await addKey(keysFile(), options)));

  keys
    .command('list')
    .description('Lists the keys: names, roles, types, dates and states.')
    .addHelpText('after', '\nExample:\n  policygraph keys list\n')
    .action(async () => print(await listKeys(keysFile())));

  keys
    .command('revoke')
    .description('Revokes a key permanently.')
    .argument('<id>', 'its id, from "keys list"')
    .addHelpText('after', '\nExample:\n  policygraph keys revoke 3f9a1c02\n')
    .action(async (id: string) => print(await revokeKey(keysFile(), id)));
}

function keysFile(): string {
  const file = parseSettings(process.env).keys;
  if (file === undefined)
    throw new SettingsError('POLICYGRAPH_DATA is :memory:, which keeps nothing: set POLICYGRAPH_KEYS to the file of the keys.');
  return file;
}
