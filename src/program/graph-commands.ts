import type { Command } from 'commander';
import { check } from '../commands/check.js';
import { migrate } from '../commands/migrate.js';
import { schemaText } from '../server/schema-file.js';
import { parseSettings } from '../settings/settings.js';
import { print } from './print.js';

/** Adds the commands that look at a graph as a whole, or upgrade it. */
export function addGraphCommands(program: Command): void {
  program
    .command('check')
    .description(
      'Checks that relations and properties in the graph agree with the live claims. Reads the same settings as the service.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph check\n  NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… policygraph check\n',
    )
    .action(async () => print(await check(parseSettings(process.env))));

  program
    .command('migrate')
    .description(
      'Upgrades the graph of an earlier version. It may be interrupted: the next run continues. Reads the same settings as the service.',
    )
    .option('--dry-run', 'lists the steps that would run, without writing', false)
    .addHelpText('after', '\nExamples:\n  policygraph migrate --dry-run\n  policygraph migrate\n')
    .action(async (options: { dryRun: boolean }) => print(await migrate(parseSettings(process.env), options)));

  program
    .command('schema')
    .description('Prints the GraphQL schema, for tools that generate code from it.')
    .addHelpText('after', '\nExample:\n  policygraph schema > schema.graphql\n')
    .action(() => void process.stdout.write(schemaText()));
}
