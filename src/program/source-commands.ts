import { text } from 'node:stream/consumers';
import { Option, type Command } from 'commander';
import { auditClaims, auditFormats, marksPath, readMarks, type AuditCommandOptions } from '../commands/audit.js';
import { updateMarks } from '../commands/audit-marks.js';
import { unexplained } from '../commands/unexplained.js';
import { locate } from '../commands/locate.js';
import type { Report } from '../commands/report.js';
import { withSources, type SourceFolders, type Sources } from '../commands/sources.js';
import { verify } from '../commands/verify.js';
import { builtInFolder } from '../import/built-in.js';
import { SettingsError, parseSettings } from '../settings/settings.js';
import { print } from './print.js';

interface MarksOptions {
  readonly marks?: string;
  readonly marksFrom?: string;
  readonly dropStale: boolean;
}

/** Adds the commands that compare claims with the texts that they rest on. */
export function addSourceCommands(program: Command): void {
  overTexts(program.command('verify'))
    .description(
      'Checks the passages of all claims against the texts of the archive and of published readings, which the graph keeps. Reads the same settings as the service.',
    )
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph verify\n  policygraph verify --archive texts\n  policygraph verify --archive texts --data my-data\n',
    )
    .action(async (folders: SourceFolders) => print(await onSources(folders, verify)));

  overTexts(program.command('unexplained').alias('coverage'))
    .description('Lists the sentences of the texts on which no claim rests and which uncovered.yaml does not explain.')
    .addHelpText('after', '\nExample:\n  policygraph unexplained --archive texts\n')
    .action(async (folders: SourceFolders) => print(await onSources(folders, unexplained)));

  overTexts(program.command('audit'))
    .description('Prints every claim next to its passage, by document, for a person to review and mark.')
    .addOption(new Option('--format <format>', 'the output format').choices(Object.keys(auditFormats)).default('html'))
    .option('--output <file>', 'the output file, replaced if it exists (default: standard output)')
    .option('--document <id>', 'only claims that rest on this document')
    .option('--unmarked', 'only claims without a mark', false)
    .option('--records', 'includes claims that rest on records of data sets', false)
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
    .argument('[text...]', 'the passage, word for word (default: standard input)')
    .requiredOption('--document <id>', 'the document to search')
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph locate --archive texts --document document:my-article "announced on Monday"\n  policygraph locate --archive texts --document document:my-article < passage.txt\n',
    )
    .action(async (words: string[], { document, ...folders }: SourceFolders & { document: string }) => {
      const passage = await passageOf(words);
      print(await onSources(folders, (sources) => locate(sources, document, passage)));
    });
}

function overTexts(command: Command): Command {
  return command
    .option('--archive <folder>', 'the folder of the source texts (default: POLICYGRAPH_ARCHIVE)')
    .option(
      '--data <folder>',
      'a folder of import files to read the claims from (default: the graph, or the built-in data if there is no graph)',
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
