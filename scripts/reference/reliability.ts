import { existsSync, readFileSync } from 'node:fs';
import { figures, type Figure } from '../../reliability/figures.js';
import { resultFile, type Result } from '../../reliability/result.js';

/** docs/reliability.md: what the long runs measured. */
export function reliabilityPage(): string {
  return `# Reliability

Attacks, faults and long runs, each by a command that anyone can repeat. This page is generated from \`reliability/results/\`, which the commands write.
"First" is the figure before any of this was built.

| figure | first | aim | measured | met | load | date | commit |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows().join('\n')}

"Load" is the mean number of processes that ran or waited for a processor in the minute before the end of the run, on a machine with 2 cores.

${commands().join('\n')}
`;
}

const names = Object.keys(figures) as Figure[];

function resultOf(figure: Figure): Result | undefined {
  const file = resultFile(figure);
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Result) : undefined;
}

const rows = () =>
  names.map((name) => {
    const { title, before, aim } = figures[name];
    const result = resultOf(name);
    const cells = result && [result.measured, result.met ? 'yes' : '**no**', result.load, result.date, `\`${result.commit}\``];
    return `| ${[title, before, aim, ...(cells ?? ['not measured yet', '', '', '', ''])].join(' | ')} |`;
  });

const commands = () =>
  names.flatMap((name) => {
    const result = resultOf(name);
    return result === undefined ? [] : [`- ${figures[name].title}: \`${result.command}\``];
  });
