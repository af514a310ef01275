/** docs/commands.md, generated from the commands of the command line. */
import type { Argument, Command, Option } from 'commander';
import { builtInFolder } from '../../src/import/built-in.js';
import { program } from '../../src/program/program.js';
import { table } from './table.js';

/** Help text in a line of Markdown. */
const inLine = (text: string) => text.replaceAll('<', '&lt;');

/** A folder of this machine is written as the folder of the repository that it is. */
const defaultOf = ({ defaultValue }: Option | Argument): string => {
  if (defaultValue === undefined || defaultValue === false) return '';
  return `\`${defaultValue === builtInFolder ? 'data' : String(defaultValue)}\``;
};

function optionRow(option: Option): string[] {
  const choices = option.argChoices === undefined ? '' : `: ${option.argChoices.map((each) => `\`${each}\``).join(', ')}`;
  return [`\`${option.flags}\``, option.mandatory ? 'required' : defaultOf(option), inLine(option.description) + choices];
}

const argumentRow = (argument: Argument): string[] => [
  `\`${argument.name()}${argument.variadic ? '…' : ''}\``,
  argument.required ? 'required' : defaultOf(argument),
  inLine(argument.description),
];

/** What a command prints after its options: its examples, and what else it explains. */
function afterHelp(command: Command): string {
  let text = '';
  command.configureOutput({ ...command.configureOutput(), writeOut: (part) => void (text += part) }).outputHelp();
  return text.slice(text.lastIndexOf('display help for command') + 'display help for command'.length).trim();
}

function section(command: Command, parents: string): string[] {
  const name = `${parents} ${command.name()}`;
  if (command.commands.length > 0) return command.commands.flatMap((each) => section(each, name));
  const rows = [...command.registeredArguments.map(argumentRow), ...command.options.map(optionRow)];
  const help = afterHelp(command);
  return [
    `## ${name.replace(/^policygraph /, '')}`,
    inLine(command.description()),
    ...(rows.length > 0 ? [table(['argument or option', 'default', 'meaning'], rows)] : []),
    ...(help === '' ? [] : [`\`\`\`text\n${help}\n\`\`\``]),
  ];
}

export function commandsPage(): string {
  return [
    '# Commands',
    '`npx policygraph COMMAND` in the folder of the project. Commands read the same [settings](settings.md) as the service; `--help` after any command prints what is below. The exit code is 0 for success, 1 for a problem that the command found, and 2 for wrong usage or settings.',
    ...program.commands.filter((command) => command.name() !== 'help').flatMap((command) => section(command, 'policygraph')),
    'Generated from `src/program/` by `UPDATE_DOCS=1 npx vitest run tests/docs`.',
    '',
  ].join('\n\n');
}
