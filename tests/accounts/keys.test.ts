import { readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { describe, expect, it, vi } from 'vitest';
import { authenticator } from '../../src/accounts/authenticate.js';
import { changeKeys, readKeys } from '../../src/accounts/keys-file.js';
import { addedKey, keysFile, revoke } from '../support/keys.js';

const unknown = 'The key is not valid: it is unknown or was revoked.';

function ringOf(keys: string | undefined) {
  const log: string[] = [];
  const sink = new Writable({ write: (line: Buffer, _encoding, done) => (log.push(line.toString()), done()) });
  const authenticate = authenticator({ keys, jwt: undefined }, pino({ level: 'warn' }, sink));
  const accept = (secret: string) => authenticate({ authorization: `Bearer ${secret}` });
  return { log, authenticate, accept };
}

/** The file is looked at once a second. */
const soon = { timeout: 15_000, interval: 50 };

describe('a key', () => {
  it('is an account with its role and types', async () => {
    const file = keysFile();
    const { secret, key } = await addedKey(file, { types: ['Policy'] });
    expect(secret).toMatch(/^pg_[0-9a-f]{8}_[\w-]{43}$/);
    expect(await ringOf(file).accept(secret)).toEqual({ id: `key:${key.id}`, role: 'EDITOR', types: ['Policy'] });
  });

  it('is in the file as a hash alone, which nobody else may read', async () => {
    const file = keysFile();
    const { secret } = await addedKey(file);
    expect(readFileSync(file, 'utf8')).not.toContain(secret.slice(12));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(dirname(file))).toEqual(['keys.json']);
  });

  it('is refused with another secret, another id, or a letter more', async () => {
    const file = keysFile();
    const [one, other] = [await addedKey(file), await addedKey(file)];
    const { accept } = ringOf(file);
    const mixed = `${one.secret.slice(0, 12)}${other.secret.slice(12)}`;
    for (const secret of [mixed, `${one.secret}A`, one.secret.slice(0, -1), one.key.sha256, `pg_${one.key.id}_`, 'pg_', 'x'])
      await expect(accept(secret), secret).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: unknown });
  });

  it('is refused once it has expired, and only its holder learns why', async () => {
    const file = keysFile();
    const { secret } = await addedKey(file, { expiresAt: '2020-01-01T00:00:00.000Z' });
    const { accept } = ringOf(file);
    await expect(accept(secret)).rejects.toThrow('The key is not valid: it expired at 2020-01-01T00:00:00.000Z.');
    await expect(accept(`${secret.slice(0, -4)}AAAA`)).rejects.toThrow(unknown);
  });

  it('that is made or revoked is so within a second or two, without a new start', async () => {
    const file = keysFile();
    const { accept } = ringOf(file);
    await expect(accept('pg_none')).rejects.toThrow(unknown); // there is no file yet
    const { secret, key } = await addedKey(file);
    await vi.waitFor(async () => expect(await accept(secret)).toMatchObject({ role: 'EDITOR' }), soon);
    await revoke(file, key.id);
    await vi.waitFor(() => expect(accept(secret)).rejects.toThrow(unknown), soon);
  });

  it('is refused where no file keeps any', async () => {
    const { secret } = await addedKey(keysFile());
    await expect(ringOf(undefined).accept(secret)).rejects.toThrow(unknown);
  });
});

