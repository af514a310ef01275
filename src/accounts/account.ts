import { GraphError } from '../graph/errors.js';
import type { Label } from '../model/model.js';

/** What somebody may do; each may also do what those before it may. */
const roles = {
  READER: 'Reads.',
  EDITOR: 'Reads and writes.',
  ADMIN: 'Reads, writes, undoes what others wrote, and publishes drafts.',
} as const;

export type Role = keyof typeof roles;

/** The caller. */
export interface Account {
  /** What changesets say of their author, such as "key:3f9a1c02" or "jwt:alice". */
  readonly id: string;
  readonly role: Role;
  /** The types of entities that it may write and make claims about; all by default. */
  readonly types?: readonly Label[] | undefined;
}

/** The roles, the least first. */
export const order = Object.keys(roles) as Role[];

/** Nobody is let in by what was sent. The message says what is missing, and no more. */
export const unauthenticated = (message: string): GraphError => new GraphError('UNAUTHENTICATED', message);

/** The account, when it has the role. Throws UNAUTHENTICATED for an anonymous caller, and FORBIDDEN when the role is too low. */
export function mustHave(role: Role, account: Account | undefined): Account {
  if (account === undefined)
    throw unauthenticated(`This needs an account of role ${role}: send "authorization: Bearer …" with an API key.`);
  if (order.indexOf(account.role) < order.indexOf(role))
    throw new GraphError('FORBIDDEN', `This needs the role ${role}, and this account has ${account.role}.`);
  return account;
}
