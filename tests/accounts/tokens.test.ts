import { Writable } from 'node:stream';
import { generateKeyPair, UnsecuredJWT } from 'jose';
import { pino } from 'pino';
import { describe, expect, it, onTestFinished } from 'vitest';
import { authenticator } from '../../src/accounts/authenticate.js';
import { startIssuer, type TestIssuer, type TokenParts } from '../support/issuer.js';
import { addedKey, keysFile } from '../support/keys.js';

async function trusting(cooldown?: number, keys?: string) {
  const issuer: TestIssuer = await startIssuer(cooldown);
  onTestFinished(() => issuer.close());
  const log: string[] = [];
  const sink = new Writable({ write: (line: Buffer, _encoding, done) => (log.push(line.toString()), done()) });
  const authenticate = authenticator({ keys, jwt: issuer.settings }, pino({ level: 'warn' }, sink));
  return { issuer, log, accept: (token: string) => authenticate({ authorization: `Bearer ${token}` }) };
}

const now = () => Math.floor(Date.now() / 1000);
const invalid = 'The token is not valid: its signature, issuer, audience or times are not what they must be.';
const unavailable = {
  code: 'UNAVAILABLE',
  message: 'The issuer of the token cannot be asked for its keys; try again in a moment.',
};

describe('a JWT', () => {
  it.each([
    ['EDITOR', 'EDITOR'],
    ['ADMIN', 'ADMIN'],
    [undefined, 'READER'],
    ['editor', 'READER'],
    ['OWNER', 'READER'],
    [['ADMIN'], 'READER'],
    ['constructor', 'READER'],
  ])('whose role is %j is an account of role %s', async (claimed, role) => {
    const { issuer, accept } = await trusting();
    expect(await accept(await issuer.token({ claims: { policygraph_role: claimed } }))).toEqual({ id: 'jwt:alice', role });
  });

  it.each([
    [
      ['Policy', 'Agency'],
      ['Policy', 'Agency'],
    ],
    ['Agency Policy', ['Policy', 'Agency']],
    ['Policy', ['Policy']],
    [['Policy', 'policy', 'Nonsense', 1], ['Policy']],
    ['Policy,Agency', []],
    [[], []],
    [null, []],
    [true, []],
  ])('that names the types %j may write %j', async (claimed, types) => {
    const { issuer, accept } = await trusting();
    expect(await accept(await issuer.token({ claims: { policygraph_types: claimed } }))).toMatchObject({ types });
  });

  it.each<[string, TokenParts]>([
    ['of another issuer', { claims: { iss: 'https://example.org' } }],
    ['of no issuer', { claims: { iss: undefined } }],
    ['for another audience', { claims: { aud: 'another' } }],
    ['for no audience', { claims: { aud: undefined } }],
    ['that never expires', { claims: { exp: undefined } }],
    ['that is not yet valid', { claims: { nbf: now() + 60 } }],
    ['of nobody', { claims: { sub: undefined } }],
    ['signed with a key that is not named', { header: { kid: 'another' } }],
    ['signed with a secret', { header: { alg: 'HS256' }, key: Buffer.from('secret of thirty-two bytes or more') }],
  ])('%s is refused', async (_, parts) => {
    const { issuer, accept } = await trusting();
    await expect(accept(await issuer.token(parts))).rejects.toMatchObject({ code: 'UNAUTHENTICATED', message: invalid });
  });

  it("signed by somebody else with the issuer's name is refused", async () => {
    const { issuer, accept } = await trusting();
    const { privateKey } = await generateKeyPair('ES256');
    await expect(accept(await issuer.token({ key: privateKey }))).rejects.toThrow(invalid);
  });

  it('without a signature is refused, and the issuer is not asked', async () => {
    const { issuer, accept } = await trusting();
    const { issuer: iss, audience: aud } = issuer.settings;
    const unsigned = new UnsecuredJWT({ iss, aud, sub: 'alice', exp: now() + 60, policygraph_role: 'ADMIN' }).encode();
    await expect(accept(unsigned)).rejects.toThrow(invalid);
    expect(issuer.asked()).toBe(0);
  });

  it('that was changed is refused', async () => {
    const { issuer, accept } = await trusting();
    const [header, , signature] = (await issuer.token()).split('.');
    const payload = Buffer.from(JSON.stringify({ sub: 'bob', exp: now() + 60 })).toString('base64url');
    await expect(accept([header, payload, signature].join('.'))).rejects.toThrow(invalid);
  });

  it.each(['x', 'a.b', 'a.b.c', '..', 'a.b.c.d.e', 'x'.repeat(10_000)])('that is none is refused: %#', async (token) => {
    await expect((await trusting()).accept(token)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('that has expired is refused and told so; clocks may be 5 s apart', async () => {
    const { issuer, accept } = await trusting();
    expect(await accept(await issuer.token({ claims: { exp: now() - 2 } }))).toMatchObject({ id: 'jwt:alice' });
    const late = accept(await issuer.token({ claims: { exp: now() - 10 } }));
    await expect(late).rejects.toThrow('The token is not valid: it has expired.');
  });

  it.each([[''], [7], ['x'.repeat(256)], ['alice\nadmin']])('of a subject that is no name is refused: %#', async (sub) => {
    const { issuer, accept } = await trusting();
    await expect(accept(await issuer.token({ claims: { sub } }))).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('does not keep keys from being taken', async () => {
    const file = keysFile();
    const { accept, issuer } = await trusting(0, file);
    const { secret, key } = await addedKey(file);
    expect(await accept(secret)).toMatchObject({ id: `key:${key.id}` });
    expect(issuer.asked()).toBe(0);
  });
});

describe('an issuer', () => {
  it('is asked when the first token comes, and then not again', async () => {
    const { issuer, accept } = await trusting();
    expect(issuer.asked()).toBe(0);
    for (let each = 0; each < 5; each++) await accept(await issuer.token());
    expect(issuer.asked()).toBe(1);
  });

  it('may change its keys: new tokens are taken, old ones are not', async () => {
    const { issuer, accept } = await trusting();
    const before = await issuer.token();
    await accept(before);
    await issuer.rotate();
    expect(await accept(await issuer.token())).toMatchObject({ id: 'jwt:alice' });
    await expect(accept(before)).rejects.toThrow(invalid);
  });

  it('is not asked for each token that names an unknown key', async () => {
    const { issuer, accept } = await trusting(60_000);
    await accept(await issuer.token());
    for (let each = 0; each < 5; each++)
      await expect(accept(await issuer.token({ header: { kid: `x${each}` } }))).rejects.toThrow(invalid);
    expect(issuer.asked()).toBe(1);
  });

  it('that fails is no reason to refuse the token for good, and is logged once until it is back', async () => {
    const { issuer, accept, log } = await trusting();
    const token = await issuer.token();
    issuer.answer.status = 500;
    for (let each = 0; each < 3; each++) await expect(accept(token)).rejects.toMatchObject(unavailable);
    expect(log).toHaveLength(1);
    expect(log[0]).not.toContain(token);
    issuer.answer.status = 200;
    expect(await accept(token)).toMatchObject({ id: 'jwt:alice' });
  });

  it('that does not answer is not waited for', { timeout: 25_000 }, async () => {
    const { issuer, accept } = await trusting();
    const token = await issuer.token();
    issuer.answer.delay = 30_000;
    await expect(accept(token)).rejects.toMatchObject(unavailable);
  });

  it('that is unreachable leaves its earlier keys valid', async () => {
    const { issuer, accept } = await trusting(60_000);
    const token = await issuer.token();
    await accept(token);
    await issuer.close();
    expect(await accept(token)).toMatchObject({ id: 'jwt:alice' });
  });
});
