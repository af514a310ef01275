import { limits } from '../../limits.js';
import { GraphError } from '../errors.js';
import { atMost, cypher, nameOf, query } from '../query.js';
import { claimOf, evidenceOf, type Claim, type ClaimRow, type Evidence, type Properties } from '../stored/rows.js';
import type { Locator } from '../stored/record-types.js';
import { grouped, type Ids, type Reader } from './reader.js';

const byId = query<{ ids: readonly string[] }, ClaimRow>('claim/by-id');
const evidence = query<
  { ids: readonly string[]; limit: number },
  { claim: string; evidence: Properties; document: string },
  'limit'
>('claim/evidence');
const ofSubject = query<
  { ids: readonly string[]; predicates?: readonly string[]; limit: number },
  { subject: string; claim: string },
  'label' | 'predicates'
>('claim/of-subject');

const succession = query<{ ids: readonly string[] }, Succession & { claim: string }>('claim/succession');

const located = query<{ hashes: readonly string[] }, Located>('claim/located');

/** A claim, and a passage that it rests on. */
interface Located {
  readonly claim: string;
  /** SHA-256 of the archived text. */
  readonly hash: string;
  readonly locator: Locator;
}

/** What became of a claim, and what was before it. */
export interface Succession {
  /** Changesets; there is at most one. */
  readonly retractedIn: readonly string[];
  /** Claims. */
  readonly supersededBy: readonly string[];
  readonly supersedes: readonly string[];
}

/** Which of the claims about something are wanted. */
export interface ClaimPage {
  readonly predicates?: readonly string[] | null | undefined;
  readonly first?: number | null | undefined;
  /** The id of a claim. */
  readonly after?: string | null | undefined;
}

/** The ids of a page. Throws BAD_USER_INPUT where it begins after none of them. */
function idsOfPage(ids: readonly string[], { first, after }: ClaimPage): readonly string[] {
  const start = after == null ? 0 : ids.indexOf(after) + 1;
  if (after != null && start === 0)
    throw new GraphError(
      'BAD_USER_INPUT',
      '"after" must be the id of a claim of the same list, such as the last one of the page before.',
    );
  return ids.slice(start, start + (first ?? limits.lists.claims.default));
}

export class ClaimLoader {
  constructor(private readonly reader: Reader) {}

  /** The claim with this id, live or not, or null. */
  byId(id: string): Promise<Claim | null> {
    const fetch = async (ids: Ids['ids']) => {
      const claims = (await this.reader.readByIds(ids, byId)).map(claimOf);
      return new Map(claims.map((claim) => [claim.id, claim]));
    };
    return this.reader.batches.load<Claim | null>('claim', null, id, fetch, null);
  }

  async byIds(ids: readonly string[]): Promise<readonly Claim[]> {
    const claims = await Promise.all(ids.map((id) => this.byId(id)));
    return claims.filter((claim) => claim !== null);
  }

  /** A page of the claims with these ids. */
  pageOf(ids: readonly string[], page: ClaimPage): Promise<readonly Claim[]> {
    return this.byIds(idsOfPage(ids, page));
  }

  /** The live claims about an entity or observation; `predicates` keeps those of some kinds. */
  async about(id: string, label: 'Entity' | 'Observation', predicates?: readonly string[]): Promise<readonly Claim[]> {
    return this.byIds(await this.idsAbout(id, label, predicates));
  }

  /** A page of them. */
  async pageAbout(id: string, label: 'Entity' | 'Observation', page: ClaimPage): Promise<readonly Claim[]> {
    const ids = await this.idsAbout(id, label, page.predicates ?? undefined);
    return this.pageOf(ids, page);
  }

  /** The ids of them all. */
  idsAbout(id: string, label: 'Entity' | 'Observation', predicates?: readonly string[]): Promise<readonly string[]> {
    const slots = {
      label: nameOf(label),
      predicates: predicates === undefined ? cypher`` : cypher`AND claim.predicate IN $predicates`,
    };
    const fetch = async (ids: Ids['ids']) => {
      const rows = await this.reader.readBounded(ids.length, (limit) =>
        ofSubject({ ids, limit, ...(predicates === undefined ? {} : { predicates }) }, slots),
      );
      return grouped(
        rows,
        ({ subject }) => subject,
        ({ claim }) => claim,
      );
    };
    return this.reader.batches.load<readonly string[]>('claims about', [label, predicates], id, fetch, []);
  }

  /** The live claims that rest on passages of these archived texts, once for each passage. */
  locatedIn(hashes: readonly string[]): Promise<Located[]> {
    return this.reader.read(located({ hashes }));
  }

  /** What a claim rests on. */
  evidence(claim: string): Promise<readonly Evidence[]> {
    const fetch = async (ids: Ids['ids']) =>
      grouped(
        await this.reader.readBounded(ids.length, (limit) => evidence({ ids, limit }, { limit: atMost })),
        (row) => row.claim,
        evidenceOf,
      );
    return this.reader.batches.load('evidence', null, claim, fetch, []);
  }

  /** By what a claim was retracted, what took its place, and whose place it took. */
  succession(claim: string): Promise<Succession> {
    const fetch = async (ids: Ids['ids']) =>
      new Map((await this.reader.read(succession({ ids }))).map((row) => [row.claim, row]));
    const none = { retractedIn: [], supersededBy: [], supersedes: [] };
    return this.reader.batches.load<Succession>('succession', null, claim, fetch, none);
  }
}
