/** The command line: its commands in the order in which --help lists them. */
import { Command, Help } from 'commander';
import { modelVersion } from '../graph/model-version.js';
import { programVersion } from '../program-version.js';
import { restartWithOptions } from '../start/node-options.js';
import { SettingsError, mustBeKnown, parseSettings } from '../settings/settings.js';
import { settingNamed } from '../settings/table.js';
import { addBackupCommands } from './backup-commands.js';
import { addGraphCommands } from './graph-commands.js';
import { addKeyCommands } from './key-commands.js';
import { addSourceCommands } from './source-commands.js';
import { addTextCommands } from './text-commands.js';
import { addTransferCommands } from './transfer-commands.js';

export const program = new Command('policygraph')
  .description(
    "Runs the service, checks a graph's claims against their sources, imports and exports data, backs it up, and manages API keys.",
  )
  .version(`policygraph ${programVersion}, model version ${modelVersion}`, '--version', 'prints the version')
  .exitOverride()
  .hook('preAction', () => mustBeKnown(process.env))
  .configureHelp({ optionDescription: (option) => new Help().optionDescription(option).replace(' (default: false)', '') }) // as every switch is
  .configureOutput({ outputError: (message, write) => write(`${asSentence(message)}\n`) });

program
  .command('start')
  .description(
    'Runs the service: loads the built-in data, prints its addresses, and stops on SIGTERM. Its settings are variables of the environment (docs/settings.md).',
  )
  .allowUnknownOption()
  .allowExcessArguments() // both are refused with what would be right
  .addHelpText('after', '\nExamples:\n  policygraph start\n  PORT=4001 POLICYGRAPH_DATA=/srv/graph policygraph start\n')
  .action(async (_options: unknown, { args }: Command) => {
    mustBeEmpty(args);
    restartWithOptions();
    await (await import('../start/service.js')).runService(process.env);
  });

addSourceCommands(program);
addGraphCommands(program);
addTransferCommands(program);
addTextCommands(program);
addBackupCommands(program);

program
  .command('mcp')
  .description(
    'Serves agents over the Model Context Protocol, on standard input and output. Reads the same settings as the service.',
  )
  .option('--url <address>', 'the address of a running service (default: the graph of the settings)')
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph mcp --url http://127.0.0.1:4000\n  POLICYGRAPH_DATA=/srv/graph policygraph mcp\n',
  )
  .action(async (options: { url?: string }) =>
    (await import('../commands/mcp.js')).serveMcp(parseSettings(process.env), options),
  );

addKeyCommands(program);

function mustBeEmpty([argument]: readonly string[]): void {
  if (argument === undefined) return;
  const setting = settingNamed(argument);
  throw new SettingsError(
    `Unknown argument "${argument}" of start: settings are variables of the environment. ${setting === undefined ? 'docs/settings.md lists them.' : `Did you mean ${setting}=… policygraph start?`}`,
  );
}

/** "error: unknown option '--x'\n(Did you mean …?)" as one sentence. */
function asSentence(message: string): string {
  const line = message
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.?)]$/.test(line) ? '' : '.'}`;
}
