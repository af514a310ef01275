/** The file of keys: written by the command line, read by the service, the same for both engines. */
import { existsSync, closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { GraphError } from '../graph/errors.js';
import { isFull, storageFull } from '../graph/storage-full.js';
import { makeFolder } from '../make-folder.js';
import { labels } from '../model/model.js';
import { order } from './account.js';
import type { Key } from './key.js';
import { isReadableName, longestKeyName } from './name.js';

/** The keys of a file; none where there is no file. Throws STORAGE for one that cannot be read, or is anything else than keys. */
export function readKeys(file: string): Key[] {
  try {
    return parsed(readFileSync(file, 'utf8'));
  } catch (cause) {
    const { code, message } = cause as NodeJS.ErrnoException;
    if (code === 'ENOENT') return [];
    throw new GraphError('STORAGE', `The keys in ${file} cannot be read: ${code ?? message}.`, { cause });
  }
}

/**
 * Changes the keys of a file, all at once: who reads it sees the old ones or the new ones. `change` gives the new keys.
 * One at a time: the file that is being written is the lock. Throws STORAGE.
 */
export async function changeKeys(file: string, change: (keys: readonly Key[]) => readonly Key[]): Promise<void> {
  const part = `${file}.part`;
  const descriptor = await opened(file, part);
  try {
    writeSync(descriptor, `${JSON.stringify({ keys: change(readKeys(file)) }, null, 2)}\n`);
    fsyncSync(descriptor);
    renameSync(part, file);
  } catch (error) {
    rmSync(part, { force: true });
    throw error instanceof Error && 'syscall' in error ? unwritable(file, error) : error;
  } finally {
    closeSync(descriptor);
  }
}

/** How long another command may take, in milliseconds. */
const lockTimeout = 2_000;

async function opened(file: string, part: string): Promise<number> {
  for (const end = Date.now() + lockTimeout; Date.now() < end; await after(20)) {
    const descriptor = openedNow(file, part);
    if (descriptor !== undefined) return descriptor;
  }
  throw new GraphError('STORAGE', `Another command is changing the keys: try again, or delete ${part} if none is.`);
}

/** Undefined while another command has it. */
function openedNow(file: string, part: string): number | undefined {
  try {
    if (!existsSync(dirname(file))) makeFolder(dirname(file));
    return openSync(part, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw unwritable(file, error);
  }
}

function unwritable(file: string, cause: unknown): GraphError {
  if (isFull(cause)) return storageFull(cause, `${file} is as it was`);
  const reason = (cause as NodeJS.ErrnoException).code ?? String(cause);
  return new GraphError('STORAGE', `${file} cannot be written (${reason}): mend its permissions, or set POLICYGRAPH_KEYS.`, {
    cause,
  });
}

/** Refuses unknown fields: a misspelt "expiresAt" must not make a key that never expires. */
function parsed(text: string): Key[] {
  const { keys } = asJson(text) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('it has no list of keys');
  const wrong = keys.findIndex((key) => !isKey(key));
  if (wrong !== -1) throw new Error(`key number ${wrong + 1} is no key`);
  if (new Set(keys.map(({ id }: Key) => id)).size < keys.length) throw new Error('two keys have one id');
  return keys as Key[];
}

/** The parser's own message would quote the file. */
function asJson(text: string): object {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    throw new Error('it is no JSON');
  }
}

type Test = (value: unknown) => boolean;

const matches =
  (pattern: RegExp): Test =>
  (value) =>
    typeof value === 'string' && pattern.test(value);
const oneOf =
  (values: readonly unknown[]): Test =>
  (value) =>
    values.includes(value);
const instant: Test = (value) => matches(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/)(value) && !Number.isNaN(Date.parse(String(value)));
const optional =
  (test: Test): Test =>
  (value) =>
    value === undefined || test(value);

const tests: Readonly<Record<keyof Key, Test>> = {
  id: matches(/^[0-9a-f]{8}$/),
  name: (value) => isReadableName(value, longestKeyName),
  role: oneOf(order),
  types: optional((value) => Array.isArray(value) && value.every(oneOf(labels))),
  sha256: matches(/^[0-9a-f]{64}$/),
  createdAt: instant,
  expiresAt: optional(instant),
  revokedAt: optional(instant),
};

function isKey(value: unknown): value is Key {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return Object.keys(fields).every((name) => name in tests) && Object.entries(tests).every(([name, test]) => test(fields[name]));
}
