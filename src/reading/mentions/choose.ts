/** Which of the entities that share a name a text means, by what is named around it. */
import { countBefore } from '../positions.js';
import type { Lexicon, NamedEntity } from './lexicon.js';
import type { Candidate, Found } from './mention.js';

/** What counts for a candidate. */
const worth = {
  beside: 8,
  joined: 3,
  listed: 12,
  contains: 14,
  paragraph: 3,
  text: 1,
  itself: 6,
  former: -20,
  level: -0.5,
  alias: -0.25,
};

/** Characters between a name and the place that says which one is meant. */
const near = 40;

/** How much better the best one must be. */
const margin = 0.5;

/** The mentions with the entity that each means. Where two fit as well, both are candidates and none is chosen. */
export const choose = (text: string, found: readonly Found[], lexicon: Lexicon): Found[] =>
  chosenOnce(text, chosenOnce(text, found, lexicon), lexicon);

/** The second time, what the first has chosen counts for its neighbours. */
function chosenOnce(text: string, found: readonly Found[], lexicon: Lexicon): Found[] {
  const known = new Map<string, Found[]>();
  for (const each of found) {
    const places = each.entity === undefined ? undefined : known.get(each.entity);
    if (places !== undefined) places.push(each);
    else if (each.entity !== undefined) known.set(each.entity, [each]);
  }
  return found
    .map((each, index) => {
      if (each.entity !== undefined || each.entries.length < 2) return each;
      const neighbours = [found[index - 1], found[index + 1]].filter((other) => other !== undefined);
      const listed = neighbours.flatMap((other) => (isListedBeside(text, each, other) ? (other.entity ?? []) : []));
      return chosen(text, each, { known, listed }, lexicon);
    })
    .filter((each) => each.entity === undefined || !isMinor(each, lexicon) || hasPlace(each, known, lexicon));
}

/** How many places are around a small one. */
const minorDepth = 6;

/** Whether a name of one word is that of a small place: many are also names of people, firms and other places. */
const isMinor = ({ entity = '', entries }: Found, lexicon: Lexicon): boolean =>
  entries.every(({ words, kind }) => words.length === 1 || (words.length === 2 && kind !== 'PREFERRED')) &&
  lexicon.ancestors(entity).size >= minorDepth;

/** Whether the text names one of the two places that a small place is in. */
function hasPlace({ entity = '' }: Found, known: ReadonlyMap<string, unknown>, lexicon: Lexicon): boolean {
  const parents = lexicon.entity(entity)?.parents ?? [];
  return [...parents, ...parents.flatMap((id) => lexicon.entity(id)?.parents ?? [])].some((id) => known.has(id));
}

/** What a text names beside a mention. */
interface Surroundings {
  /** The places of each entity. */
  readonly known: ReadonlyMap<string, readonly Found[]>;
  /** The entities just before and after it in a list. */
  readonly listed: readonly string[];
}

function chosen(text: string, found: Found, around: Surroundings, lexicon: Lexicon): Found {
  const entities = new Map(found.entries.map(({ entity }) => [entity.id, entity]));
  const shared = [...entities.keys()].map((id) => lexicon.ancestors(id));
  const common = new Set([...(shared[0] ?? [])].filter((id) => shared.every((ids) => ids.has(id))));
  const candidates = [...entities.values()]
    .map((entity) => scored(text, found, entity, common, around, lexicon))
    .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const [first, second] = candidates as [Candidate, Candidate];
  const isClear = first.score - second.score >= margin;
  return {
    ...found,
    label: (entities.get(first.id) as NamedEntity).label,
    entity: isClear ? first.id : undefined,
    candidates,
    confidence: isClear ? (first.reasons.length > 0 ? 0.85 : 0.6) : 0.3,
    reason: isClear ? `${first.id}: ${first.reasons.join('; ') || 'the larger one'}` : 'several entities have this name',
  };
}

