import type { Account } from './account.js';

/** Whose drafts: everybody's, or those of these authors, who may be none. */
export type DraftAuthors = {
  readonly everybodys: boolean;
  /** As `Account.id` names them. */
  readonly authors: readonly string[];
};

/** Whose drafts somebody may see, which is the one rule on it: no draft is read without what this gives. */
export function draftsSeenBy(account: Account | undefined): DraftAuthors {
  if (account?.role === 'ADMIN') return { everybodys: true, authors: [] };
  return { everybodys: false, authors: account?.role === 'EDITOR' ? [account.id] : [] };
}
