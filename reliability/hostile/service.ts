/** The service that hostile requests are sent to: a process of its own, with a key for each account. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeKey, type KeyWish } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';
import { run, type Running } from '../../tests/support/process.js';
import type { Sender } from './case.js';
import type { Target } from './send.js';

const wishes: Readonly<Record<Sender, KeyWish>> = {
  reader: { name: 'reader', role: 'READER' },
  editor: { name: 'editor', role: 'EDITOR' },
  admin: { name: 'admin', role: 'ADMIN' },
  counter: { name: 'counter', role: 'EDITOR', types: ['Indicator'] },
  expired: { name: 'expired', role: 'ADMIN', expiresAt: '2020-01-01T00:00:00.000Z' },
  revoked: { name: 'revoked', role: 'ADMIN' },
};

export interface Attacked extends Target {
  readonly process: Running;
  /** Ends the service; rejects when that fails. */
  stop(): Promise<void>;
}

/** Starts the service; `settings` say which graph it has. */
export async function attacked(settings: Readonly<Record<string, string>>): Promise<Attacked> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-hostile-'));
  const file = join(folder, 'keys.json');
  const keys = {} as Record<Sender, string>;
  for (const [sender, wish] of Object.entries(wishes)) {
    const { secret, key } = makeKey(wish);
    keys[sender as Sender] = secret;
    await changeKeys(file, (all) => [...all, sender === 'revoked' ? { ...key, revokedAt: key.createdAt } : key]);
  }
  const running = run({ POLICYGRAPH_KEYS: file, ...settings });
  const stop = async () => {
    running.child.kill('SIGTERM');
    const how = await running.ended;
    rmSync(folder, { recursive: true, force: true });
    if (how !== 0) throw new Error(`The service ended with ${how}: ${running.output.err}`);
  };
  return { url: await running.url, keys, process: running, stop };
}
