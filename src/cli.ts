#!/usr/bin/env node
/** The commands of people who keep the data. */
import { statSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { Command, CommanderError, Option } from 'commander';
import { Archive } from './archive.js';
import { auditClaims, auditFormats, marksPath, readMarks, type AuditCommandOptions } from './commands/audit.js';
import { updateMarks } from './commands/audit-marks.js';
import { check } from './commands/check.js';
import { coverage } from './commands/coverage.js';
import { exportGraph, type ExportOptions } from './commands/export.js';
import type { PartOptions } from './commands/part.js';
import type { ImportOptions } from './commands/import.js';
import { addKey, listKeys, revokeKey, type KeyOptions } from './commands/keys.js';
import { locate } from './commands/locate.js';
import { migrate } from './commands/migrate.js';
import type { Report } from './commands/report.js';
import { verify } from './commands/verify.js';
import { formats } from './export/formats.js';
import { GraphError } from './graph/errors.js';
import { builtInFolder } from './import/built-in.js';
import { importFiles, type ImportFile } from './import/files.js';
import { ImportError } from './changesets/problem.js';
import { allOfWords, quietRelationTypes } from './model/model.js';
import { SettingsError, parseSettings } from './settings.js';

interface Folders {
  readonly archive?: string;
  readonly data: string;
}

const program = new Command('policygraph')
  .description(
    "Proves that the graph's claims rest on what the sources say, gives the graph out, takes data in, and keeps the keys of those who write.",
  )
  .exitOverride()
  .configureOutput({ outputError: (message, write) => write(`${asSentence(message)}\n`) });

overTexts(program.command('verify'))
  .description('Checks every passage that claims rest on against the archived texts.')
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph verify --archive ../shared/sources\n  policygraph verify --archive texts --data my-data\n',
  )
  .action(async (folders: Folders) => tell(await verify(filesOf(folders), archiveOf(folders))));

overTexts(program.command('coverage'))
  .description('Lists the sentences of the archived texts that no claim rests on and uncovered.yaml does not explain.')
  .addHelpText('after', '\nExample:\n  policygraph coverage --archive ../shared/sources\n')
  .action(async (folders: Folders) => tell(await coverage(filesOf(folders), archiveOf(folders))));

interface MarksOptions {
  readonly marks?: string;
  readonly marksFrom?: string;
  readonly dropStale: boolean;
}

overTexts(program.command('audit'))
  .description('Prints every claim next to its passage, by document, for a person to review and mark.')
  .addOption(new Option('--format <format>', 'how it is written').choices(Object.keys(auditFormats)).default('html'))
  .option('--output <file>', 'where it is written; replaced if it exists (default: standard output)')
  .option('--document <id>', 'only claims that rest on this document')
  .option('--unmarked', 'only claims without a mark', false)
  .option('--records', 'also claims that rest on records of data sets', false)
  .option('--marks <file>', 'the file of the marks (default: audit-marks.yaml in the data folder)')
  .option('--marks-from <file>', 'saves the marks of this file, such as one saved by the page, in the file of the marks')
  .option('--drop-stale', 'removes marks of claims that no longer exist from the file of the marks', false)
  .option('--strict', 'exits with 1 unless every claim is marked right and every mark has its claim', false)
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph audit --archive texts --output audit.html\n  policygraph audit --marks-from ~/Downloads/audit-marks.yaml\n  policygraph audit --archive texts --format text --unmarked\n  policygraph audit --archive texts --strict --output audit.html\n',
  )
  .action(async (options: Folders & AuditCommandOptions & MarksOptions) => {
    const { data, marks, marksFrom: from, dropStale } = options;
    const path = marks ?? marksPath(data);
    const files = filesOf(options);
    if (from !== undefined || dropStale) tell(await updateMarks(files, { path, from, dropStale }));
    else tell(await auditClaims(files, archiveOf(options), readMarks(path, marks !== undefined), options));
  });

overTexts(program.command('locate'))
  .description('Finds a passage in a document and prints it as evidence for a file of claims.')
  .argument('[text...]', 'the passage, word for word; read from standard input when it is left out')
  .requiredOption('--document <id>', 'the document to look in')
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph locate --archive texts --document document:my-article "announced on Monday"\n  policygraph locate --archive texts --document document:my-article < passage.txt\n',
  )
  .action(async (words: string[], folders: Folders & { document: string }) =>
    tell(await locate(filesOf(folders), archiveOf(folders), folders.document, await passageOf(words))),
  );

program
  .command('check')
  .description(
    'Checks that relations and properties in the graph are what the live claims say. Reads the same settings as the service.',
  )
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph check\n  NEO4J_URI=bolt://127.0.0.1:7687 NEO4J_PASSWORD=… policygraph check\n',
  )
  .action(async () => tell(await check(parseSettings(process.env))));

program
  .command('migrate')
  .description(
    'Brings the graph of an earlier version to the one of this program. It may be interrupted: the next run goes on. Reads the same settings as the service.',
  )
  .option('--dry-run', 'says which steps would run, and writes nothing', false)
  .addHelpText('after', '\nExamples:\n  policygraph migrate --dry-run\n  policygraph migrate\n')
  .action(async (options: { dryRun: boolean }) => tell(await migrate(parseSettings(process.env), options)));

