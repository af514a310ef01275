import { groupBy } from '../group-by.js';
import { limits } from '../../limits.js';
import type { Label } from '../../model/model.js';
import { meantBy } from '../search/exact-name.js';
import type { Candidate } from '../search/rank.js';
import { exactNameTerms } from '../search/tokens.js';
import { ownLabel } from '../stored/storage.js';
import type { PlaceLoader, Place } from './place-loader.js';
import type { Reader } from './reader.js';
import { rankedEntities, type SearchLoader } from './search-loader.js';

/** A name, and the labels of the entities that it may be of. */
export interface Name {
  readonly text: string;
  readonly labels: readonly Label[];
}

/** An entity to choose from, with what distinguishes it from others of its name. */
export interface Choice extends Place {
  readonly id: string;
  readonly name: string;
  readonly type: Label;
}

/** How many entities a name means, with the one, or with some of them; with those of the nearest names where it means none. */
export type Meaning =
  | { readonly count: 1; readonly id: string }
  | { readonly count: number; readonly choices: readonly Choice[] };

/** The least score of a name that is near enough to be suggested. */
const nearEnough = 0.5;

/** How many of them are. */
const suggestions = 3;

/** Entities by their exact names. */
export class NameLoader {
  constructor(
    private readonly reader: Reader,
    private readonly search: SearchLoader,
    private readonly places: PlaceLoader,
  ) {}

  /** What these names mean, in their order. */
  async meaningsOf(names: readonly Name[]): Promise<readonly Meaning[]> {
    const meant = await this.meant(names);
    const near = await this.nearestOf(names.filter((_, index) => meant[index]?.length === 0));
    return Promise.all(names.map((name, index) => this.meaning(meant[index] ?? [], near.get(name) ?? [])));
  }

  private async meaning(meant: readonly Candidate[], near: readonly Candidate[]): Promise<Meaning> {
    const [first, ...others] = meant;
    if (first !== undefined && others.length === 0) return { count: 1, id: first.id };
    return { count: meant.length, choices: await this.choices(first === undefined ? near : meant) };
  }

  /** The entities that each name means. */
  private async meant(names: readonly Name[]): Promise<(readonly Candidate[])[]> {
    const found = await this.candidates(names);
    const named = await this.search.named([...new Set([...found.values()].flat())]);
    const byId = new Map(named.map((candidate) => [candidate.id, candidate]));
    return names.map((name) =>
      meantBy(
        name.text,
        (found.get(name) ?? []).flatMap((id) => byId.get(id) ?? []),
      ),
    );
  }

  /** Entities with these names, whatever the spelling: one search for each choice of labels. */
  private async candidates(names: readonly Name[]): Promise<ReadonlyMap<Name, readonly string[]>> {
    const groups = [...groupBy(names, ({ labels }) => labels.join()).values()];
    const found = await Promise.all(
      groups.map(async (group) => {
        const questions = group.map(({ text }) => exactNameTerms(text));
        const ids = await this.reader.search({ questions, labels: group[0]?.labels, limit: limits.search.namesakes.value });
        return group.map((name, index) => [name, ids[index] ?? []] as const);
      }),
    );
    return new Map(found.flat());
  }

  /** The entities with names that are like these, the best first. */
  private async nearestOf(names: readonly Name[]): Promise<ReadonlyMap<Name, readonly Candidate[]>> {
    const found = names.slice(0, limits.search.nearest.value).map(async (name) => {
      const ranked = await this.search.ranked(name.text, { labels: name.labels }, rankedEntities.match);
      const near = ranked.filter(({ score }) => score >= nearEnough).slice(0, suggestions);
      return [name, near.map(({ candidate }) => candidate)] as const;
    });
    return new Map(await Promise.all(found));
  }

  private choices(candidates: readonly Candidate[]): Promise<Choice[]> {
    const shown = candidates.slice(0, limits.search.choices.value);
    return Promise.all(
      shown.map(async ({ id, name, labels, isFormer = false }) => ({
        id,
        name,
        type: ownLabel(labels),
        ...(await this.places.of(id, isFormer)),
      })),
    );
  }
}
