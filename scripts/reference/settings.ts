/** docs/settings.md, generated from the table of settings. */
import { settingsTable } from '../../src/settings/table.js';
import { table } from './table.js';

export function settingsPage(): string {
  const rows = settingsTable.map(({ name, default: value, help }) => [`\`${name}\``, value === '' ? '' : `\`${value}\``, help]);
  return [
    '# Settings',
    'Environment variables of the service and of the command line. An empty variable counts as unset. An invalid value stops the start with a message that names the valid ones, and so does a misspelt name: `Unknown setting POLICYGRAPH_DTA. Did you mean POLICYGRAPH_DATA?`',
    'Every variable that begins with `POLICYGRAPH_` must be in the table. In Kubernetes, set `enableServiceLinks: false`: otherwise it adds variables such as `POLICYGRAPH_SERVICE_HOST` for a service of that name, which are recognised by their form and ignored.',
    table(['name', 'default', 'meaning'], rows),
    'Generated from `src/settings/table.ts` by `UPDATE_DOCS=1 npx vitest run tests/docs`.',
    '',
  ].join('\n\n');
}