program
  .command('export')
  .description(
    'Writes the whole graph, or a self-contained part of it, to a file, a folder or standard output. Reads the same settings as the service.',
  )
  .addOption(new Option('--format <format>', 'how it is written').choices(Object.keys(formats)).makeOptionMandatory())
  .option('--out <path>', 'the file, or the folder of a format that takes several files (default: standard output)')
  .option('--types <labels>', 'only entities of these types, such as Policy,Agency, and what is said among them')
  .option('--from <id>', 'only what lies around this entity')
  .option('--depth <number>', 'how many relations away, with --from (default: 1)')
  .option(
    '--relations <types>',
    `along which relations, such as COVERS,ISSUED, with --from (default: all but ${allOfWords(quietRelationTypes)})`,
  )
  .option('--query <file>', 'only what the answer to this GraphQL query has the ids of')
  .option('--variables <json>', 'the variables of the query')
  .option('--gzip', 'packs what is written', false)
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
    'Loads files of entities, claims and observations, and tables by a mapping, into the graph: all of them, or nothing when something is wrong.',
  )
  .argument('<file...>', 'YAML, JSON Lines or CSV, also packed with gzip; - for standard input')
  .option('--mapping <file>', 'what the columns of tables mean (docs/add-your-data.md)')
  .option('--dry-run', 'says what would change, and writes nothing', false)
  .option('--keep-good', 'writes what is right, and puts what is wrong into the file of --rejects', false)
  .option('--rejects <file>', 'where rejected records go; the reasons go into a file next to it')
  .option('--match', 'looks names of tables up in the graph; those that are not certain go into a file to be decided', false)
  .option('--batch <number>', 'records of one changeset', Number, 1_000)
  .option('--id <name>', 'the name of the import in its changesets (default: made of the files)')
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph import graph.jsonl.gz\n  policygraph import policies.csv --mapping policies.yaml --dry-run\n  policygraph import policies.csv --mapping policies.yaml --match --keep-good --rejects wrong.csv\n',
  )
  .action(async (files: string[], options: ImportOptions) => {
    const { importFiles: load } = await import('./commands/import.js');
    tell(await load(parseSettings(process.env), files, options, process.stdin));
  });

const keys = program
  .command('keys')
  .description(
    'Makes, lists and revokes the API keys of those who write. Reads the same settings as the service, which may run meanwhile.',
  )
  .addHelpText(
    'after',
    '\nExamples:\n  policygraph keys add --name "Nightly import" --role editor --types Policy,Program --expires 90d\n  policygraph keys list\n  policygraph keys revoke 3f9a1c02\n',
  );

keys
  .command('add')
  .description('Makes a key and prints it, this one time.')
  .requiredOption('--name <name>', 'what it is for')
  .requiredOption('--role <role>', 'reader, editor or admin')
  .option('--types <labels>', 'the types of entities that it may write, such as Policy,Program (default: all)')
  .option('--expires <when>', 'days from now, such as 90d, or a day, such as 2027-01-01 (default: never)')
  .addHelpText('after', '\nExample:\n  policygraph keys add --name "Nightly import" --role editor --expires 90d\n')
  .action(async (options: KeyOptions) => tell(await addKey(keysFile(), options)));

keys
  .command('list')
  .description('Lists the keys: what they are for, what they may do, and whether they are valid.')
  .addHelpText('after', '\nExample:\n  policygraph keys list\n')
  .action(async () => tell(await listKeys(keysFile())));

keys
  .command('revoke')
  .description('Ends a key for good.')
  .argument('<id>', 'its id, from "keys list"')
  .addHelpText('after', '\nExample:\n  policygraph keys revoke 3f9a1c02\n')
  .action(async (id: string) => tell(await revokeKey(keysFile(), id)));

function keysFile(): string {
  const file = parseSettings(process.env).keys;
  if (file === undefined)
    throw new SettingsError('POLICYGRAPH_DATA is :memory:, which keeps nothing: say where the keys are in POLICYGRAPH_KEYS.');
  return file;
}

function overTexts(command: Command): Command {
  return command
    .option('--archive <folder>', 'the folder of the source texts (default: POLICYGRAPH_ARCHIVE)')
    .option('--data <folder>', 'the folder of the import files', builtInFolder);
}

function archiveOf({ archive = parseSettings(process.env).archive }: Folders): Archive {
  if (archive === undefined) throw new SettingsError('Say where the source texts are: --archive FOLDER, or POLICYGRAPH_ARCHIVE.');
  return new Archive(existing(archive));
}

function filesOf({ data }: Folders): ImportFile[] {
  const files = importFiles(existing(data));
  if (files.length === 0) throw new SettingsError(`The folder ${data} has no import files (*.yaml, *.csv).`);
  return files;
}

function existing(folder: string): string {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new SettingsError(`There is no folder ${folder}.`);
  return folder;
}

/** The newline that ends what is piped in is no part of the passage. */
async function passageOf(words: readonly string[]): Promise<string> {
  const passage =
    words.length === 0 && !process.stdin.isTTY ? (await text(process.stdin)).replace(/\r?\n$/, '') : words.join(' ');
  if (passage === '') throw new SettingsError('Give the passage to find, as arguments or on standard input.');
  return passage;
}

function tell({ lines, note, ok }: Report): void {
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

/** 2 for what was called wrongly, 1 for everything else. */
function fail(error: unknown): void {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : 2;
    return;
  }
  const known =
    error instanceof SettingsError || error instanceof ImportError || (error instanceof GraphError && error.code !== 'INTERNAL');
  process.exitCode = error instanceof SettingsError ? 2 : 1;
  process.stderr.write(`${known ? error.message : ((error as Error).stack ?? String(error))}\n`);
}

process.stdout.on('error', () => process.exit()); // the reader of a pipe has gone
await program.parseAsync().catch(fail);
