/** What is embedded of an entity: its names with what it is, and each of its provisions, purposes and notes. */
import { hashOf } from '../archive.js';
import { query } from '../graph/query.js';

interface Row {
  readonly id: string;
  readonly names: readonly string[] | null;
  readonly description: string | null;
  readonly texts: readonly unknown[];
}

export const textsOf = query<{ ids: readonly string[]; predicates: readonly string[] }, Row>('vector/texts');

/** Claims whose value says what their subject is about. */
export const predicates = ['PROVIDES', 'PURPOSE', 'NOTE'];

/** The texts of one entity that count, and characters of one: small models read no more. */
const most = { texts: 24, names: 12, characters: 1_500 };

export interface EntityText {
  readonly entity: string;
  readonly text: string;
  /** Of the text: one that stays the same keeps its vector. */
  readonly hash: string;
}

/** The texts of an entity, the one with its names first. */
export function entityTexts({ id, names, description, texts }: Row): EntityText[] {
  const [name = id] = names ?? [];
  const what = [(names ?? []).slice(0, most.names).join('; '), description ?? ''].filter((part) => part !== '').join('. ');
  const said = texts.filter((text) => typeof text === 'string').map((text) => `${name}: ${text}`);
  const all = [...new Set([what, ...said.toSorted()].map((text) => text.slice(0, most.characters)))];
  return all
    .filter((text) => text !== '')
    .slice(0, most.texts)
    .map((text) => ({ entity: id, text, hash: hashOf(text).slice(0, 16) }));
}
