import type { JWTPayload } from 'jose';
import type { Logger } from 'pino';
import { GraphError } from '../graph/errors.js';
import { labels, type Label } from '../model/model.js';
import { keySetOf } from './key-set.js';
import { isReadableName } from './name.js';
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
/** The longest name of a subject: changesets carry it. */
const longest = 255;

/** The account of a JWT. The library is loaded only when an issuer is configured, and the issuer's keys are fetched for the first JWT. */
export function tokensOf(settings: Issuer, logger: Logger): (token: string) => Promise<Account> {
  const loaded = Promise.all([import('jose'), keySetOf(settings, logger)]);
  loaded.catch(() => undefined); // callers that await it get the error
  const report = reporter(logger);
  return async (token) => {
    const [{ jwtVerify }, keys] = await loaded;
    const { issuer, audience } = settings;
    const options = { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub'] };
    try {
      return accountOf((await jwtVerify(token, keys, options)).payload);
    } catch (error) {
      throw error instanceof GraphError ? error : refused(error, report);
    }
  };
}

function accountOf({ sub, [roleClaim]: role, [typesClaim]: types }: JWTPayload): Account {
  if (!isReadableName(sub, longest))
    throw unauthenticated(
      `The token is not valid: its "sub" must be one line of 1 to ${longest} characters, without control or format characters.`,
    );
  const account = { id: `jwt:${sub}`, role: order.includes(role as Role) ? (role as Role) : 'READER' };
  return types === undefined ? account : { ...account, types: typesOf(types) };
}

/** What is not understood allows nothing. */
function typesOf(types: unknown): Label[] {
  const named: unknown[] = typeof types === 'string' ? types.split(' ') : Array.isArray(types) ? types : [];
  return labels.filter((label) => named.includes(label));
}

/** That it has expired helps who sent it; which of the others it is helps who tries. */
function refused(error: unknown, report: (error: unknown) => void): GraphError {
  const { code } = error as { code?: unknown };
  if (!String(code).startsWith('ERR_J')) report(error);
  return unauthenticated(
    code === 'ERR_JWT_EXPIRED'
      ? 'The token is not valid: it has expired.'
      : 'The token is not valid: its signature, issuer, audience or times are not what they must be.',
  );
}

/** Reports a key of the issuer that is too weak or malformed, once: anybody can send tokens. */
function reporter(logger: Logger): (error: unknown) => void {
  let isReported = false;
  return (error) => {
    if (!isReported) logger.warn({ err: error }, 'A key of the issuer of JWTs cannot be used');
    isReported = true;
  };
}
