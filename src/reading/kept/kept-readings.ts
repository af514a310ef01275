/** Readings of texts, which wait for editors to decide. They are nodes of their own, apart from the graph: no read of the graph meets them. */
import { hashOf } from '../../archive.js';
import { packed, unpackedAs } from '../../changesets/packed.js';
import { GraphError } from '../../graph/errors.js';
import { modelVersion } from '../../graph/model-version.js';
import { readerOf, type Graph, type ReadOptions, type Transaction } from '../../graph/port.js';
import { query } from '../../graph/query.js';
import { limits } from '../../limits.js';
import { rests } from './public-texts.js';
import type { KeptReading, ReadingContent } from './reading.js';

type Stored = { readonly [Name in keyof KeptReading]: KeptReading[Name] | null };
type Row = { readonly reading: Stored };
type Properties = Omit<KeptReading, 'id'> & { readonly proposals: string; readonly model: string; readonly cuts?: string };

const keep = query<{ id: string; properties: Properties }, never>('reading/keep');
const keepText = query<{ id: string; text: string }, never>('text/keep');
const byIds = query<{ ids: readonly string[] }, Row>('reading/by-ids');
const content = query<{ id: string }, { proposals: string; model: string; cuts: string | null }>('reading/content');
const page = query<{ before: string; limit: number; published: boolean }, Row>('reading/page');
const publish = query<{ id: string; at: string }, { id: string }>('reading/publish');
const publishText = query<{ id: string; at: string }, never>('text/publish');
const discard = query<{ id: string }, never>('reading/discard');
const discardDecisions = query<{ reading: string }, never>('reading/discard-decisions');
const discardText = query<{ id: string }, never>('text/discard');
const readingsOfText = query<{ sha256: string }, { id: string }>('reading/of-text');
const openReadings = query<Record<string, never>, { open: number }>('reading/count-open');
const turn = query<{ modelVersion: number }, unknown>('changeset/turn');

/** What a reading is made of. */
export type NewReading = Omit<KeptReading, 'id' | 'readAt' | 'place' | 'proposed' | 'version' | 'publishedAt'> &
  ReadingContent & { readonly text: string };

/** Keeps a reading with its text, and gives its id. The same text that proposes the same is kept once for all editors, until what was published of it is taken back. Throws BAD_USER_INPUT where too many are open. */
export async function keepReading(graph: Graph, { text, proposals, model, cuts = [], ...said }: NewReading): Promise<string> {
  const id = await freeId(graph, { ...said, proposals });
  const readAt = new Date().toISOString();
  const properties = {
    ...present(said),
    readAt,
    place: `${readAt} ${id}`,
    proposed: proposals.length,
    version: 0,
    proposals: packed(proposals),
    model: model === undefined ? '' : packed(model),
    ...(cuts.length === 0 ? {} : { cuts: packed(cuts) }),
  };
  await graph.transact(async (transaction) => {
    const { run } = transaction;
    await run(turn({ modelVersion }));
    if ((await run(byIds({ ids: [id] }))).length === 0) await mustHaveRoom(transaction);
    await run(keepText({ id: said.sha256, text }));
    await run(keep({ id, properties }));
  });
  return id;
}

/** Throws BAD_USER_INPUT where as many readings are open as may be. */
export async function mustHaveRoom({ run }: Transaction): Promise<void> {
  const most = limits.reading.open.value;
  const [row] = await run(openReadings({}));
  if ((row?.open ?? 0) < most) return;
  throw new GraphError(
    limits.reading.open.code,
    `${most.toLocaleString('en')} readings are open, and there may be no more: publish or discard some of those that \`readings\` lists, then have the text read again.`,
  );
}

/** The first id that is free, or of a reading that is open or published. One whose document was removed since cannot be published again. */
async function freeId(graph: Graph, reading: Omit<NewReading, 'text' | 'model' | 'cuts'>): Promise<string> {
  for (let round = 0; ; round++) {
    const id = readingId(reading, round);
    const known = await readingWithId(graph, id);
    if (known?.publishedAt === undefined || (await rests(readerOf(graph), reading.document))) return id;
  }
}

