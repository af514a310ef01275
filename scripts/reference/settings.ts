/** docs/settings.md, generated from the table of settings. */
import { settingsTable } from '../../src/settings.js';
import { table } from './table.js';

export function settingsPage(): string {
  const rows = settingsTable.map(({ name, default: value, help }) => [`\`${name}\``, value === '' ? '' : `\`${value}\``, help]);
  return [
    '# Settings',
    'Environment variables of the service and of the command line. An empty variable counts as unset. An invalid value stops the start with a message that names the valid ones.',
    table(['name', 'default', 'meaning'], rows),
    'Generated from `src/settings.ts` by `UPDATE_DOCS=1 npx vitest run tests/docs`.',
    '',
  ].join('\n\n');
}
