import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settingsTable } from '../../src/settings.js';

const readme = fileURLToPath(new URL('../../README.md', import.meta.url));
const section = /(?<=<!-- settings -->\n)[^]*?(?=<!-- \/settings -->)/;

/** The settings as README shows them. */
export function settingsMarkdown(): string {
  const rows = settingsTable.map(
    ({ name, default: value, help }) => `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${help} |`,
  );
  return ['| name | default | what |', '| --- | --- | --- |', ...rows, ''].join('\n');
}

/** What README shows of them now; undefined when it has no such section. */
export const settingsInReadme = (): string | undefined => section.exec(readFileSync(readme, 'utf8'))?.[0];

export function updateReadme(): void {
  const text = readFileSync(readme, 'utf8');
  const whole = section.test(text) ? text : `${text}\n## Settings\n\n<!-- settings -->\n<!-- /settings -->\n`;
  writeFileSync(readme, whole.replace(section, settingsMarkdown));
}
