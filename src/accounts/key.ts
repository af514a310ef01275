import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Label } from '../model/model.js';
import { type Account, type Role, unauthenticated } from './account.js';

/** What is kept of a key: all but the key. */
export interface Key {
  /** Eight hexadecimal digits, which the key itself begins with. */
  readonly id: string;
  /** What it is for, as the one who made it says. */
  readonly name: string;
  readonly role: Role;
  /** The types of entities that it may write; all by default. */
  readonly types?: readonly Label[];
  /** The hash of the whole key, in hexadecimal. The key has 256 random bits, so a fast hash does not reveal it. */
  readonly sha256: string;
  /** Instants in ISO 8601, UTC. */
  readonly createdAt: string;
  readonly expiresAt?: string;
  readonly revokedAt?: string;
}

/** What somebody may say of a new key. */
export type KeyWish = Pick<Key, 'name' | 'role' | 'types' | 'expiresAt'>;

/** What every key begins with, so that people and scanners of leaks know one when they see it. */
export const keyPrefix = 'pg_';

const pattern = /^pg_([0-9a-f]{8})_[\w-]{43}$/;

/** A new key, and what is kept of it. */
export function makeKey({ name, role, types, expiresAt }: KeyWish): { readonly secret: string; readonly key: Key } {
  const id = randomBytes(4).toString('hex');
  const secret = `${keyPrefix}${id}_${randomBytes(32).toString('base64url')}`;
  const key = {
    id,
    name,
    role,
    ...(types === undefined ? {} : { types }),
    sha256: hashOf(secret).toString('hex'),
    createdAt: new Date().toISOString(),
    ...(expiresAt === undefined ? {} : { expiresAt }),
  };
  return { secret, key };
}

/** The account of a key that somebody sent. Throws UNAUTHENTICATED, alike for one that is unknown and one that was revoked. */
export function accountOf(secret: string, keys: ReadonlyMap<string, Key>): Account {
  const key = keys.get(pattern.exec(secret)?.[1] ?? '');
  const isRight = timingSafeEqual(hashOf(secret), key === undefined ? nothing : Buffer.from(key.sha256, 'hex'));
  if (key === undefined || !isRight || key.revokedAt !== undefined)
    throw unauthenticated('The key is not valid: it is unknown or was revoked.');
  if (stateOf(key) === 'expired') throw unauthenticated(`The key is not valid: it expired at ${key.expiresAt}.`);
  return { id: `key:${key.id}`, role: key.role, types: key.types };
}

/** How a key is: one that is not valid lets nobody in. */
export function stateOf({ expiresAt, revokedAt }: Key): 'valid' | 'expired' | 'revoked' {
  if (revokedAt !== undefined) return 'revoked';
  return expiresAt !== undefined && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'valid';
}

const nothing = Buffer.alloc(32);

function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