function scored(
  text: string,
  found: Found,
  entity: NamedEntity,
  common: ReadonlySet<string>,
  { known, listed }: Surroundings,
  lexicon: Lexicon,
): Candidate {
  const reasons: string[] = [];
  let score = 0;
  const ancestors = lexicon.ancestors(entity.id);
  for (const ancestor of ancestors) {
    const best = common.has(ancestor) ? 0 : bestNearness(text, found, known.get(ancestor) ?? []);
    if (best > 0) reasons.push(`${lexicon.entity(ancestor)?.names[0]?.value ?? ancestor} is named ${nearnessText(best)}`);
    score += best;
  }
  const neighbour = neighbourScore(entity, listed, lexicon);
  if (neighbour !== undefined) {
    score += neighbour.score;
    reasons.push(neighbour.reason);
  }
  if (known.has(entity.id)) {
    score += worth.itself;
    reasons.push('the text names it in full');
  }
  if (entity.kinds.includes('MEDIA') && isOutlet(text, found)) {
    score += worth.beside;
    reasons.push('the text has its report');
  }
  const own = found.entries.filter((entry) => entry.entity.id === entity.id);
  if (entity.isFormer === true || own.every(({ kind }) => kind === 'FORMER')) score += worth.former;
  if (own.every(({ kind }) => kind !== 'PREFERRED')) score += worth.alias;
  return { id: entity.id, score: score + worth.level * ancestors.size, reasons };
}

/** The names around one in a list: "Changchun, Jilin" is a city and its province, "Tianjin, Hebei" two provinces. */
function neighbourScore(
  { id, parents }: NamedEntity,
  listed: readonly string[],
  lexicon: Lexicon,
): { readonly score: number; readonly reason: string } | undefined {
  const nameOf = (other: string) => lexicon.entity(other)?.names[0]?.value ?? other;
  const part = listed.find((other) => lexicon.entity(other)?.parents.includes(id));
  if (part !== undefined) return { score: worth.contains, reason: `it contains ${nameOf(part)}, which is named beside it` };
  const sibling = listed.find((other) => lexicon.entity(other)?.parents.some((parent) => parents.includes(parent)));
  return sibling === undefined ? undefined : { score: worth.listed, reason: `${nameOf(sibling)} is listed beside it` };
}

/** "HOGSMEADE, May 3 (Owl Post) --", "said Owl Post", "the Owl Post reported". */
const isOutlet = (text: string, { start, end }: Found): boolean =>
  (/[(（]$/u.test(text.slice(0, start).slice(-1)) && /^[)）]\s*(?:--|[-–—])/u.test(text.slice(end, end + 6))) ||
  /^ (?:reported|reports|said|quoted)\b/u.test(text.slice(end, end + 10)) ||
  /\b(?:according to|reported by|told|said) (?:the )?$/iu.test(text.slice(Math.max(0, start - 20), start));

const separator = /^(?:,|，|、|,? and|和|及|与|以及)\s?$/u;

function isListedBeside(text: string, found: Found, place: Found): boolean {
  const [from, to] = place.start >= found.end ? [found.end, place.start] : [place.end, found.start];
  return to - from < 8 && separator.test(text.slice(from, to));
}

/** Of the places named just before and just after, the one that counts more. */
function bestNearness(text: string, found: Found, places: readonly Found[]): number {
  const after = countBefore(places, found.start);
  return Math.max(
    0,
    ...[places[after - 1], places[after]].map((place) => (place === undefined ? 0 : nearness(text, found, place))),
  );
}

function nearness(text: string, { start, end }: Found, place: Found): number {
  const isAfter = place.start >= end;
  const [from, to] = isAfter ? [end, place.start] : [place.end, start];
  if (to - from > farthest) return worth.text;
  const between = text.slice(from, to);
  if (between.length > near || /[.。;；\n]/u.test(between)) return between.includes('\n') ? worth.text : worth.paragraph;
  const isJoined = (isAfter ? joinedAfter : joinedBefore).test(between);
  return worth.beside + (isJoined ? worth.joined : 0) - between.length / near;
}

/** "Taizhou in Zhejiang", "Taizhou, Zhejiang", "Taizhou (Zhejiang)"; 浙江台州, 浙江省的台州, "Zhejiang's Taizhou". */
const joinedAfter = /^(?:,| in| of|,? ?[(（])\s*(?:the |[\p{L}]+ [\p{L}]+['’]s )?$/u;
const joinedBefore = /^(?:省|市|自治区|的|['’]s |\s)*$/u;

/** Characters: beyond, the places are not in one paragraph. */
const farthest = 5000;

const nearnessText = (score: number): string =>
  score > worth.paragraph ? 'beside it' : score > worth.text ? 'in the same paragraph' : 'in the text';
