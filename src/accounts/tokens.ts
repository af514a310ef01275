import type { JWTPayload, JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { GraphError } from '../graph/errors.js';
import { labels, type Label } from '../model/model.js';
import { type Account, order, type Role, unauthenticated } from './account.js';

/** Whose JWTs are taken. */
export interface Issuer {
  readonly issuer: string;
  readonly audience: string;
  /** The address of its keys. */
  readonly jwks: string;
  /** How long its keys are not asked for again because of a token that names none of them, in milliseconds. */
  readonly cooldown?: number;
}

/** Asymmetric ones only: with the others, the issuer's public key would be the secret that tokens are made with. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];

/** The claim that says what its bearer may do. */
const roleClaim = 'policygraph_role';
/** The claim that says which types of entities its bearer may write: a list of them, or a text with spaces between. */
const typesClaim = 'policygraph_types';
/** How far the clocks of the two may be apart, in seconds. */
const clockTolerance = 5;
/** How long the issuer may take to send its keys, in milliseconds. */
const keysTimeout = 2_000;
/** The longest name of a subject: changesets carry it. */
const longest = 255;

/** Asks the issuer for its keys when it must. Throws UNAVAILABLE when they cannot be had. */
type Keys = JWTVerifyGetKey;

/** The account of a JWT. The library is loaded only when an issuer is configured, and the issuer's keys are fetched for the first JWT. */
export function tokensOf(settings: Issuer, logger: Logger): (token: string) => Promise<Account> {
  const loaded = Promise.all([import('jose'), keysOf(settings, logger)]);
  loaded.catch(() => undefined); // callers that await it get the error
  return async (token) => {
    const [{ jwtVerify }, keys] = await loaded;
    const { issuer, audience } = settings;
    const options = { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub'] };
    try {
      return accountOf((await jwtVerify(token, keys, options)).payload);
    } catch (error) {
      throw error instanceof GraphError ? error : refused(error);
    }
  };
}

function accountOf({ sub, [roleClaim]: role, [typesClaim]: types }: JWTPayload): Account {
  if (typeof sub !== 'string' || sub === '' || sub.length > longest || /\p{Cc}/u.test(sub))
    throw unauthenticated(`The token is not valid: its "sub" must be a text of 1 to ${longest} characters.`);
  const account = { id: `jwt:${sub}`, role: order.includes(role as Role) ? (role as Role) : 'READER' };
  return types === undefined ? account : { ...account, types: typesOf(types) };
}

/** What is not understood allows nothing. */
function typesOf(types: unknown): Label[] {
  const named: unknown[] = typeof types === 'string' ? types.split(' ') : Array.isArray(types) ? types : [];
  return labels.filter((label) => named.includes(label));
}

/** That it has expired helps who sent it; which of the others it is helps who tries. */
function refused(error: unknown): GraphError {
  const { code } = error as { code?: string };
  if (code?.startsWith('ERR_J') !== true) throw error;
  return unauthenticated(
    code === 'ERR_JWT_EXPIRED'
      ? 'The token is not valid: it has expired.'
      : 'The token is not valid: its signature, issuer, audience or times are not what they must be.',
  );
}

async function keysOf({ jwks, cooldown = 30_000 }: Issuer, logger: Logger): Promise<Keys> {
  const { createRemoteJWKSet, errors } = await import('jose');
  const remote = createRemoteJWKSet(new URL(jwks), { timeoutDuration: keysTimeout, cooldownDuration: cooldown });
  let away = false;
  return async (header, token) => {
    try {
      const key = await remote(header, token);
      away = false;
      return key;
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      if (!away) logger.warn({ err: error, jwks }, 'The keys of the issuer of JWTs cannot be had');
      away = true; // logged once until it is back: anybody can send tokens
      throw new GraphError('UNAVAILABLE', 'The issuer of the token cannot be asked for its keys; try again in a moment.');
    }
  };
}
