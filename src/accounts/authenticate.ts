import type { IncomingHttpHeaders } from 'node:http';
import type { Logger } from 'pino';
import { unauthenticated, type Account } from './account.js';
import { KeyRing } from './key-ring.js';
import { accountOf, keyPrefix } from './key.js';
import { tokensOf, type Issuer } from './tokens.js';

/** The caller by the headers of a request; undefined when anonymous. Throws UNAUTHENTICATED, and UNAVAILABLE when the caller cannot be verified now. */
export type Authenticate = (headers: IncomingHttpHeaders) => Promise<Account | undefined>;

export interface AccountSettings {
  /** The file of keys; without one every key is refused. */
  readonly keys: string | undefined;
  /** Whose JWTs are taken; without one, nobody's. */
  readonly jwt: Issuer | undefined;
}

const bearer = /^bearer +([\w.~+/-]+=*)$/i;

/** Takes API keys and, where there is an issuer, its JWTs. */
export function authenticator({ keys, jwt }: AccountSettings, logger: Logger): Authenticate {
  const ring = keys === undefined ? { accountOf: noKeys } : new KeyRing(keys, logger);
  const tokens = jwt === undefined ? undefined : tokensOf(jwt, logger);
  return async ({ authorization }) => {
    if (authorization === undefined) return undefined;
    const credential = bearer.exec(authorization)?.[1];
    if (credential === undefined)
      throw unauthenticated('The header "authorization" must be "Bearer", a space, and a key or token.');
    return tokens === undefined || credential.startsWith(keyPrefix) ? ring.accountOf(credential) : tokens(credential);
  };
}

const noKeys = async (secret: string): Promise<Account> => accountOf(secret, new Map());
