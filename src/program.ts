/** The commands of the command line, and their options. */
import { text } from 'node:stream/consumers';
import { Command, Option } from 'commander';
import { auditClaims, auditFormats, marksPath, readMarks, type AuditCommandOptions } from './commands/audit.js';
import { updateMarks } from './commands/audit-marks.js';
import { backup } from './commands/backup.js';
import { check } from './commands/check.js';
import { unexplained } from './commands/unexplained.js';
import { exportGraph, type ExportOptions } from './commands/export.js';
import type { PartOptions } from './commands/part.js';
import type { ImportOptions } from './commands/import.js';
import type { ReadOptions } from './commands/read.js';
import type { ProposeOptions } from './commands/propose.js';
import { addKey, listKeys, revokeKey, type KeyOptions } from './commands/keys.js';
import { locate } from './commands/locate.js';
import { migrate } from './commands/migrate.js';
import type { Report } from './commands/report.js';
import { restore } from './commands/restore.js';
import { withSources, type SourceFolders, type Sources } from './commands/sources.js';
import { verify } from './commands/verify.js';
import { formats } from './export/formats.js';
import { modelVersion } from './graph/model-version.js';
import { builtInFolder } from './import/built-in.js';
import { allOfWords, quietRelationTypes } from './model/model.js';
import { programVersion } from './program-version.js';
import { schemaText } from './server/schema-file.js';
import { restartWithOptions } from './start/node-options.js';
import { SettingsError, mustBeKnown, parseSettings, settingNamed } from './settings/settings.js';

export const program = new Command('policygraph')
  .description(
    "Runs the service, checks a graph's claims against their sources, imports and exports data, backs it up, and manages API keys.",
  )
  .version(`policygraph ${programVersion}, model version ${modelVersion}`, '--version', 'prints the version')
  .exitOverride()
  .hook('preAction', () => mustBeKnown(process.env))
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
    await (await import('./start/service.js')).runService(process.env);
  });

overTexts(program.command('verify'))
  .description(
    'Checks the passages of all claims against their texts: those of the archive, and those of published readings, which the graph keeps. Reads the same settings as the service.',
  )
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph verify\n  policygraph verify --archive texts\n  policygraph verify --archive texts --data my-data\n',
  )
  .action(async (folders: SourceFolders) => print(await onSources(folders, verify)));

overTexts(program.command('unexplained').alias('coverage'))
  .description('Lists the sentences of the texts that no claim rests on and uncovered.yaml does not explain.')
  .addHelpText('after', '\nExample:\n  policygraph unexplained --archive texts\n')
  .action(async (folders: SourceFolders) => print(await onSources(folders, unexplained)));

interface MarksOptions {
  readonly marks?: string;
  readonly marksFrom?: string;
  readonly dropStale: boolean;
}

overTexts(program.command('audit'))
  .description('Prints every claim next to its passage, by document, for a person to review and mark.')
  .addOption(new Option('--format <format>', 'the output format').choices(Object.keys(auditFormats)).default('html'))
  .option('--output <file>', 'the output file, replaced if it exists (default: standard output)')
  .option('--document <id>', 'only claims that rest on this document')
  .option('--unmarked', 'only claims without a mark', false)
  .option('--records', 'also claims that rest on records of data sets', false)
  .option('--marks <file>', 'the marks file (default: audit-marks.yaml in the data folder)')
  .option('--marks-from <file>', 'merges the marks of this file, such as one saved by the page, into the marks file')
  .option('--drop-stale', 'removes marks of claims that no longer exist from the marks file', false)
  .option('--strict', 'exits with 1 unless all claims are marked right and no mark is stale', false)
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph audit --archive texts --output audit.html\n  policygraph audit --marks-from ~/Downloads/audit-marks.yaml\n  policygraph audit --archive texts --format text --unmarked\n  policygraph audit --archive texts --strict --output audit.html\n',
  )
  .action(async (options: SourceFolders & AuditCommandOptions & MarksOptions) => {
    const { data = builtInFolder, marks, marksFrom: from, dropStale } = options;
    const path = marks ?? marksPath(data);
    const update = (sources: Sources) => updateMarks(sources, { path, from, dropStale });
    const list = (sources: Sources) => auditClaims(sources, readMarks(path, marks !== undefined), options);
    print(await onSources(options, from !== undefined || dropStale ? update : list));
  });

