import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policygraph } from '../support/cli.js';
import { addedKey, keysFile } from '../support/keys.js';

const keysOf = (file: string) => (args: readonly string[]) =>
  policygraph(['keys', ...args], { settings: { POLICYGRAPH_KEYS: file } });
const stored = (file: string) => JSON.parse(readFileSync(file, 'utf8')).keys;
const add = (...more: string[]) => ['add', '--name', 'Import', '--role', 'editor', ...more];

describe('keys add', () => {
  it('prints the key once, on a line of its own, and keeps all but the key', async () => {
    const file = keysFile();
    const { code, out, err } = await keysOf(file)(add('--types', 'Policy,program', '--expires', '90d'));
    expect([code, err]).toEqual([0, `Save it now: it is not shown again, since ${file} has only its hash.\n`]);
    expect(out).toMatch(/^pg_[0-9a-f]{8}_[\w-]{43}\n$/);
    const [key] = stored(file);
    expect(key).toMatchObject({ id: out.slice(3, 11), name: 'Import', role: 'EDITOR', types: ['Policy', 'Program'] });
    expect(Date.parse(key.expiresAt) - Date.parse(key.createdAt)).toBeCloseTo(90 * 86_400_000, -4);
    expect(readFileSync(file, 'utf8')).not.toContain(out.trim());
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('ends a key at the beginning of a day', async () => {
    const file = keysFile();
    expect(await keysOf(file)(add('--expires', '2999-01-01'))).toMatchObject({ code: 0 });
    expect(stored(file)).toMatchObject([{ expiresAt: '2999-01-01T00:00:00.000Z' }]);
  });

  it('makes the folder of the data, and keeps the keys there', async () => {
    const data = join(dirname(keysFile()), 'new', 'data');
    const { code, err } = await policygraph(['keys', ...add()], { settings: { POLICYGRAPH_DATA: data } });
    expect([code, stored(join(data, 'keys.json')).length, err]).toEqual([0, 1, expect.stringContaining(data)]);
  });

  it.each([
    ['an unknown role', add('--role', 'owner'), 'There is no role "owner": it must be one of READER, EDITOR, ADMIN.'],
    [
      'an unknown type',
      add('--types', 'Policy,Law'),
      expect.stringMatching(/^There is no type "Law": it must be one of Policy, /),
    ],
    ['a day in the past', add('--expires', '2020-01-01'), '--expires must be in the future, and "2020-01-01" is not.'],
    ['no time at all', add('--expires', '0d'), '--expires must be in the future, and "0d" is not.'],
    [
      'a day that is none',
      add('--expires', '2999-02-30'),
      expect.stringContaining('a day such as 2027-01-01, and is "2999-02-30".'),
    ],
    ['another unit', add('--expires', '3 weeks'), expect.stringContaining('a number of days such as 90d')],
    ['no name', add('--name', ' '), '--name must be one line of 1 to 100 characters that says what the key is for.'],
    ['a name that moves the screen', add('--name', 'a\u001b[2Jb'), expect.stringContaining('--name must be one line')],
    ['a name that turns around', add('--name', 'a\u202Eb'), expect.stringContaining('--name must be one line')],
    ['a name of no character', add('--name', '\uFFFE'), expect.stringContaining('--name must be one line')],
    ['a name of 101 characters', add('--name', 'x'.repeat(101)), expect.stringContaining('--name must be one line')],
    ['no role', ['add', '--name', 'x'], "Required option '--role <role>' not specified."],
  ])('with %s says what would be right, and ends with 2', async (_, args, message) => {
    const file = keysFile();
    const { code, out, err } = await keysOf(file)(args);
    expect([code, out, err.trimEnd()]).toEqual([2, '', message]);
    expect(() => stored(file)).toThrow('ENOENT');
  });

  it('says where the keys could be when nothing is kept', async () => {
    expect(await policygraph(['keys', 'list'], { settings: { POLICYGRAPH_DATA: ':memory:' } })).toEqual({
      code: 2,
      out: '',
      err: 'POLICYGRAPH_DATA is :memory:, which keeps nothing: set POLICYGRAPH_KEYS to the file of the keys.\n',
    });
  });
});

describe('keys list', () => {
  it('lists everything but the keys', async () => {
    const file = keysFile();
    const old = await addedKey(file, { name: 'An old key', role: 'ADMIN', expiresAt: '2020-01-01T00:00:00.000Z' });
    const { key, secret } = await addedKey(file, { types: ['Policy', 'Program'] });
    const { code, out, err } = await keysOf(file)(['list']);
    const minute = key.createdAt.slice(0, 16).replace('T', ' ');
    expect([code, err]).toEqual([0, '']);
    expect(out.split('\n').map((line) => line.split(/ {2,}/))).toEqual([
      ['id', 'name', 'role', 'types', 'created (UTC)', 'expires (UTC)', 'state'],
      [old.key.id, 'An old key', 'ADMIN', 'all', expect.any(String), '2020-01-01 00:00', 'expired'],
      [key.id, 'test', 'EDITOR', 'Policy,Program', minute, 'never', 'valid'],
      [''],
    ]);
    expect(out).not.toContain(secret.slice(12));
    expect(out).not.toContain(key.sha256);
  });

  it('says so when there are none, and when they cannot be read', async () => {
    const file = keysFile();
    expect(await keysOf(file)(['list'])).toEqual({ code: 0, out: `There are no keys in ${file}.\n`, err: '' });
    writeFileSync(file, 'x');
    expect(await keysOf(file)(['list'])).toEqual({
      code: 1,
      out: '',
      err: `The keys in ${file} cannot be read: it is no JSON.\n`,
    });
    expect(await keysOf(file)(add())).toMatchObject({ code: 1, out: '' });
    expect(readFileSync(file, 'utf8')).toBe('x');
  });
});

describe('keys revoke', () => {
  it('ends one key, once', async () => {
    const file = keysFile();
    const [{ key }, other] = [await addedKey(file), await addedKey(file)];
    const keys = keysOf(file);
    expect(await keys(['revoke', key.id])).toEqual({
      code: 0,
      out: `The key ${key.id} (test) is revoked; a service that runs refuses it within a second or two.\n`,
      err: '',
    });
    const [revoked, left] = stored(file);
    expect(revoked).toEqual({ ...key, revokedAt: expect.stringMatching(/Z$/) });
    expect(left).toEqual(other.key);
    expect(await keys(['revoke', key.id])).toMatchObject({
      code: 1,
      out: expect.stringMatching(/^The key \w+ was revoked at .* UTC already\.\n$/),
    });
    expect(stored(file)).toEqual([revoked, left]);
    expect((await keys(['list'])).out).toMatch(/ revoked\n/);
  });

  it('of an unknown id says where the ids are', async () => {
    const file = keysFile();
    expect(await keysOf(file)(['revoke', 'nothing'])).toEqual({
      code: 1,
      out: `There is no key "nothing" in ${file}: "policygraph keys list" lists the ids.\n`,
      err: '',
    });
  });
});
