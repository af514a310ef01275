import type { Command } from 'commander';
import type { ReadOptions } from '../commands/read.js';
import { parseSettings } from '../settings/settings.js';
import { print } from './print.js';

/** Adds the commands that read a text, and that remove what was read. */
export function addTextCommands(program: Command): void {
  program
    .command('read')
    .description(
      'Reads an article and prints the entities, dates and amounts that it names, with their places, and proposals for the graph. With --propose, keeps the proposals for editors to review; the graph does not change. Reads the same settings as the service; if there is no graph, uses the names of the built-in data.',
    )
    .argument('<file>', 'plain text or Markdown, a web page, or a PDF; - for standard input')
    .option('--date <day>', 'when the article was published, such as 2024-02-27; dates such as "last year" need it')
    .option('--url <address>', 'where it was published')
    .option('--outlet <name>', 'who published it')
    .option('--lang <code>', 'its language (default: en or zh, detected from its letters)')
    .option('--title <title>', 'its title (default: the heading of a page, or the first line)')
    .option('--document <id>', 'the id of its document in the graph, to read a changed text again')
    .option('--encoding <name>', 'the encoding of text, such as gb18030 or utf-16le (default: utf-8)')
    .option('--propose', 'keeps the reading for editors, and prints where to review it', false)
    .option('--json', 'prints everything as JSON, with a locator for each item', false)
    .option('--model', 'lets the language model of POLICYGRAPH_MODEL_URL propose the claims; sends the text there', false)
    .addHelpText(
      'after',
      '\nExamples:\n  policygraph read article.txt --date 2024-02-27 --outlet Xinhua\n  policygraph read page.html --json > reading.json\n  policygraph read article.txt --date 2024-02-27 --propose\n  POLICYGRAPH_MODEL_URL=http://127.0.0.1:11434/v1 POLICYGRAPH_MODEL=… policygraph read article.txt --model\n',
    )
    .action(async (file: string, options: ReadOptions) => {
      const { read } = await import('../commands/read.js');
      print(await read(parseSettings(process.env), file, options, process.stdin));
    });

  program
    .command('remove')
    .description(
      'Removes a document from the graph: retracts the claims that rest on it alone; other claims keep their other evidence. Reads the same settings as the service.',
    )
    .argument('<document>', 'the id of the document')
    .option('--dry-run', 'lists what would be retracted, without writing', false)
    .addHelpText('after', '\nExample:\n  policygraph remove document:my-article --dry-run\n')
    .action(async (document: string, options: { dryRun: boolean }) => {
      const { remove } = await import('../commands/remove.js');
      print(await remove(parseSettings(process.env), document, options));
    });
}
