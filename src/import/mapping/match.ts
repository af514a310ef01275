/** Links the names of tables to entities of the graph, through the search that the API's `match` asks. */
import { ImportError } from '../../changesets/problem.js';
import { now } from '../../graph/as-of.js';
import { Reader } from '../../graph/loaders/reader.js';
import { rankedEntities, SearchLoader } from '../../graph/loaders/search-loader.js';
import type { Label } from '../../graph/model.js';
import type { Graph } from '../../graph/port.js';
import type { Ranked } from '../../graph/search/rank.js';
import { keyOf, type Decision } from './decisions.js';
import type { NameReader } from './expand.js';

/** A name is certain when it is an entity's own, but for case and signs, and no other entity's as much. */
const certain = 0.98;
const together = 200;
const mostNames = 100_000;
const shownCandidates = 5;

/** Gathers the names that records give. */
export class Names {
  private readonly names = new Map<string, { readonly type: Label; readonly name: string }>();

  readonly gather: NameReader = (type, name) => {
    this.names.set(keyOf(type, name), { type, name });
    if (this.names.size > mostNames)
      throw new ImportError([
        {
          file: name,
          value: undefined,
          message: `is the ${mostNames.toLocaleString('en')}th name to be matched: give ids, or a table under lookups`,
        },
      ]);
    return { id: undefined };
  };

  /** The entity of each name that is certain, and for the others what a person may choose from. */
  async matched(graph: Graph): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly uncertain: readonly Decision[] }> {
    const ids = new Map<string, string>();
    const uncertain: Decision[] = [];
    const all = [...this.names];
    for (let from = 0; from < all.length; from += together) {
      const search = new SearchLoader(new Reader(graph, { on: new Date().toISOString().slice(0, 10), knownAt: now }));
      const asked = all.slice(from, from + together);
      const ranked = await Promise.all(
        asked.map(([, { type, name }]) => search.ranked(name, { labels: [type] }, rankedEntities.match)),
      );
      for (const [index, [key, { type, name }]] of asked.entries()) {
        const found = ranked[index] ?? [];
        const id = certainOf(found);
        if (id === undefined) uncertain.push(undecided(type, name, found));
        else ids.set(key, id);
      }
    }
    return { ids, uncertain };
  }
}

function certainOf([first, second]: readonly Ranked[]): string | undefined {
  if (first === undefined || first.score < certain) return undefined;
  return second === undefined || second.score < first.score ? first.candidate.id : undefined;
}

function undecided(type: Label, name: string, found: readonly Ranked[]): Decision {
  const best = found.slice(0, shownCandidates);
  return {
    name,
    type,
    decision: '',
    candidates: best.map(({ candidate }) => candidate.id),
    scores: best.map(({ score }) => score.toFixed(2)),
  };
}

/** What names mean once they are matched and decided. */
export function nameReader(ids: ReadonlyMap<string, string>, decisions: ReadonlyMap<string, Decision>, path: string): NameReader {
  return (type, name) => {
    const decision = decisions.get(keyOf(type, name))?.decision ?? '';
    if (decision !== '') return { id: decision === 'skip' ? undefined : decision };
    const id = ids.get(keyOf(type, name));
    return id === undefined ? { error: `is a name that means no ${type} for certain: decide in ${path}` } : { id };
  };
}

/** What names mean where nobody asked for them to be matched. */
export const unmatched: NameReader = (type) => ({
  error: `is no id of a ${type} and stands in no table of the mapping: add it there, or look names up in the graph with --match`,
});
