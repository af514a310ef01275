import { Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import type { ChangeRequest } from '../changesets/change-request.js';
import type { WholeClaim } from '../changesets/stored.js';
import { GraphError } from '../graph/errors.js';
import type { Entity } from '../graph/stored/rows.js';
import { claimsOn, type ClaimLists } from '../reading/kept/document-claims.js';
import { wordsIn } from '../reading/kept/decided.js';
import type { KeptReading } from '../reading/kept/reading.js';
import { ChangedText, movedClaims, type RereadClaim as ClaimReadAgain } from '../reading/kept/rereading.js';
import { Claim } from '../schema/claim.js';
import { RereadClaim, type LostClaimInput } from '../schema/rereading.js';
import type { Context } from './context.js';
import { textSeen } from './reading-views.js';

interface Rereading {
  readonly document: Entity;
  readonly claims: readonly WholeClaim[];
  readonly text: ChangedText;
}

/** What is read again; undefined where the document is new, or has this text. */
export async function rereadingOf(reading: KeptReading, context: Context): Promise<Rereading | undefined> {
  const { loaders, graph, archive } = context;
  const document = await loaders.entities.byId(reading.document);
  if (document === null || reading.publishedAt !== undefined || document['sha256'] === reading.sha256) return undefined;
  const earlier = typeof document['sha256'] === 'string' ? await archive.text(document['sha256']) : undefined;
  const claims = await claimsOn(graph, document.id);
  return { document, claims, text: new ChangedText(await textSeen(reading, context), earlier) };
}

type Lists = Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'retractions'>;
type Moved = ClaimLists & Pick<ChangeRequest, 'entities'>;

/** The document with its changed text, and its claims with their passages there. */
export async function movedBy(
  { document, claims, text }: Rereading,
  reading: KeptReading,
  lost: readonly LostClaimInput[],
  context: Context,
): Promise<Moved> {
  const characters = await textSeen(reading, context);
  const unknown = lost.find(({ claim }) => claims.every(({ id }) => id !== claim));
  if (unknown !== undefined)
    throw new GraphError('BAD_USER_INPUT', `"${unknown.claim}" is not a live claim that rests on ${document.id}.`);
  for (const { passage } of lost) if (passage != null) wordsIn(characters, passage);
  const decided = lost.map(({ claim, passage }) => ({ claim, passage: passage ?? undefined }));
  const range = ['rangeStart', 'rangeEnd'].filter((name) => document[name] != null).map((name) => [name, null] as const);
  const values = { id: document.id, expectedVersion: document.version, sha256: reading.sha256, ...Object.fromEntries(range) };
  const item = values as unknown as Moved['entities'][number]['item'];
  const entities: Moved['entities'] = [
    { item, problem: (at, message) => ({ file: ['document', ...at].join('.'), value: undefined, message }) },
  ];
  return { entities, ...movedClaims(claims, document.id, text, characters, decided) };
}

/** The lists of a changeset with what moves. */
export function withMoved<T extends Lists>(lists: T, moved: Moved | undefined): T {
  if (moved === undefined) return lists;
  return {
    ...lists,
    entities: [...moved.entities, ...lists.entities],
    claims: [...lists.claims, ...moved.claims],
    retractions: [...lists.retractions, ...moved.retractions],
  };
}

@Resolver(() => RereadClaim)
export class RereadClaimResolver {
  @FieldResolver(() => Claim, { nullable: true })
  claim(@Root() { claim }: ClaimReadAgain, @Ctx() { loaders }: Context) {
    return loaders.claims.byId(claim);
  }
}
