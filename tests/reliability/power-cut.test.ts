import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { canTrace, powerCuts } from '../../reliability/power-cut/power-cut.js';
import { addedKey } from '../support/keys.js';

if (!canTrace) console.log('Power cuts are not tested: strace is missing, or may not trace here.');

describe.skipIf(!canTrace)('a power cut after an answer', () => {
  async function cuts(durability: 'full' | 'normal') {
    const folder = mkdtempSync(join(tmpdir(), 'policygraph-power-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const data = join(folder, 'data');
    cpSync(inject('builtInGraph'), data, { recursive: true });
    const { secret } = await addedKey(join(data, 'keys.json'));
    return powerCuts(data, secret, 5, durability);
  }

  it('loses nothing that was acknowledged', { timeout: 120_000 }, async () => {
    expect(await cuts('full')).toEqual({ cuts: 5, lost: [] });
  });

  it('may lose the last writes with POLICYGRAPH_DURABILITY=normal', { timeout: 120_000 }, async () => {
    const { cuts: count, lost } = await cuts('normal');
    expect(count).toBe(5);
    expect(lost.length).toBeGreaterThan(0);
  });
});