/** Made of all that is proposed: who has reviewed a reading knows what its id publishes. */
function readingId({ author: _, proposals, ...said }: Omit<NewReading, 'text' | 'model' | 'cuts'>, round: number): string {
  const content = [said, proposals.map(({ id, passages }) => [id, passages.map(({ summary }) => summary)])];
  const parts = round === 0 ? content : [...content, round];
  return `reading:${hashOf(JSON.stringify(parts)).slice(0, 16)}`;
}

/** The id of the changeset as which a reading is published. */
export const changesetOf = (reading: string): string => `changeset:${reading.replace(':', '-')}`;

/** The reading that was published as this changeset, by its id; undefined where it was none. */
export const readingOfChangeset = (changeset: string): string | undefined =>
  /^changeset:reading-[0-9a-f]{16}$/.test(changeset) ? changeset.replace('changeset:reading-', 'reading:') : undefined;

export async function readingWithId(
  graph: Pick<Graph, 'read'>,
  id: string,
  options?: ReadOptions,
): Promise<KeptReading | undefined> {
  const [row] = await graph.read(byIds({ ids: [id] }), options);
  return row && keptReading(row.reading);
}

/** The same inside of a transaction. Throws BAD_USER_INPUT for an unknown one. */
export async function mustHaveReading({ run }: Transaction, id: string): Promise<KeptReading> {
  const [row] = await run(byIds({ ids: [id] }));
  if (row === undefined) throw unknownReading(id);
  return keptReading(row.reading);
}

export const unknownReading = (id: string): GraphError => new GraphError('BAD_USER_INPUT', `Unknown reading "${id}".`);

/** At most `limit` readings, the last first, after the one at a place. */
export async function keptReadings(
  graph: Graph,
  { after, limit, published }: { readonly after?: string | undefined; readonly limit: number; readonly published: boolean },
  options?: ReadOptions,
): Promise<KeptReading[]> {
  if (after !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z reading:[0-9a-f]{16}$/.test(after))
    throw new GraphError('BAD_USER_INPUT', '"after" is not a cursor of readings: give an endCursor as it came.');
  return (await graph.read(page({ before: after ?? '~', limit, published }), options)).map(({ reading }) => keptReading(reading));
}

/** What a reading proposes, which never changes. */
export async function contentOf(graph: Pick<Graph, 'read'>, id: string, options?: ReadOptions): Promise<ReadingContent> {
  const [row] = await graph.read(content({ id }), options);
  if (row === undefined) throw unknownReading(id);
  return {
    proposals: unpackedAs(row.proposals),
    model: row.model === '' ? undefined : unpackedAs(row.model),
    cuts: row.cuts === null ? undefined : unpackedAs(row.cuts),
  };
}

/** Marks a reading as published and lets everybody read its text; returns whether it was still open. */
export async function markPublished({ run }: Transaction, { id, sha256 }: KeptReading): Promise<boolean> {
  const at = new Date().toISOString();
  await run(publishText({ id: sha256, at }));
  return (await run(publish({ id, at }))).length > 0;
}

/** Takes away a reading that is open, what was decided on it, and its text where no other reading is of it. Gives whether there was one. */
export const discardReading = (graph: Graph, id: string): Promise<boolean> =>
  graph.transact(async ({ run }) => {
    await run(turn({ modelVersion }));
    const [row] = await run(byIds({ ids: [id] }));
    if (row === undefined || row.reading.publishedAt != null) return false;
    await run(discard({ id }));
    await run(discardDecisions({ reading: id }));
    const { sha256 } = keptReading(row.reading);
    if ((await run(readingsOfText({ sha256 }))).length === 0) await run(discardText({ id: sha256 }));
    return true;
  });

const present = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;

const keptReading = (stored: Stored): KeptReading =>
  Object.fromEntries(Object.entries(stored).filter(([, value]) => value !== null)) as unknown as KeptReading;
