import type { Mention } from '../../../src/reading/mentions/mention.js';
import { overlap, type Span } from '../../../src/sentences.js';
import { keyOf, namedAs } from '../identity.js';
import type { Reading, ReviewedMention as Place, ReviewedText } from '../reviewed-text.js';
import type { Tally } from '../score.js';

export const definitions = {
  mentions:
    'Found: every mention. Of a text whose mentions are listed, right: it is at the place of one, give or take an article or possessive, and expected: all of them. Otherwise right: its text is a name of a reviewed entity (of a new one: its name, or one that begins or ends with it), or it is a short form or reference inside of a passage about the entity that it is linked to. Expected: the names of entities in the passages about them, the longest at each place. Reached: a right mention overlaps it.',
  links:
    'Right: as mentions, and the entity is the reviewed one; a new entity is one that no other text has, under the type that reviewers gave it. Reached: a mention that overlaps it is linked so to its entity.',
  entities: 'Each entity once. Right: a link to it is. Expected: those that have a name in a passage about them.',
} as const;

interface Judged {
  readonly mention: Mention;
  /** The reviewed entity that it names. */
  readonly meant: string | undefined;
  readonly isLinked: boolean;
}

export function mentionTallies({ reviewed, reading }: Reading): Record<keyof typeof definitions, Tally> {
  const judged = reading.mentions.map((mention) => {
    const meant = meantBy(mention, reviewed);
    return { mention, meant, isLinked: isLinked(mention, meant, reviewed) };
  });
  const places = reviewed.mentions ?? expected(reviewed);
  return {
    mentions: tally(
      judged,
      ({ meant }) => meant !== undefined,
      places,
      ({ meant }) => meant !== undefined,
    ),
    links: tally(
      judged,
      (each) => each.isLinked,
      places,
      (each, { entity }) => each.isLinked && each.meant === entity,
    ),
    entities: entityTally(judged, places),
  };
}

function tally(
  judged: readonly Judged[],
  isRight: (each: Judged) => boolean,
  places: readonly Place[],
  reaches: (each: Judged, place: Place) => boolean,
): Tally {
  const right = judged.filter(isRight);
  const missed = places.filter((place) => !judged.some((each) => overlap(each.mention, place) && reaches(each, place)));
  return {
    found: judged.length,
    right: right.length,
    expected: places.length,
    reached: places.length - missed.length,
    wrong: judged.filter((each) => !isRight(each)).map(({ mention }) => describe(mention)),
    missed: missed.map(({ name, entity, start }) => `"${name}" at ${start} (${entity})`),
  };
}

function entityTally(judged: readonly Judged[], places: readonly Place[]): Tally {
  const named = new Set(places.map(({ entity }) => entity));
  const linked = new Set(judged.filter((each) => each.isLinked).map(({ meant }) => meant));
  return {
    found: new Set(judged.map(({ mention: { entity, newName, text } }) => entity ?? newName ?? text)).size,
    right: linked.size,
    expected: named.size,
    reached: [...named].filter((entity) => linked.has(entity)).length,
    wrong: [],
    missed: [...named].filter((entity) => !linked.has(entity)),
  };
}

const describe = ({ text, start, how, entity, newName, label }: Mention): string =>
  `"${text}" at ${start}, ${how}: ${entity ?? (newName === undefined ? 'ambiguous' : `new ${label}`)}`;

function meantBy(mention: Mention, reviewed: ReviewedText): string | undefined {
  if (reviewed.mentions !== undefined) return reviewed.mentions.find((place) => isAt(mention, place))?.entity;
  const { entity, newName, text, how } = mention;
  if (entity === undefined) return namedAs(newName ?? text, reviewed.passages.keys(), reviewed);
  const passages = reviewed.passages.get(entity);
  if (passages === undefined) return undefined;
  const isName = reviewed.entities.get(entity)?.names.some(({ value }) => keyOf(value) === keyOf(text)) === true;
  const isInside = how !== 'NAME' && passages.some((passage) => overlap(passage, mention));
  return isName || isInside ? entity : undefined;
}

/** Whether two are at one place, give or take "the", 该 or a possessive. */
function isAt(mention: Mention, place: Place): boolean {
  const plain = (words: string) => words.replace(/^(?:the |该|本|《)/iu, '').replace(/(?:['’]s?|》)$/u, '');
  return overlap(mention, place) && plain(mention.text) === plain(place.name);
}

function isLinked({ entity, newName, label }: Mention, meant: string | undefined, { own, entities }: ReviewedText): boolean {
  if (meant === undefined) return false;
  if (newName === undefined) return entity === meant;
  return own.has(meant) && entities.get(meant)?.label === label;
}

/** The longest names of reviewed entities in the passages about them. */
function expected(reviewed: ReviewedText): Place[] {
  const places = [...reviewed.passages].flatMap(([entity, passages]) => placesOf(reviewed, entity, passages));
  const longest = places.filter(
    (place) => !places.some((other) => overlap(other, place) && other.end - other.start > place.end - place.start),
  );
  return [...new Map(longest.map((place) => [`${place.entity} ${place.start}`, place])).values()];
}

function placesOf({ text, entities }: ReviewedText, entity: string, passages: readonly Span[]): Place[] {
  const { names = [], label = '' } = entities.get(entity) ?? {};
  return names.flatMap(({ value, kind }) => {
    const isExact =
      kind === 'ABBREVIATION' || (/^\p{Lu}[^\s]*$/u.test(value) && ['Region', 'Person', 'Organization'].includes(label));
    return [...text.matchAll(patternOf(value, isExact))]
      .map(({ 0: name, index }) => ({ start: lengthOf(text.slice(0, index)), name }))
      .map(({ start, name }) => ({ start, end: start + lengthOf(name), entity, name }))
      .filter((place) => passages.some((passage) => overlap(passage, place)));
  });
}

const lengthOf = (text: string): number => Array.from(text).length;

function patternOf(name: string, isExact: boolean): RegExp {
  const escaped = name
    .replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll(/['’]/g, "['’]")
    .replaceAll(/[\s-]+/g, String.raw`[\s-]`);
  const [before, after] = /\p{Script=Han}/u.test(name) ? ['', ''] : [String.raw`(?<![\p{L}\p{N}])`, String.raw`(?![\p{L}\p{N}])`];
  return new RegExp(`${before}${escaped}${after}`, isExact ? 'gu' : 'giu');
}
