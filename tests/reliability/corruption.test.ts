import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { corrupt } from '../../reliability/corruption/corruption.js';

it(
  'a damaged file of a graph is refused by name, or opens with exactly what was acknowledged',
  { timeout: 120_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'policygraph-corruption-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const { wrong, refused, unharmed } = await corrupt(folder, 397);
    expect(wrong).toEqual([]);
    expect(refused).toBeGreaterThan(700);
    expect(unharmed).toBeGreaterThan(200);
  },
);
