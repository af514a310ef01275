/** Bodies of a region that a text names by their level: "the provincial department of commerce" is that of the province named before. */
import { levels } from './levels.js';
import type { Lexicon } from './lexicon.js';
import type { Found } from './mention.js';

const kind = '(?:department|bureau|commission|office|administration|committee|authority|service)';
const field = String.raw`\p{Ll}{4,}(?:\s(?:security|technology|resources|affairs|health|services|development|construction|protection))?`;
const body = new RegExp(
  String.raw`\b[Tt]he (?<level>provincial|municipal|city|county|district) (?<head>${kind} (?:of|for) ${field}(?:(?:, ${field})*,? and ${field})?|${field} ${kind})\b`,
  'gu',
);

/** The level of a body, as the word of the region's own. */
const regions: Readonly<Record<string, string>> = { provincial: 'province', municipal: 'city' };

/** Of the text's regions, in order, those that are on the level. Nothing where the text has named none before. */
export function localBodiesIn(text: string, found: readonly Found[], lexicon: Lexicon): Found[] {
  return [...text.matchAll(body)].flatMap(({ 0: written, index, groups = {} }) => {
    const { level = '', head = '' } = groups;
    const kinds = levels[regions[level] ?? level] ?? [];
    const start = index + 'the '.length;
    const region = found.findLast((each) => each.end <= index && isOnLevel(each, kinds, lexicon));
    if (region === undefined) return [];
    return [bodyOf(region, { level, head, text: written.slice('the '.length), start })];
  });
}

const isOnLevel = ({ entity, label }: Found, kinds: readonly string[], lexicon: Lexicon): boolean =>
  label === 'Region' && (lexicon.entity(entity ?? '')?.kinds ?? []).some((each) => kinds.includes(each));

interface Written {
  readonly level: string;
  readonly head: string;
  readonly text: string;
  readonly start: number;
}

function bodyOf(region: Found, { level, head, text, start }: Written): Found {
  const place = region.text.replace(/ (?:Province|City|Municipality|County|District)$/u, '');
  return {
    start,
    end: start + text.length,
    text,
    how: 'NEW',
    label: 'Agency',
    newName: `${place} ${inCapitals(level === 'city' ? 'municipal' : level)} ${inCapitals(head)}`,
    confidence: 0.5,
    reason: `it is that of ${region.text}, which was named before`,
    entries: [],
  };
}

const inCapitals = (words: string): string =>
  words.replaceAll(/\b(?!(?:of|for|and)\b)\p{Ll}/gu, (letter) => letter.toUpperCase());