describe('a file of keys', () => {
  const key = { id: '00000000', name: 'x', role: 'ADMIN', sha256: '0'.repeat(64), createdAt: '2026-01-01T00:00:00.000Z' };
  it.each([
    ['no JSON', '{"keys": [', 'it is no JSON'],
    ['null', 'null', 'it has no list of keys'],
    ['a list', '[]', 'it has no list of keys'],
    ['a key that is none', '{"keys": [null]}', 'key number 1 is no key'],
    ['a misspelt field', JSON.stringify({ keys: [{ ...key, expires: '2020-01-01' }] }), 'key number 1 is no key'],
    ['a date that is none', JSON.stringify({ keys: [{ ...key, expiresAt: 'soon' }] }), 'key number 1 is no key'],
    ['an unknown role', JSON.stringify({ keys: [{ ...key, role: 'OWNER' }] }), 'key number 1 is no key'],
    ['an unknown type', JSON.stringify({ keys: [{ ...key, types: ['Law'] }] }), 'key number 1 is no key'],
    ['one id twice', JSON.stringify({ keys: [key, key] }), 'two keys have one id'],
  ])('with %s is refused whole', (_, text, reason) => {
    const file = keysFile();
    writeFileSync(file, text);
    expect(() => readKeys(file)).toThrow(`The keys in ${file} cannot be read: ${reason}.`);
  });

  it('that is damaged refuses every key, is logged once, and works again when it is mended', async () => {
    const file = keysFile();
    const { secret } = await addedKey(file);
    const good = readFileSync(file, 'utf8');
    const { accept, log } = ringOf(file);
    writeFileSync(file, good.slice(0, -10));
    await expect(accept(secret)).rejects.toThrow(unknown);
    await new Promise((resolve) => setTimeout(resolve, 1_100)); // it is looked at once more
    await expect(accept(secret)).rejects.toThrow(unknown);
    expect(log.filter((line) => line.includes('The keys cannot be read'))).toHaveLength(1);
    expect(log.join('')).not.toContain(secret);
    writeFileSync(file, good);
    await vi.waitFor(async () => expect(await accept(secret)).toMatchObject({ role: 'EDITOR' }), soon);
  });

  it('that is taken away takes its keys with it', async () => {
    const file = keysFile();
    const { secret } = await addedKey(file);
    const { accept } = ringOf(file);
    expect(await accept(secret)).toMatchObject({ role: 'EDITOR' });
    rmSync(file);
    await vi.waitFor(() => expect(accept(secret)).rejects.toThrow(unknown), soon);
  });

  it('loses no key of those that are added at once', async () => {
    const file = keysFile();
    const added = await Promise.all(Array.from({ length: 20 }, () => addedKey(file)));
    expect(
      readKeys(file)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(added.map(({ key }) => key.id).sort());
  });

  it('stays as it was when a change fails, and takes the next one', async () => {
    const file = keysFile();
    await addedKey(file);
    const before = readFileSync(file, 'utf8');
    const fail = () => {
      throw new Error('No.');
    };
    await expect(changeKeys(file, fail)).rejects.toThrow('No.');
    expect(readFileSync(file, 'utf8')).toBe(before);
    await addedKey(file);
    expect(readKeys(file)).toHaveLength(2);
  });

  it('that another command left half written is named', async () => {
    const file = keysFile();
    writeFileSync(`${file}.part`, '');
    await expect(addedKey(file)).rejects.toThrow(`try again, or delete ${file}.part if none is.`);
  });

  it('in a folder that cannot be made says so', async () => {
    const file = keysFile();
    await addedKey(file);
    await expect(addedKey(`${file}/keys.json`)).rejects.toThrow(
      `${file}/keys.json cannot be written (ENOTDIR): mend its permissions, or set POLICYGRAPH_KEYS.`,
    );
  });
});

describe('the header', () => {
  const { authenticate } = ringOf(undefined);
  const malformed = 'The header "authorization" must be "Bearer", a space, and a key or token.';

  it('may be left out', async () => expect(await authenticate({})).toBeUndefined());

  it.each([
    ['nothing', ''],
    ['no credential', 'Bearer '],
    ['another scheme', 'Basic dXNlcjpwYXNz'],
    ['two credentials', 'Bearer pg_a pg_b'],
    ['a new line', 'Bearer pg_a\r\nx: y'],
    ['other letters', 'Bearer pg_ключ'],
    ['10 kB of what is no credential', `Bearer ${'é'.repeat(10_000)}`],
    ['10 kB of spaces', `Bearer${' '.repeat(10_000)}`],
  ])('with %s is refused, and not repeated', async (_, authorization) => {
    await expect(authenticate({ authorization })).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: malformed });
  });

  it('with 10 kB of letters is an unknown key', async () => {
    await expect(authenticate({ authorization: `bearer ${'x'.repeat(10_000)}` })).rejects.toThrow(unknown);
  });
});
