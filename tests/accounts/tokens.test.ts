import { Writable } from 'node:stream';
import { generateKeyPairSync, sign } from 'node:crypto';
import { generateKeyPair, UnsecuredJWT, type JWK } from 'jose';
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

  it.each([
    [''],
    [' '],
    [7],
    ['x'.repeat(256)],
    ['alice\nadmin'],
    ['alice\u202Enimda'],
    ['alice\u2066x'],
    ['a\u200Blice'],
    ['alice\u2028admin'],
    ['\uD800'],
    ['alice\uDC00'],
    ['alice\u0000'],
    ['alice\u007F'],
    ['alice\u0085'],
    ['\uFFFE'],
    [['alice']],
  ])('of a subject that is no name is refused: %#', async (sub) => {
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

describe('a key of the issuer that cannot be used refuses its tokens, and no others', () => {
  /** A token signed by hand: the library would not make one with such a key. */
  function weak(issuer: TestIssuer, modulusLength: number, header: object = {}): { token: string; jwk: JWK } {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
    const { issuer: iss, audience: aud } = issuer.settings;
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'weak', ...header })}.${part({ iss, aud, sub: 'alice', exp: now() + 60 })}`;
    const token = `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
    return { token, jwk: { ...(publicKey.export({ format: 'jwk' }) as JWK), kid: 'weak' } };
  }
  const refused = { code: 'UNAUTHENTICATED', message: invalid };

  it.each([512, 1024, 2040])('an RSA key of %i bits', async (bits) => {
    const { issuer, accept, log } = await trusting();
    const { token, jwk } = weak(issuer, bits);
    issuer.answer.body = JSON.stringify({ keys: [jwk, issuer.jwk()] });
    for (let each = 0; each < 3; each++) await expect(accept(token)).rejects.toMatchObject(refused);
    expect(log).toHaveLength(1);
    expect(await accept(await issuer.token())).toMatchObject({ id: 'jwt:alice' });
  });

  it.each<[string, (jwk: JWK) => JWK]>([
    ['for encryption', (jwk) => ({ ...jwk, use: 'enc' })],
    ['of other operations', (jwk) => ({ ...jwk, key_ops: ['encrypt'] })],
    ['of another algorithm', (jwk) => ({ ...jwk, alg: 'RS512' })],
    ['of another type', (jwk) => ({ kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA', kid: jwk.kid! })],
    ['of no type', ({ kty: _, ...jwk }) => jwk as JWK],
    ['of an unknown type', (jwk) => ({ ...jwk, kty: 'XX' })],
    ['without its modulus', ({ n: _, ...jwk }) => jwk as JWK],
    ['with a modulus that is no text', (jwk) => ({ ...jwk, n: 7 }) as unknown as JWK],
    ['with a modulus that is not base64', (jwk) => ({ ...jwk, n: '***' })],
    ['that is a secret', (jwk) => ({ kty: 'oct', k: 'c2VjcmV0', kid: jwk.kid!, alg: 'RS256' })],
  ])('one %s', async (_, changed) => {
    const { issuer, accept } = await trusting();
    const { token, jwk } = weak(issuer, 2048);
    issuer.answer.body = JSON.stringify({ keys: [changed(jwk), issuer.jwk()] });
    await expect(accept(token)).rejects.toMatchObject(refused);
    expect(await accept(await issuer.token())).toMatchObject({ id: 'jwt:alice' });
  });

  it.each([
    { alg: 'none' },
    { alg: 'HS256' },
    { alg: 'RSA1_5' },
    { alg: 7 },
    { alg: undefined },
    { crit: ['x'], x: 1 },
    { kid: {} },
  ])('a header of %j', async (header) => {
    const { issuer, accept } = await trusting();
    const { token, jwk } = weak(issuer, 2048, header);
    issuer.answer.body = JSON.stringify({ keys: [jwk, { kty: 'oct', k: 'c2VjcmV0', kid: 'weak' }] });
    await expect(accept(token)).rejects.toMatchObject(refused);
  });
});

describe('an issuer that answers with', () => {
  it.each<[string, Partial<TestIssuer['answer']>]>([
    ['no JSON', { body: '<html>' }],
    ['no UTF-8', { body: Buffer.from([0x7b, 0xff]) }],
    ['nothing', { body: '' }],
    ['null', { body: 'null' }],
    ['a list', { body: '[]' }],
    ['keys that are no list', { body: '{"keys":{}}' }],
    ['2 MB', { body: JSON.stringify({ keys: [], x: 'x'.repeat(2_000_000) }) }],
    ['404', { status: 404 }],
    ['204', { status: 204 }],
    ['a redirect', { status: 302, headers: { location: '/other' } }],
    ['a redirect to a file', { status: 307, headers: { location: 'file:///etc/passwd' } }],
  ])('%s is asked again later', async (_, answer) => {
    const { issuer, accept, log } = await trusting();
    const before = { ...issuer.answer };
    Object.assign(issuer.answer, answer);
    await expect(accept(await issuer.token())).rejects.toMatchObject(unavailable);
    expect([issuer.asked(), log.length]).toEqual([1, 1]);
    delete issuer.answer.body;
    delete issuer.answer.headers;
    Object.assign(issuer.answer, before);
    expect(await accept(await issuer.token())).toMatchObject({ id: 'jwt:alice' });
  });

  it('keys that are none beside good ones is believed in the good ones', async () => {
    const { issuer, accept } = await trusting();
    issuer.answer.body = JSON.stringify({ keys: [null, 'x', 7, [], issuer.jwk()] });
    expect(await accept(await issuer.token())).toMatchObject({ id: 'jwt:alice' });
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
