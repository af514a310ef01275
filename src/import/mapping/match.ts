/** Links the names of tables to entities of the graph, by the matcher that /reconcile asks too. */
import { InvalidInput } from '../../changesets/problem.js';
import { groupBy } from '../../graph/group-by.js';
import { Matcher } from '../../graph/matching/matcher.js';
import type { Match } from '../../graph/matching/question.js';
import type { Graph } from '../../graph/port.js';
import type { Label } from '../../model/model.js';
import { createdId } from './created.js';
import { decisionOf, keyOf, type Decision } from './decisions.js';
import type { NameReader } from './expand.js';

const together = 200;
const mostNames = 100_000;
const shownCandidates = 5;

interface Asked {
  readonly type: Label;
  readonly name: string;
  /** Empty for today. */
  readonly year: string;
}

interface Answer extends Asked {
  readonly found: readonly Match[];
  readonly id: string | undefined;
}

/** Gathers the names that records give, each with the years in which they give it: what changes within a year is asked about. */
export class Names {
  private readonly names = new Map<string, Asked>();

  readonly gather: NameReader = (type, name, on) => {
    const year = yearOf(on);
    this.names.set(keyOf(type, name, year), { type, name, year });
    if (this.names.size > mostNames)
      throw new InvalidInput([
        {
          file: name,
          value: undefined,
          message: `is the ${mostNames.toLocaleString('en')}th name to be matched: give ids, or a table under lookups`,
        },
      ]);
    return { id: undefined };
  };

  /** What was decided of each name, where something was. */
  decided(decisions: ReadonlyMap<string, Decision>): Pick<Decision, 'name' | 'type' | 'decision'>[] {
    return [...this.names.values()].map((asked) => ({ ...asked, decision: decisionOf(decisions, asked) }));
  }

  /** The entity of each name that is certain, and for the others what a person may choose from. */
  async matched(graph: Graph): Promise<{ readonly ids: ReadonlyMap<string, string>; readonly uncertain: readonly Decision[] }> {
    const answers: Answer[] = [];
    const all = [...this.names.values()];
    for (let from = 0; from < all.length; from += together)
      answers.push(...(await answersTo(all.slice(from, from + together), graph)));
    const ids = answers.flatMap(({ type, name, year, id }) => (id === undefined ? [] : [[keyOf(type, name, year), id] as const]));
    const byName = groupBy(answers, ({ type, name }) => keyOf(type, name));
    return { ids: new Map(ids), uncertain: [...byName.values()].flatMap(undecidedOf) };
  }
}

const yearOf = (on: string | undefined): string => /^\d{4}/.exec(on ?? '')?.[0] ?? '';

async function answersTo(asked: readonly Asked[], graph: Graph): Promise<Answer[]> {
  const matcher = new Matcher(graph);
  return Promise.all(
    asked.map(async ({ type, name, year }) => {
      const found = await matcher.matches({ names: [name], labels: [type], conditions: [], days: daysOf(year) });
      const id = found.find(({ isCertain }) => isCertain)?.candidate.id;
      return { type, name, year, found, id };
    }),
  );
}

const daysOf = (year: string): string[] =>
  year === '' ? [new Date().toISOString().slice(0, 10)] : [`${year}-01-01`, `${year}-12-31`];

/** A name that means the same few in every year is decided once, another in each year in which it is not certain. */
function undecidedOf(answers: readonly Answer[]): Decision[] {
  const open = answers.filter(({ id }) => id === undefined).map((answer) => undecided(answer));
  const [first] = open;
  const isSame =
    open.length === answers.length && open.every(({ candidates }) => String(candidates) === String(first?.candidates));
  return first !== undefined && isSame ? [{ ...first, year: '' }] : open;
}

function undecided({ type, name, year, found }: Answer): Decision {
  const best = found.slice(0, shownCandidates);
  return {
    name,
    type,
    year,
    decision: '',
    candidates: best.map(({ candidate }) => candidate.id),
    scores: best.map(({ score }) => score.toFixed(0)),
  };
}

/** What names mean once they are matched and decided. */
export function nameReader(ids: ReadonlyMap<string, string>, decisions: ReadonlyMap<string, Decision>, path: string): NameReader {
  return (type, name, on) => {
    const year = yearOf(on);
    const decision = decisionOf(decisions, { type, name, year });
    if (decision !== '') return { id: decision === 'skip' ? undefined : (createdId({ name, type, decision }) ?? decision) };
    const id = ids.get(keyOf(type, name, year));
    return id === undefined ? { error: `is a name that means no ${type} for certain: decide in ${path}` } : { id };
  };
}

/** What names mean where nobody asked for them to be matched. */
export const unmatched: NameReader = (type) => ({
  error: `is neither an id of a ${type} nor in a lookup table of the mapping: add it there, or look names up in the graph with --match`,
});