overTexts(program.command('locate'))
  .description('Finds a passage in a document and prints it as evidence for a file of claims.')
  .argument('[text...]', 'the passage, word for word; default: standard input')
  .requiredOption('--document <id>', 'the document to search')
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph locate --archive texts --document document:my-article "announced on Monday"\n  policygraph locate --archive texts --document document:my-article < passage.txt\n',
  )
  .action(async (words: string[], { document, ...folders }: SourceFolders & { document: string }) => {
    const passage = await passageOf(words);
    print(await onSources(folders, (sources) => locate(sources, document, passage)));
  });

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
  .option('--as-of <day>', 'of the relations, only those that may hold on this day (csv, xlsx, json, graphml)')
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
    'Imports files of entities, claims and observations, and tables with a mapping: everything, or nothing when there is a problem.',
  )
  .argument('<file...>', 'YAML, JSON Lines, CSV (optionally gzipped) or XLSX; - for standard input')
  .option('--propose', 'writes a mapping for a table to standard output, for a person to read and change', false)
  .option('--type <label>', 'what a row of the table is, with --propose (default: what its heads and cells show)')
  .option('--mapping <file>', 'the meaning of the columns of tables (docs/add-your-data.md)')
  .option('--delimiter <sign>', "what separates the cells of a table, such as ';', or the word tab (default: a comma)")
  .option('--encoding <name>', 'the encoding of text, such as gb18030 or utf-16le (default: utf-8)')
  .option('--sheet <name>', 'the sheet of a workbook (default: its only one)')
  .option('--dry-run', 'reports what would change, without writing', false)
  .option('--keep-good', 'imports valid records, and puts invalid ones into the file of --rejects', false)
  .option('--rejects <file>', 'where rejected records go; the reasons go into a file next to it')
  .option('--match', 'looks up names in the graph; uncertain ones go into a file of decisions', false)
  .option('--decisions <file>', 'the file of decisions (default: that of --mapping, ending in .decisions.csv)')
  .option('--batch <number>', 'records per changeset', Number, 1_000)
  .option('--id <name>', 'the name of the import in its changesets (default: a hash of the files)')
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph import graph.jsonl.gz\n  policygraph import policies.csv --propose > policies.yaml\n  policygraph import policies.csv --mapping policies.yaml --dry-run\n  policygraph import policies.csv --mapping policies.yaml --match --keep-good --rejects wrong.csv\n',
  )
  .action(
    async (files: string[], { propose: isProposal, type, ...options }: ImportOptions & ProposeOptions & { propose: boolean }) => {
      if (type !== undefined && !isProposal) throw new SettingsError('--type needs --propose: a mapping names the types itself.');
      if (isProposal) {
        const { propose } = await import('./commands/propose.js');
        print(await propose(parseSettings(process.env), files, { ...options, type }, process.stdin));
        return;
      }
      const { importFiles: load } = await import('./commands/import.js');
      print(await load(parseSettings(process.env), files, options, process.stdin));
    },
  );

program
  .command('read')
  .description(
    'Reads an article and prints the entities, dates and amounts that it names, with their places, and what it proposes for the graph. With --propose, keeps that for editors to review; nothing of it is in the graph. Reads the same settings as the service; without a graph, the names of the built-in data.',
  )
  .argument('<file>', 'plain text or Markdown, a web page, or a PDF; - for standard input')
  .option('--date <day>', 'when the article was published, such as 2024-02-27: dates such as "last year" need it')
  .option('--url <address>', 'where it was published')
  .option('--outlet <name>', 'who published it')
  .option('--lang <code>', 'its language (default: en or zh, by its letters)')
  .option('--title <title>', 'its title (default: the heading of a page, or the first line)')
  .option('--document <id>', 'the document of the graph that it is, to read it again')
  .option('--encoding <name>', 'the encoding of text, such as gb18030 or utf-16le (default: utf-8)')
  .option('--propose', 'keeps the reading for editors, and prints where to review it', false)
  .option('--json', 'prints all of it as JSON, with a locator for each part', false)
  .option('--model', 'has the language model of POLICYGRAPH_MODEL_URL propose what it says: sends the text there', false)
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph read article.txt --date 2024-02-27 --outlet Xinhua\n  policygraph read page.html --json > reading.json\n  policygraph read article.txt --date 2024-02-27 --propose\n  POLICYGRAPH_MODEL_URL=http://127.0.0.1:11434/v1 POLICYGRAPH_MODEL=… policygraph read article.txt --model\n',
  )
  .action(async (file: string, options: ReadOptions) => {
    const { read } = await import('./commands/read.js');
    print(await read(parseSettings(process.env), file, options, process.stdin));
  });

