/** Reference pages are generated from the tables that the code uses; UPDATE_DOCS=1 writes them. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { agentsPage } from '../../scripts/reference/agents.js';
import { commandsPage } from '../../scripts/reference/commands.js';
import { errorsPage } from '../../scripts/reference/errors.js';
import { limitsPage } from '../../scripts/reference/limits.js';
import { modelPage } from '../../scripts/reference/model.js';
import { readTextsPage } from '../../scripts/reference/reading-rules.js';
import { reliabilityPage } from '../../scripts/reference/reliability.js';
import { settingsPage } from '../../scripts/reference/settings.js';

it.each([
  ['agents', agentsPage],
  ['commands', commandsPage],
  ['errors', errorsPage],
  ['limits', limitsPage],
  ['model', modelPage],
  ['read-texts', readTextsPage],
  ['reliability', reliabilityPage],
  ['settings', settingsPage],
])('docs/%s.md is up to date', (name, page) => {
  const file = new URL(`../../docs/${name}.md`, import.meta.url);
  if (process.env['UPDATE_DOCS'] !== undefined) writeFileSync(file, page());
  expect(readFileSync(file, 'utf8')).toBe(page());
});
