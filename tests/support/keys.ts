import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { makeKey, type Key, type KeyWish } from '../../src/accounts/key.js';
import { changeKeys } from '../../src/accounts/keys-file.js';

/** A file of keys in a folder that goes away with the test. */
export function keysFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'keys.json');
}

/** A key that is in the file. */
export async function addedKey(file: string, wish: Partial<KeyWish> = {}): Promise<{ secret: string; key: Key }> {
  const made = makeKey({ name: 'test', role: 'EDITOR', ...wish });
  await changeKeys(file, (keys) => [...keys, made.key]);
  return made;
}

export const revoke = (file: string, id: string): Promise<void> =>
  changeKeys(file, (keys) => keys.map((key) => (key.id === id ? { ...key, revokedAt: new Date().toISOString() } : key)));