program
  .command('remove')
  .description(
    'Takes a document out of the graph: retracts the claims that rest on it alone, and leaves to the others their other evidence. Reads the same settings as the service.',
  )
  .argument('<document>', 'the id of the document')
  .option('--dry-run', 'lists what would be retracted, without writing', false)
  .addHelpText('after', '\nExample:\n  policygraph remove document:my-article --dry-run\n')
  .action(async (document: string, options: { dryRun: boolean }) => {
    const { remove } = await import('./commands/remove.js');
    print(await remove(parseSettings(process.env), document, options));
  });

program
  .command('backup')
  .description(
    'Writes all of the graph to a file, while the service runs and writes to it: changes, drafts and API keys included. Reads the same settings as the service.',
  )
  .argument('<file>', 'the file, or a folder for a file that is named after the time')
  .option('--without-keys', 'leaves the API keys out (the file has their hashes)', false)
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
    'Puts the graph of a backup in the place of the current one, all of it or nothing. The service may run, on the embedded engine. Reads the same settings as the service.',
  )
  .argument('<file>', 'a backup, of either engine')
  .option('--force', 'replaces an existing graph', false)
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph restore backups/policygraph-20261127T183000Z.backup.gz\n  policygraph restore --force graph.backup.gz\n',
  )
  .action(async (file: string, options: { force: boolean }) => print(await restore(parseSettings(process.env), file, options)));

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
  .action(async (options: { url?: string }) => (await import('./commands/mcp.js')).serveMcp(parseSettings(process.env), options));

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

function mustBeEmpty([argument]: readonly string[]): void {
  if (argument === undefined) return;
  const setting = settingNamed(argument);
  throw new SettingsError(
    `Unknown argument "${argument}" of start: settings are variables of the environment. ${setting === undefined ? 'docs/settings.md lists them.' : `Did you mean ${setting}=… policygraph start?`}`,
  );
}

function keysFile(): string {
  const file = parseSettings(process.env).keys;
  if (file === undefined)
    throw new SettingsError('POLICYGRAPH_DATA is :memory:, which keeps nothing: set POLICYGRAPH_KEYS to the file of the keys.');
  return file;
}

function overTexts(command: Command): Command {
  return command
    .option('--archive <folder>', 'the folder of the source texts (default: POLICYGRAPH_ARCHIVE)')
    .option(
      '--data <folder>',
      'a folder of import files, whose claims are read (default: the claims of the graph, or of the built-in data without a graph)',
    );
}

const onSources = (folders: SourceFolders, use: (sources: Sources) => Promise<Report>): Promise<Report> =>
  withSources(parseSettings(process.env), folders, use);

/** The final newline of piped input is not part of the passage. */
async function passageOf(words: readonly string[]): Promise<string> {
  const passage =
    words.length === 0 && !process.stdin.isTTY ? (await text(process.stdin)).replace(/\r?\n$/, '') : words.join(' ');
  if (passage === '') throw new SettingsError('The passage is missing: pass it as arguments or on standard input.');
  return passage;
}

function print({ lines, note, ok }: Report): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
  if (note !== undefined) process.stderr.write(`${note}\n`);
  if (!ok) process.exitCode = 1;
}

/** "error: unknown option '--x'\n(Did you mean …?)" as one sentence. */
function asSentence(message: string): string {
  const line = message
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
  return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.?)]$/.test(line) ? '' : '.'}`;
}
