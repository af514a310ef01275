/** What the names of tables mean: one matcher for imports (`--match`) and for /reconcile. */
import { limits } from '../../limits.js';
import { labelOf } from '../../model/model.js';
import type { Budget } from '../loaders/budget.js';
import { Loaders } from '../loaders/loaders.js';
import { rankedEntities } from '../loaders/search-loader.js';
import type { Graph } from '../port.js';
import type { Candidate, Ranked } from '../search/rank.js';
import type { Entity } from '../stored/rows.js';
import { now } from '../time/as-of.js';
import { agreement } from './agreement.js';
import { finds } from './properties.js';
import { codesOfEntity, PropertyReader } from './property-values.js';
import { withoutPlace } from './place-in-name.js';
import type { Agreement, Condition, Match, Question } from './question.js';

/** A name that differs in case, punctuation, diacritics or script only. */
const certainName = 98;

/** What a condition does to a score: one that is met halves what is missing to 100, one that is not halves the score. */
const weigh = (score: number, isMet: boolean | undefined): number =>
  isMet === undefined ? score : isMet ? (score + 100) / 2 : score / 2;

/** The share that the score of something keeps that no longer exists, so that it comes after its namesakes. */
const former = 0.9;

/** How many values of a property are compared. */
const compared = limits.lists.page.value;

export class Matcher {
  private readonly views = new Map<string, Loaders>();

  constructor(
    private readonly graph: Graph,
    private readonly signal?: AbortSignal,
    private readonly budget?: Budget,
  ) {}

  /** The entities that a question may mean, the best first, as seen on its first day. One is certain where it is on all of its days. */
  async matches(question: Question): Promise<readonly Match[]> {
    const found = await Promise.all(question.days.map((day) => this.matchesOn(day, question)));
    const certain = new Set(found.map((matches) => matches.find(({ isCertain }) => isCertain)?.candidate.id));
    return (found[0] ?? []).map((match) => ({ ...match, isCertain: match.isCertain && certain.size === 1 }));
  }

  /** What the graph holds as of an ISO day. */
  on(day: string): Loaders {
    const view = this.views.get(day) ?? new Loaders(this.graph, { on: day, knownAt: now }, this.signal, this.budget);
    this.views.set(day, view);
    return view;
  }

  private async matchesOn(day: string, question: Question): Promise<readonly Match[]> {
    const loaders = this.on(day);
    const found = await weighedOf(question, loaders);
    const alone = found.some(({ nameScore }) => nameScore >= certainName) ? undefined : withoutPlace(question);
    const placed = alone === undefined ? [] : await weighedOf(alone, loaders);
    const ids = new Set(placed.map(({ candidate }) => candidate.id));
    const matches = [...placed, ...found.filter(({ candidate }) => !ids.has(candidate.id))];
    const sorted = matches.toSorted((a, b) => b.score - a.score); // stable: ties stay in the order of search
    const certain = certainOf(sorted);
    return sorted.map((match) => ({ ...match, isCertain: match === certain }));
  }
}

/** The candidates of a question that meet what they must, in the order of search. */
async function weighedOf(question: Question, loaders: Loaders): Promise<readonly Match[]> {
  const { conditions } = question;
  const found = await candidatesOf(question, loaders);
  const matches = await Promise.all(found.map((ranked) => weighed(ranked, conditions, loaders)));
  return matches.filter(({ agreements }) =>
    conditions.every(({ isRequired }, at) => !isRequired || agreements[at]?.isMet === true),
  );
}

/** Entities by id and by name; by codes and the like where there is no name. */
async function candidatesOf({ names, labels, conditions }: Question, loaders: Loaders): Promise<readonly Ranked[]> {
  const finding = conditions.filter(({ property, quantifier }) => finds(property) && quantifier !== 'none');
  const texts = [
    ...names,
    ...finding.filter(({ property }) => names.length === 0 || property.source.kind === 'id').flatMap(({ values }) => values),
  ];
  const found = await Promise.all(
    texts.map(async (text) => {
      const entity = labelOf(text) === undefined ? null : await loaders.entities.byId(text);
      if (entity === null) return loaders.search.ranked(text, { labels }, rankedEntities.match);
      return labels?.includes(entity.label) === false ? [] : [rankedById(entity)];
    }),
  );
  return bestOfEach(found.flat());
}

const rankedById = (entity: Entity): Ranked => ({ candidate: candidateOf(entity), score: 1, matchedName: entity.id });

const candidateOf = (entity: Entity): Candidate => ({
  id: entity.id,
  labels: [entity.label],
  name: entity.name,
  names: entity.names.map(({ value }) => value),
  codes: codesOfEntity(entity),
  description: entity.description,
});

/** Each entity once, by the text that fits it best. */
function bestOfEach(found: readonly Ranked[]): readonly Ranked[] {
  const best = new Map<string, Ranked>();
  for (const ranked of found)
    if (ranked.score > (best.get(ranked.candidate.id)?.score ?? 0)) best.set(ranked.candidate.id, ranked);
  return [...best.values()].toSorted((a, b) => b.score - a.score);
}

async function weighed(
  { candidate, score, matchedName }: Ranked,
  conditions: readonly Condition[],
  loaders: Loaders,
): Promise<Match> {
  const entity = conditions.length === 0 ? null : await loaders.entities.byId(candidate.id);
  const properties = new PropertyReader(loaders);
  const agreementWith = async (condition: Condition): Promise<Agreement> => {
    const { property } = condition;
    const values = entity === null ? undefined : await properties.of(entity, property.id, compared);
    return { property, isMet: values && (await agreement(condition, values)) };
  };
  const agreements = await Promise.all(conditions.map(agreementWith));
  const nameScore = 100 * score;
  const fit = candidate.isFormer === true ? former * nameScore : nameScore;
  const weighing = agreements.reduce((all, { isMet }) => weigh(all, isMet), fit);
  return { candidate, matchedName, nameScore, agreements, score: weighing, isCertain: false };
}

/** The match that can be no other entity: its name fits, nothing contradicts it, and all others fit less well or are contradicted. */
function certainOf(matches: readonly Match[]): Match | undefined {
  const current = matches.filter(({ candidate }) => candidate.isFormer !== true);
  const [first] = current;
  if (first === undefined || first.nameScore < certainName || isContradicted(first)) return undefined;
  const rivals = current.filter((each) => each.nameScore >= first.nameScore && !isContradicted(each));
  return rivals.length === 1 ? first : undefined;
}

const isContradicted = ({ agreements }: Match): boolean => agreements.some(({ isMet }) => isMet === false);
