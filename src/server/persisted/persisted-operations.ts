/** Documents that a request names by a hash or an id instead of sending them. */
import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { GraphError } from '../../graph/errors.js';
import { oversize } from '../document-limits.js';
import { documentCache } from '../operation/documents.js';
import { readListedOperations, type ListedOperations } from './listed-operations.js';

export interface OperationsSettings {
  /** Lists the operations of apps; undefined for none. */
  readonly file: string | undefined;
  /** Whether no others are run. */
  readonly only: boolean;
}

/** What a request brings to say which document it means. */
export interface Named {
  readonly query?: unknown;
  /** As the draft of persisted documents has it: "sha256:…", or the id in the list. */
  readonly documentId?: unknown;
  /** As Apollo's automatic persisted queries have it: `{ persistedQuery: { version: 1, sha256Hash } }`. */
  readonly extensions?: unknown;
}

export class PersistedOperations {
  /** By their hashes, those that clients have sent with them. Each process keeps its own; a client sends a missing one again. */
  private readonly registered = documentCache<{ readonly text: string }>(({ text }) => text.length);

  private constructor(
    private readonly listed: ListedOperations,
    private readonly listedHashes: ReadonlyMap<string, string>,
    /** Whether no operations but the listed ones are run. */
    readonly only: boolean,
  ) {}

  /** Throws a SettingsError for a list that cannot be used. */
  static from({ file, only }: OperationsSettings, schema: GraphQLSchema): PersistedOperations {
    const listed: ListedOperations = file === undefined ? new Map() : readListedOperations(file, schema);
    return new PersistedOperations(listed, new Map([...listed.values()].map((text) => [hashOf(text), text])), only);
  }

  /** The document that a request names; undefined when it names none. Throws for one that is unknown, and for a hash that is not its own. */
  named({ query, documentId, extensions }: Named): string | undefined {
    const hash = hashIn(extensions);
    if (hash === undefined && documentId === undefined) return undefined;
    if (hash !== undefined && documentId !== undefined)
      throw badRequest('Name the document by "documentId" or by "extensions.persistedQuery", not by both.');
    if (hash === undefined) return this.byId(documentId, query);
    return typeof query === 'string' && query !== '' ? this.register(hash, query) : this.byHash(hash);
  }

  /** Throws FORBIDDEN for a document that is not listed, where only those are run. */
  mustRun(text: string): void {
    if (!this.only || this.listedHashes.has(hashOf(text))) return;
    throw new GraphError(
      'FORBIDDEN',
      'Only the operations that the operator lists (POLICYGRAPH_OPERATIONS) are run here: send the id of one, or its text exactly as listed.',
    );
  }

  private byId(id: unknown, query: unknown): string {
    if (typeof id !== 'string') throw badRequest('"documentId" must be a string.');
    if (query !== undefined && query !== null) throw badRequest('Send "documentId" or "query", not both.');
    return this.listed.get(id) ?? this.byHash(/^sha256:(.+)$/.exec(id)?.[1] ?? id);
  }

  private byHash(hash: string): string {
    const text = this.listed.get(hash) ?? this.listedHashes.get(hash) ?? this.registered.get(hash)?.text;
    if (text === undefined) throw new GraphError('PERSISTED_QUERY_NOT_FOUND', 'PersistedQueryNotFound'); // the message that clients look for
    return text;
  }

  private register(hash: string, text: string): string {
    if (hashOf(text) !== hash) throw badRequest('"sha256Hash" is not the SHA-256 of "query".');
    if (!this.only && oversize(text) === undefined) this.registered.set(hash, { text });
    return text;
  }
}

const badRequest = (message: string) => new GraphError('BAD_REQUEST', message);

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function hashIn(extensions: unknown): string | undefined {
  const { persistedQuery } = (extensions ?? {}) as { readonly persistedQuery?: unknown };
  if (persistedQuery == null) return undefined;
  const { version, sha256Hash } = persistedQuery as { readonly version?: unknown; readonly sha256Hash?: unknown };
  if (version !== 1) throw badRequest('"extensions.persistedQuery.version" must be 1.');
  if (typeof sha256Hash !== 'string' || !/^[\da-f]{64}$/.test(sha256Hash))
    throw badRequest('"extensions.persistedQuery.sha256Hash" must be a SHA-256 in lower-case hexadecimal digits.');
  return sha256Hash;
}
