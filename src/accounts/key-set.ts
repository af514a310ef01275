/** The keys of an issuer of JWTs, fetched with bounds on time and size. */
import type { JWTVerifyGetKey } from 'jose';
import type { Logger } from 'pino';
import { GraphError } from '../graph/errors.js';
import type { Issuer } from './tokens.js';

/** How long the issuer may take to send its keys, in milliseconds. */
const timeoutDuration = 2_000;
/** Bytes of its keys: some hundreds of the largest. */
const maxBytes = 1_000_000;

/** Gives the key that a token names. Throws UNAVAILABLE while the issuer cannot be asked for its keys. */
export async function keySetOf({ jwks, cooldown = 30_000 }: Issuer, logger: Logger): Promise<JWTVerifyGetKey> {
  const { createRemoteJWKSet, customFetch } = await import('jose');
  let isAway = false;
  const fetched = async (url: string, request: RequestInit): Promise<Response> => {
    try {
      const keys = await bounded(await fetch(url, request));
      isAway = false;
      return Response.json(keys);
    } catch (error) {
      if (!isAway) logger.warn({ err: error, jwks }, 'The keys of the issuer of JWTs cannot be fetched');
      isAway = true; // logged once until it is back: anybody can send tokens
      throw new GraphError('UNAVAILABLE', 'The issuer of the token cannot be asked for its keys; try again in a moment.');
    }
  };
  return createRemoteJWKSet(new URL(jwks), { timeoutDuration, cooldownDuration: cooldown, [customFetch]: fetched });
}

/** A set of keys. Redirects are not followed: they could lead anywhere, also into the network of the service. */
async function bounded(response: Response): Promise<object> {
  if (response.status !== 200) throw new Error(`The status is ${response.status}, not 200.`);
  let [size, text] = [0, ''];
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const piece of response.body ?? []) {
    size += piece.length;
    if (size > maxBytes) throw new Error(`There are more than ${maxBytes} bytes.`); // which ends the response too
    text += decoder.decode(piece, { stream: true });
  }
  const { keys } = Object(JSON.parse(text)) as { keys?: unknown };
  if (!Array.isArray(keys)) throw new Error('There is no list of keys.');
  return { keys: keys.filter((key) => typeof key === 'object' && key !== null && !Array.isArray(key)) };
}
