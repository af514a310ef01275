/** An issuer of JWTs on this machine: its keys over HTTP, and tokens signed with them. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';
import type { Issuer } from '../../src/accounts/tokens.js';

export interface TestIssuer {
  readonly settings: Issuer;
  /** How often it was asked for its keys. */
  readonly asked: () => number;
  /** Signs with a new key from now on, and forgets the ones before. */
  rotate(): Promise<void>;
  /** What it answers when it is asked for its keys. */
  answer: { status: number; delay: number; body?: string | Buffer; headers?: Record<string, string> };
  /** The public key of now. */
  jwk(): JWK;
  /** A token that is right but for what is said here. */
  token(said?: TokenParts): Promise<string>;
  close(): Promise<void>;
}

export interface TokenParts {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly header?: Readonly<Record<string, string>>;
  readonly key?: CryptoKey | Uint8Array;
}

const audience = 'policygraph';

export async function startIssuer(cooldown = 0): Promise<TestIssuer> {
  let [asked, number] = [0, 0];
  let pair: { privateKey: CryptoKey; jwk: JWK };
  const answer: TestIssuer['answer'] = { status: 200, delay: 0 };
  const rotate = async () => {
    const { privateKey, publicKey } = await generateKeyPair('ES256');
    pair = { privateKey, jwk: { ...(await exportJWK(publicKey)), kid: `key-${++number}`, alg: 'ES256', use: 'sig' } };
  };
  await rotate();
  const server = createServer((_request, response) => {
    asked++;
    const body = answer.body ?? JSON.stringify({ keys: [pair.jwk] });
    setTimeout(() => response.writeHead(answer.status, answer.headers).end(body), answer.delay);
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const token = async ({ claims = {}, header = {}, key = pair.privateKey }: TokenParts = {}) =>
    new SignJWT({ iss: issuer, aud: audience, sub: 'alice', exp: Math.floor(Date.now() / 1000) + 60, ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: pair.jwk.kid!, ...header })
      .sign(key);
  const close = async () => {
    server.closeAllConnections();
    server.close();
  };
  const settings = { issuer, audience, jwks: `${issuer}/keys`, cooldown };
  return { settings, asked: () => asked, rotate, answer, jwk: () => pair.jwk, token, close };
}
