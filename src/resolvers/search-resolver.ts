import { labelOf } from '../model/model.js';
import { Args, Ctx, Query, Resolver } from '../type-graphql/decorators.js';
import { GraphError } from '../graph/errors.js';
import { groupBy } from '../graph/group-by.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import { rankedEntities } from '../graph/loaders/search-loader.js';
import { decode, encode, pageSizes } from '../graph/lists/order.js';
import type { Ranked } from '../graph/search/rank.js';
import { fused, type Found } from '../meaning/fused.js';
import { ownLabel } from '../graph/stored/storage.js';
import { MatchArguments, NameMatch, SearchArguments, SearchConnection } from '../schema/search.js';
import type { Context } from './context.js';

@Resolver()
export class SearchResolver {
  @Query(() => SearchConnection, {
    description:
      'Entities by any of their names in any language, by abbreviation, code or document number, or by description; plurals, spelling variants and typing errors are forgiven.',
  })
  async search(
    @Args(() => SearchArguments) { query, types, within, by, first, after }: SearchArguments,
    @Ctx() { loaders, meaning }: Context,
  ) {
    if (within != null && labelOf(within) !== 'Region')
      throw new GraphError('BAD_USER_INPUT', '"within" must be the id of a region, which begins with "region:".');
    const scope = { labels: types ?? undefined, within: within ?? undefined };
    const wanted = by?.includes('MEANING') === false ? undefined : meaning;
    const [byWords, byMeaning] = await Promise.all([
      by?.includes('WORDS') === false ? [] : loaders.search.ranked(query, scope, rankedEntities.search),
      wanted && loaders.search.nearest(query, scope, wanted),
    ]);
    const found = byMeaning === undefined ? byWords.map((item) => ({ ...item, foundBy: words })) : fused(byWords, byMeaning);
    const use = wanted === undefined ? 'OFF' : byMeaning === undefined ? 'UNAVAILABLE' : 'USED';
    return { ...connectionOf(found, first ?? pageSizes.default, after ?? undefined, loaders), meaning: use };
  }

  @Query(() => [NameMatch], {
    description:
      'What each of many names may mean, in the order of the names: for those who join data of their own to the graph.',
  })
  match(@Args(() => MatchArguments) { names, types, first }: MatchArguments, @Ctx() { loaders }: Context) {
    return Promise.all(
      names.map(async (name) => {
        const ranked = await loaders.search.ranked(name, { labels: types ?? undefined }, rankedEntities.match);
        return { name, candidates: ranked.slice(0, first).map((item) => shown(item, loaders)) };
      }),
    );
  }
}

const words = ['WORDS'] as const;

const shown = ({ candidate, score, matchedName }: Ranked, loaders: Loaders) => ({
  node: loaders.entities.byId(candidate.id),
  score,
  matchedName,
});

/** What the cursors of search say they are ordered by. */
const order = 'score';

function connectionOf(ranked: readonly Found[], first: number, after: string | undefined, loaders: Loaders) {
  const start = after === undefined ? 0 : positionAfter(ranked, after);
  const edges = ranked
    .slice(start, start + first)
    .map((item) => ({ ...shown(item, loaders), foundBy: item.foundBy, cursor: encode(order, item.score, item.candidate.id) }));
  return {
    edges,
    totalCount: ranked.length,
    types: countsOf(ranked),
    pageInfo: {
      hasNextPage: start + first < ranked.length,
      hasPreviousPage: start > 0,
      startCursor: edges[0]?.cursor,
      endCursor: edges.at(-1)?.cursor,
    },
  };
}

/** After the item of the cursor; where that is gone, after all that fit better than it did. */
function positionAfter(ranked: readonly Ranked[], after: string): number {
  const [score, id] = decode(after, 'after', order);
  const position = ranked.findIndex(({ candidate }) => candidate.id === id);
  if (position >= 0) return position + 1;
  const next = ranked.findIndex((item) => item.score < Number(score));
  return next < 0 ? ranked.length : next;
}

function countsOf(ranked: readonly Ranked[]) {
  const counts = [...groupBy(ranked, ({ candidate }) => ownLabel(candidate.labels))].map(([type, group]) => ({
    type,
    count: group.length,
  }));
  return counts.sort((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
