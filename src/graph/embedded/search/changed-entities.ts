/** What statements change of the entities that search finds. */
import { statements as known, type Statement } from '../../query.js';
import type { TermRow } from './segment.js';

/** What some statements changed, by the last of them that names an entity. */
interface ChangedEntities {
  readonly rows: readonly TermRow[];
  /** The ids of entities that left the graph. */
  readonly left: readonly string[];
  /** The ids of entities that came back as they were. */
  readonly restored: readonly string[];
}

type Change = { readonly kind: 'row'; readonly row: TermRow } | { readonly kind: 'left' | 'restored' };
type Changes = Iterable<readonly [id: string, change: Change]>;

interface StoredTokens {
  readonly searchTerms?: string;
  readonly descriptionTerms?: string;
}

interface WrittenEntity {
  readonly id: string;
  readonly tokens: StoredTokens;
}

/** The statements that change entities, each with how its parameters say which. */
const followed: Readonly<Record<string, (parameters: Readonly<Record<string, unknown>>) => Changes>> = {
  'entity/write': ({ rows }) => (rows as WrittenEntity[]).map((row) => [row.id, { kind: 'row', row: termRowOf(row) }]),
  'entity/merge': ({ rows }) => (rows as { readonly id: string }[]).map(({ id }) => [id, { kind: 'left' }]),
  'entity/restore': ({ ids }) => (ids as string[]).map((id) => [id, { kind: 'restored' }]),
  'entity/redirect': () => [],
};

/** Whether a statement writes entities; one that is not of cypher/ may do anything. */
export const mayTouchEntities = ({ name, text }: Statement<unknown>): boolean =>
  (name.startsWith('entity/') || name.startsWith('migration/') || !known.has(name)) && writes(text);

/** Changes read before they write, and what only reads leaves the index as it is. */
const writes = (text: string): boolean => /\b(?:CREATE|MERGE|SET|DELETE|REMOVE)\b/.test(text);

/** Whether the changes of a statement follow from its parameters. */
export const isFollowed = ({ name }: Statement<unknown>): boolean => Object.hasOwn(followed, name);

export function changedEntities(statements: readonly Statement<unknown>[]): ChangedEntities {
  const changes = new Map(statements.flatMap(({ name, parameters }) => [...(followed[name]?.(parameters) ?? [])]));
  const idsOf = (kind: Change['kind']) => [...changes].filter(([, change]) => change.kind === kind).map(([id]) => id);
  return {
    rows: [...changes.values()].flatMap((change) => (change.kind === 'row' ? [change.row] : [])),
    left: idsOf('left'),
    restored: idsOf('restored'),
  };
}

/** The tokens of an entity, as the index takes them. */
export const termRowOf = ({ id, tokens }: WrittenEntity): TermRow => ({
  id,
  names: tokens.searchTerms ?? '',
  description: tokens.descriptionTerms ?? null,
});
