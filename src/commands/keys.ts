/** API keys, as the people who run the service make, see and revoke them. */
import { order } from '../accounts/account.js';
import { makeKey, stateOf, type Key } from '../accounts/key.js';
import { changeKeys, readKeys } from '../accounts/keys-file.js';
import { isReadableName, longestKeyName } from '../accounts/name.js';
import { GraphError } from '../graph/errors.js';
import { labels } from '../model/model.js';
import { SettingsError } from '../settings/settings.js';
import { listOf, oneOf } from './one-of.js';
import type { Report } from './report.js';

/** The command line's options for a new key. */
export interface KeyOptions {
  readonly name: string;
  readonly role: string;
  /** Labels with commas between them. */
  readonly types?: string;
  /** "90d", or a day. */
  readonly expires?: string;
}

/** Makes a key and prints it, the only time that anybody sees it. Throws a SettingsError that says what would be right, and STORAGE. */
export async function addKey(file: string, { name, role, types, expires }: KeyOptions): Promise<Report> {
  const { secret, key } = makeKey({
    name: nameOf(name),
    role: oneOf('role', role, order),
    ...(types === undefined ? {} : { types: listOf('type', types, labels) }),
    ...(expires === undefined ? {} : { expiresAt: instantOf(expires) }),
  });
  await changeKeys(file, (keys) => withKey(keys, key));
  return { lines: [secret], ok: true, note: `Save it now: it is not shown again, since ${file} has only its hash.` };
}

/** All keys of a file, without the keys themselves. Throws STORAGE. */
export async function listKeys(file: string): Promise<Report> {
  const keys = readKeys(file);
  if (keys.length === 0) return { lines: [`There are no keys in ${file}.`], ok: true };
  return { lines: table([columns, ...keys.map(row)]), ok: true };
}

/** Ends a key for good. Throws STORAGE. */
export async function revokeKey(file: string, id: string): Promise<Report> {
  const key = readKeys(file).find((each) => each.id === id);
  if (key === undefined)
    return { lines: [`There is no key ${JSON.stringify(id)} in ${file}: "policygraph keys list" lists the ids.`], ok: false };
  if (key.revokedAt !== undefined)
    return { lines: [`The key ${id} was revoked at ${minute(key.revokedAt)} UTC already.`], ok: false };
  const revokedAt = new Date().toISOString();
  await changeKeys(file, (keys) =>
    keys.map((each) => (each.id === id ? { ...each, revokedAt: each.revokedAt ?? revokedAt } : each)),
  );
  return { lines: [`The key ${id} (${key.name}) is revoked; a service that runs refuses it within a second or two.`], ok: true };
}

/** Two keys come out with one id once in four thousand million times. */
function withKey(keys: readonly Key[], key: Key): Key[] {
  if (keys.some(({ id }) => id === key.id))
    throw new GraphError('CONFLICT', `The new key came out with the id ${key.id}, which is taken: try again.`);
  return [...keys, key];
}

/** Names are shown in a table, where control characters would move other text on the screen. */
function nameOf(name: string): string {
  if (!isReadableName(name, longestKeyName))
    throw new SettingsError(`--name must be one line of 1 to ${longestKeyName} characters that says what the key is for.`);
  return name.trim();
}

const dayLength = 86_400_000;

/** "90d" from now, or the first moment of a day in UTC. */
function instantOf(expires: string): string {
  const days = /^(\d{1,5})d$/.exec(expires)?.[1];
  const time = days === undefined ? startOf(expires) : Date.now() + Number(days) * dayLength;
  if (Number.isNaN(time))
    throw new SettingsError(
      `--expires must be a number of days such as 90d, or a day such as 2027-01-01, and is ${JSON.stringify(expires)}.`,
    );
  if (time <= Date.now()) throw new SettingsError(`--expires must be in the future, and ${JSON.stringify(expires)} is not.`);
  return new Date(time).toISOString();
}

/** NaN for what is no day: `Date` would take the 30th of February for the 2nd of March. */
function startOf(day: string): number {
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day) ? time : Number.NaN;
}

const columns = ['id', 'name', 'role', 'types', 'created (UTC)', 'expires (UTC)', 'state'];

function row(key: Key): string[] {
  const { id, name, role, types = ['all'], createdAt, expiresAt } = key;
  return [
    id,
    name,
    role,
    types.join(','),
    minute(createdAt),
    expiresAt === undefined ? 'never' : minute(expiresAt),
    stateOf(key),
  ];
}

const minute = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** Rows with their columns under one another. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = columns.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)));
  return rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
