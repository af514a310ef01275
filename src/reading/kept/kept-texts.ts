/** The texts of readings in the store. Before a text is published only editors see it. */
import type { Account } from '../../accounts/account.js';
import { bothTexts, type Texts } from '../../archive.js';
import { Batches } from '../../graph/loaders/batches.js';
import type { Graph, ReadOptions } from '../../graph/port.js';
import { query } from '../../graph/query.js';
import { limits } from '../../limits.js';

const byIds = query<{ ids: readonly string[]; all: boolean }, { id: string; text: string }>('text/by-ids');
const containing = query<{ words: string; all: boolean; limit: number }, { id: string }>('text/containing');

/** Whether the caller sees readings and their texts: the one rule on it. */
export const seesReadings = (account: Account | undefined): boolean => account?.role === 'EDITOR' || account?.role === 'ADMIN';

/** What one request reads, with the texts of the archive and those of the store that its caller may see. */
export function withTexts<T extends { readonly graph: Graph }>(
  request: T,
  archive: Texts,
  account: Account | undefined,
): T & { readonly archive: Texts } {
  return { ...request, archive: bothTexts(archive, keptTexts(request.graph, seesReadings(account))) };
}

/** The texts of a store, each read once; `all` gives those too that are not published. */
export function keptTexts(graph: Pick<Graph, 'read'>, all: boolean, options?: ReadOptions): Texts {
  const batches = new Batches();
  const fetch = async (ids: readonly string[]) => {
    const rows = await graph.read(byIds({ ids, all }), options);
    return new Map(rows.map(({ id, text }) => [id, Array.from(text)]));
  };
  return {
    text: (sha256) => batches.load<readonly string[] | undefined>('text', null, sha256, fetch, undefined),
    textsWith: async (words) => {
      const limit = limits.lists.searchedTexts.value + 1;
      return (await graph.read(containing({ words, all, limit }), options)).map(({ id }) => id);
    },
  };
}
