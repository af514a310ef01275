import { Option, type Command } from 'commander';
import { exportGraph, type ExportOptions } from '../commands/export.js';
import type { PartOptions } from '../commands/part.js';
import type { ImportOptions } from '../commands/import.js';
import type { ProposeOptions } from '../commands/propose.js';
import { formats } from '../export/formats.js';
import { allOfWords, quietRelationTypes } from '../model/model.js';
import { SettingsError, parseSettings } from '../settings/settings.js';
import { print } from './print.js';

/** Adds the commands that move data out and in. */
export function addTransferCommands(program: Command): void {
  program
    .command('export')
    .description(
      'Writes the whole graph, or a self-contained part of it, to a file, a folder or standard output. Reads the same settings as the service.',
    )
    .addOption(new Option('--format <format>', 'the output format').choices(Object.keys(formats)).makeOptionMandatory())
    .option('--out <path>', 'the file, or the folder of a format that takes several files (default: standard output)')
    .option('--types <labels>', 'only entities of these types, such as Policy,Agency, and the claims among them')
    .option('--from <id>', 'only this entity and its neighbourhood')
    .option('--depth <number>', 'the radius of the neighbourhood in relations, with --from (default: 1)')
    .option(
      '--relations <types>',
      `the relations to follow, such as COVERS,ISSUED, with --from (default: all but ${allOfWords(quietRelationTypes)})`,
    )
    .option('--query <file>', 'only entities, observations and claims whose ids are in the answer to this GraphQL query')
    .option('--variables <json>', 'the variables of the query')
    .option('--as-of <day>', 'only relations that may hold on this day (csv, xlsx, json, graphml)')
    .option('--gzip', 'compresses the output', false)
    .addOption(
      new Option(
        '--formulas <how>',
        "text that looks like a formula, in tables for spreadsheets: escape it with ' or keep it",
      ).choices(['escape', 'keep']),
    )
    .option('--force', 'replaces existing files', false)
    .addHelpText(
      'after',
      `\nFormats:\n${Object.entries(formats)
        .map(([name, { description }]) => `  ${name.padEnd(10)} ${description}\n`)
        .join(
          '',
        )}\nExamples:\n  policygraph export --format jsonl > graph.jsonl\n  policygraph export --format neo4j-csv --gzip --out neo4j\n  policygraph export --format csv --out pilot --from program:cn-used-car-export-pilot --depth 2\n  policygraph export --format jsonl --query policies.graphql > policies.jsonl\n`,
    )
    .action(async (options: ExportOptions & PartOptions) => exportGraph(parseSettings(process.env), options));

  program
    .command('import')
    .description(
      'Imports files of entities, claims and observations, and tables with a mapping. If there is any problem, nothing is imported.',
    )
    .argument('<file...>', 'YAML, JSON Lines, CSV (optionally gzipped) or XLSX; - for standard input')
    .option('--propose', 'prints a proposed mapping for a table, to read and change', false)
    .option('--type <label>', 'what a row of the table is, with --propose (default: inferred from its headers and cells)')
    .option('--mapping <file>', 'the file that says what the columns of tables mean (docs/add-your-data.md)')
    .option('--delimiter <sign>', "what separates the cells of a table, such as ';', or the word tab (default: a comma)")
    .option('--encoding <name>', 'the encoding of text, such as gb18030 or utf-16le (default: utf-8)')
    .option('--sheet <name>', 'the sheet of a workbook (default: its only one)')
    .option('--dry-run', 'reports what would change, without writing', false)
    .option('--keep-good', 'imports valid records, and writes invalid ones to the file of --rejects', false)
    .option('--rejects <file>', 'the file for rejected records; the reasons go to a file next to it')
    .option('--match', 'looks up names in the graph, and writes uncertain ones to a file of decisions', false)
    .option('--decisions <file>', 'the file of decisions (default: that of --mapping, ending in .decisions.csv)')
    .option('--batch <number>', 'records per changeset', Number, 1_000)
    .option('--id <name>', 'the name of the import in its changesets (default: a hash of the files)')
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph import graph.jsonl.gz\n  policygraph import policies.csv --propose > policies.yaml\n  policygraph import policies.csv --mapping policies.yaml --dry-run\n  policygraph import policies.csv --mapping policies.yaml --match --keep-good --rejects wrong.csv\n',
    )
    .action(
      async (
        files: string[],
        { propose: isProposal, type, ...options }: ImportOptions & ProposeOptions & { propose: boolean },
      ) => {
        if (type !== undefined && !isProposal)
          throw new SettingsError('--type needs --propose: a mapping names the types itself.');
        if (isProposal) {
          const { propose } = await import('../commands/propose.js');
          print(await propose(parseSettings(process.env), files, { ...options, type }, process.stdin));
          return;
        }
        const { importFiles: load } = await import('../commands/import.js');
        print(await load(parseSettings(process.env), files, options, process.stdin));
      },
    );
}
