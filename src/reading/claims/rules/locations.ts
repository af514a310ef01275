/** Where bodies are. */
import type { NamedEntity, NameEntry } from '../../mentions/lexicon.js';
import type { Mention } from '../../mentions/mention.js';
import { wordsIn } from '../../mentions/words.js';
import { factRule } from '../fact-rule.js';
import { one } from '../pattern.js';
import type { RuleContext } from '../rule.js';
import type { Said } from '../claim.js';

const place = one('place', 'Region');
const body = one('body', 'Agency', 'Organization');

/** "Iskar Municipal Bureau": what is behind the name of the place shows that it is that place's own. */
const ofPlace = /^\s(?:Provincial|Province|Municipal|City|Prefectural|Prefecture|County|District)\s/u;

export const locatedByName = factRule({
  name: 'located-by-name',
  example: 'The Iskar Municipal Broom Bureau replied.',
  isPhrase: true,
  patterns: [],
  given: [new RegExp(body, 'gu')],
  said: (match, _sentence, context) => {
    const own = match.mention('body');
    if (own === undefined || own.how === 'REFERENCE') return [];
    const name = own.newName ?? own.text;
    const place = /^\p{Script=Han}/u.test(name) ? chinesePlaceInName(own, own.text, context) : placeInName(name, context);
    return located(own, place, 'Its name begins with the place.');
  },
});

const seats = /\b(?:Institute|University|Academy|College|School|Museum|Hospital|Laboratory|Library|Observatory)\b/u;

export const locatedBeside = factRule({
  name: 'located-in',
  example: 'Jane Doe of the Wizard Institute in Iskar spoke.',
  isPhrase: true,
  patterns: [],
  given: [
    new RegExp(
      String.raw`\b(?:of|at|from|with|for|by|and)\s(?:the\s)?${body}\sin\s${place}(?=[,.]|\s(?:and|who|said|spoke|advises)\b)`,
      'gu',
    ),
    new RegExp(
      String.raw`${body}(?:\s\([^)]*\))?(?:,\s(?:which\sis\s)?|\sis\s)(?:also\s|now\s)?(?<based>based|headquartered|seated)\sin\s(?:the\scity\sof\s)?${place}`,
      'gu',
    ),
    new RegExp(
      String.raw`${place}-(?<based>based|headquartered)\s(?:(?:[\p{Ll}-]+|<(?:Sector|Product):\d+>)\s){0,4}?${body}`,
      'gu',
    ),
  ],
  said: (match) => {
    const own = match.mention('body');
    if (match.words('based') !== '') return located(own, match.mention('place'), 'The text says where it is based.');
    return own !== undefined && seats.test(own.newName ?? own.text)
      ? located(own, match.mention('place'), 'The text names its place behind it.')
      : [];
  },
});

function located(own: Mention | undefined, place: Mention | undefined, why: string): Said[] {
  if (own === undefined || place === undefined) return [];
  const summary = `${own.newName ?? own.text} is in ${place.text}.`;
  return [{ subject: own, predicate: 'LOCATED_IN', object: place, confidence: 0.88, why, summary }];
}

const localBody = /(?:[厅局委署]|办公室|办公厅|委员会|海关|法院|检察院|政府|管委会|人大常委会|人民代表大会)$/u;
/** 青岛市商务局, 大连海关: the body of a place begins with its name. */
function chinesePlaceInName(own: Mention, name: string, { lexicon, reading }: RuleContext): Mention | undefined {
  if (own.label !== 'Agency' || !localBody.test(name)) return undefined;
  const words = wordsIn(name);
  const longest = [...lexicon.at(words, 0)].find(({ length }) => length < words.length);
  const places = placesOf(longest?.entries);
  const [first] = places;
  if (first !== undefined && places.length === 1) return { ...ofName, text: first.names[0]?.value ?? first.id, entity: first.id };
  return reading.mentions.find(
    ({ label, newName }) => label === 'Region' && newName !== undefined && /[省市县]$/u.test(newName) && name.startsWith(newName),
  );
}

const ofName = { start: 0, end: 0, how: 'NAME', label: 'Region', confidence: 0.9, reason: 'its name' } as const;

/** The place that a name begins with: of several of one name, the one that the text is about. */
function placeInName(name: string, { lexicon, reading }: RuleContext): Mention | undefined {
  const words = wordsIn(name);
  const found = [...lexicon.at(words, 0)].find(({ length }) => ofPlace.test(name.slice(words[length - 1]?.end ?? 0)));
  const places = placesOf(found?.entries);
  const named = places.filter(({ id }) => reading.mentions.some(({ entity }) => entity === id));
  const own = named.length > 0 ? named : places;
  const [first] = own;
  if (first === undefined) return undefined;
  const candidates = own.map(({ id }) => ({ id, score: 0, reasons: ['it has this name'] }));
  const text = first.names[0]?.value ?? first.id;
  const place = { ...ofName, text };
  return own.length === 1 ? { ...place, entity: first.id } : { ...place, candidates };
}

/** Once each, though a place may have a name twice: in English and in pinyin. */
const placesOf = (entries: readonly NameEntry[] = []): NamedEntity[] =>
  [...new Set(entries.map(({ entity }) => entity))].filter(isPlace);

const isPlace = ({ label, kinds, isFormer }: NamedEntity): boolean =>
  label === 'Region' && isFormer !== true && !kinds.includes('COUNTRY');
