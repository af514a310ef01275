import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, inject, it, onTestFinished } from 'vitest';
import { killed } from '../../reliability/kill/kill.js';
import { engines, neo4jEnvironment } from '../support/engines.js';
import { addedKey } from '../support/keys.js';

it.each(engines)('loses and tears no write when it is killed, $name', { timeout: 120_000 }, async ({ name, empty }) => {
  const data = mkdtempSync(join(tmpdir(), 'policygraph-kill-'));
  onTestFinished(() => rmSync(data, { recursive: true }));
  if (name === 'embedded') cpSync(inject('builtInGraph'), data, { recursive: true });
  else await (await empty()).close();
  const { secret } = await addedKey(join(data, 'keys.json'));
  const settings = { ...(name === 'neo4j' ? neo4jEnvironment : {}), POLICYGRAPH_DATA: data };
  const { kills, lost, torn } = await killed({ kills: 4, settings, key: secret });
  expect({ kills, lost, torn }).toEqual({ kills: 4, lost: [], torn: [] });
});
