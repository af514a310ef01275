/** docs/read-texts.md with its table of the rules that the code has. */
import { readFileSync } from 'node:fs';
import { lastRules, rules } from '../../src/reading/claims/rules/rules.js';

const file = new URL('../../docs/read-texts.md', import.meta.url);

export function readTextsPage(): string {
  const rows = [...rules, ...lastRules].map(
    ({ name, example }) => `| \`${name}\` | ${example.replaceAll('|', '\\|').replaceAll('\n', ' ')} |`,
  );
  const table = ['| Rule | Reads, for example |', '| --- | --- |', ...rows].join('\n');
  return readFileSync(file, 'utf8').replace(
    /<!-- rules -->[^]*<!-- \/rules -->/,
    () => `<!-- rules -->\n\n${table}\n\n<!-- /rules -->`,
  );
}
