/** Drafts that wait for somebody to publish them. They are nodes of their own, apart from the graph: no read of the graph meets them. */
import type { DraftAuthors } from '../accounts/draft-authors.js';
import { modelVersion } from '../graph/model-version.js';
import { GraphError } from '../graph/errors.js';
import type { Label } from '../model/model.js';
import type { Graph, ReadOptions, Transaction } from '../graph/port.js';
import { query } from '../graph/query.js';
import type { ChangesetLists } from './from-input.js';
import { draftId } from './ids.js';
import { packed, unpacked, unpackedAs } from './packed.js';
import type { Entry } from './report.js';

interface KeptDraft {
  readonly id: string;
  /** The id under which it lands. */
  readonly changeset: string;
  readonly author: string;
  readonly reason: string;
  /** The types of entities that its author may write; all by default. */
  readonly types?: readonly Label[] | undefined;
  /** ISO instants in UTC. */
  readonly draftedAt: string;
  readonly publishedAt?: string | undefined;
  /** Its position in the list of drafts. */
  readonly place: string;
}

/** What a draft was made of. */
export type Drafted = Pick<KeptDraft, 'changeset' | 'author' | 'reason' | 'types'> & {
  /** As the API was given it. */
  readonly input: ChangesetLists;
  /** What it would change, as its dry run says. */
  readonly entries: readonly Entry[];
};

type StoredDraft = KeptDraft & { readonly input?: string | null; readonly entries?: string | null };
type Row = { readonly draft: StoredDraft };

const keep = query<{ id: string; properties: Omit<StoredDraft, 'id'> }, never>('draft/keep');
const byId = query<{ id: string } & DraftAuthors, Row>('draft/by-id');
const page = query<{ before: string; limit: number } & DraftAuthors, Row>('draft/page');
const publish = query<{ id: string; at: string }, { id: string }>('draft/publish');
const discard = query<{ id: string }, never>('draft/discard');
const turn = query<{ modelVersion: number }, unknown>('changeset/turn');

/** A draft as it is read. */
export interface WholeDraft extends KeptDraft {
  /** What it would have changed when it was written; undefined once it is published. */
  readonly entries: () => readonly Entry[] | undefined;
  /** What it was made of; undefined once it is published. */
  readonly input: () => ChangesetLists | undefined;
}

/** Keeps a draft, and gives its id. The same draft of the same author is kept once. */
export async function keepDraft(graph: Graph, { input, entries, types, ...said }: Drafted): Promise<string> {
  const id = draftId({ ...said, input });
  const draftedAt = new Date().toISOString();
  const scope = types === undefined ? {} : { types };
  const content = { input: packed(input), entries: packed(entries) };
  await graph.write([keep({ id, properties: { ...said, ...scope, ...content, draftedAt, place: `${draftedAt} ${id}` } })]);
  return id;
}

/** The draft with this id, when it is of one of these authors. */
export async function draftWithId(
  graph: Graph,
  id: string,
  seen: DraftAuthors,
  options?: ReadOptions,
): Promise<WholeDraft | undefined> {
  const [row] = await graph.read(byId({ id, ...seen }), options);
  return row === undefined ? undefined : wholeDraft(row.draft);
}

/** At most `limit` of the drafts of these authors that wait, the last first, after the one at a place. */
export async function waitingDrafts(
  graph: Graph,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  seen: DraftAuthors,
  options?: ReadOptions,
): Promise<WholeDraft[]> {
  if (after !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z draft:[0-9a-f]{16}$/.test(after))
    throw new GraphError('BAD_USER_INPUT', '"after" is not a cursor of drafts: give an endCursor as it came.');
  return (await graph.read(page({ before: after ?? '~', limit, ...seen }), options)).map(({ draft }) => wholeDraft(draft));
}

/** Marks a draft as published; returns whether it was still pending. */
export async function markPublished({ run }: Pick<Transaction, 'run'>, id: string): Promise<boolean> {
  return (await run(publish({ id, at: new Date().toISOString() }))).length > 0;
}

/** Takes away a draft that waits: in turn with those that publish, so that one comes before the other. */
export const discardDraft = (graph: Graph, id: string): Promise<void> => graph.write([turn({ modelVersion }), discard({ id })]);

function wholeDraft({ input, entries, ...draft }: StoredDraft): WholeDraft {
  return {
    ...draft,
    types: draft.types ?? undefined,
    publishedAt: draft.publishedAt ?? undefined,
    entries: () => (entries == null ? undefined : unpacked(entries)),
    input: () => (input == null ? undefined : unpackedAs<ChangesetLists>(input)),
  };
}
