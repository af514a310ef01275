/** The indicator that a figure is a value of: one of the graph, or a new one. */
import { piecesOf } from '../../../graph/search/pieces.js';
import { wordsOf } from '../../../graph/search/tokens.js';
import { slugOf } from '../../../import/mapping/slug.js';
import { isCurrency } from '../../../changesets/units/ucum.js';
import type { Lexicon, NamedEntity } from '../../mentions/lexicon.js';
import type { ProposedEntity } from '../proposal.js';

/** What is measured, as its sentence says. */
export interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly isChange: boolean;
  readonly language: string;
  /** The entities of the graph that its words name: their names in other languages count too. */
  readonly about: readonly string[];
  /** It goes on with a figure before: a name of one word, such as "Exports", is of what that figure is of. */
  readonly isOfTopic: boolean;
}

/** Words that names of indicators have, whatever they measure. */
const empty = new Set(
  'the a an of in to for by from and or at on with its their value number volume amount total size level percent'.split(' '),
);

/** How much of an indicator's name, and of the words of the text, must be the same. */
const least = { ofName: 0.6, ofText: 0.65 };

/** Chinese words of figures, as English names have them. */
const chineseWords: readonly (readonly [RegExp, string])[] = [
  [/出口/, 'exports exported'],
  [/进口/, 'imports imported'],
  [/外贸|对外贸易/, 'foreign trade'],
  [/价格/, 'price'],
  [/用户/, 'users'],
  [/贷款/, 'loans'],
  [/余额/, 'outstanding balance'],
  [/投资/, 'investment'],
  [/销量|销售/, 'sold sales'],
];

/** The indicator of the graph whose name has the words; of those as near, the one with most of them. */
export function knownIndicator(measured: Measured, lexicon: Lexicon): NamedEntity | undefined {
  const words = wordSet([measured.name, ...translated(measured, lexicon)].join(' '));
  const own = wordSet(measured.name);
  if (measured.isOfTopic && own.size === 1 && !/\p{Script=Han}/u.test(measured.name)) return undefined;
  const scored = lexicon.indicators
    .filter(({ unit }) => fits(unit, measured))
    .map((indicator) => ({
      indicator,
      score: Math.max(
        ...indicator.names.map(({ value }) => (isOtherVerb(value, measured.name) ? 0 : likeness(wordSet(value), words, own))),
      ),
    }))
    .filter(({ score }) => score > 0)
    .toSorted((one, other) => other.score - one.score);
  return scored[0]?.indicator;
}

/** "Used cars traded" is not "used cars exported". */
function isOtherVerb(name: string, text: string): boolean {
  const verbs = (words: string): readonly string[] =>
    words.match(/\b(?!used\b|related\b|based\b)[a-z]+(?:ed|sold|built|made)\b/gi) ?? [];
  const [own, other] = [verbs(name), verbs(text)];
  return own.length > 0 && other.length > 0 && !own.some((verb) => other.includes(verb));
}

const wordSet = (text: string): Set<string> => new Set(wordsOf(piecesOf(text)).filter((word) => !empty.has(word)));

function translated({ name, about }: Measured, lexicon: Lexicon): string[] {
  const names = about.flatMap((id) => (lexicon.entity(id)?.label === 'Region' ? [] : (lexicon.entity(id)?.names ?? [])));
  const words = chineseWords.filter(([pattern]) => pattern.test(name)).map(([, english]) => english);
  return [...names.map(({ value }) => value), ...words];
}

/** A change is a share of whatever is measured; money is of one indicator in any currency. */
function fits(unit: string | undefined, { unit: found, isChange }: Measured): boolean {
  if (unit === undefined || unit === found) return true;
  if (isChange && (found === '%' || found.startsWith('{percentage') || found.startsWith(`${unit}/`))) return true;
  return (isCurrency(unit) && isCurrency(found)) || (unit === '{region}' && /^\{(?:city|province|place|country)\}$/.test(found));
}

/** Names in another language share no word with the text: the words of what it is about must be two of theirs. */
function likeness(name: ReadonlySet<string>, words: ReadonlySet<string>, own: ReadonlySet<string>): number {
  const common = [...name].filter((word) => words.has(word)).length;
  const isSameLanguage = [...own].some((word) => name.has(word));
  const ofText = [...own].filter((word) => name.has(word)).length / Math.max(1, own.size);
  if (common / Math.max(1, name.size) < least.ofName) return 0;
  if (isSameLanguage ? ofText < least.ofText : common < 2) return 0;
  return common + common / name.size;
}

/** A change does not say what its indicator is counted in. */
export function newIndicator({ name, unit, isChange, language }: Measured): ProposedEntity {
  const kind = kindOf(name, unit);
  return {
    id: `indicator:${slugOf(name)}`,
    label: 'Indicator',
    names: [{ value: name, lang: language }],
    properties: [...(isChange ? [] : [{ name: 'unit', value: unit }]), { name: 'kind', value: kind }],
  };
}

function kindOf(name: string, unit: string): string {
  if (/\bprice|价格/i.test(name) || (unit.includes('/') && isCurrency(unit.split('/')[0] ?? ''))) return 'PRICE';
  if (/\bshare\b|proportion|占比|比重|比例/i.test(name)) return 'SHARE';
  if (/\brate\b|率$/i.test(name)) return 'RATE';
  return /export|import|sold|sales|trade|invest|output|produc|revenue|spend|traffic|出口|进口|销|贸易|投资|产量|收入|营业额/i.test(
    name,
  )
    ? 'FLOW'
    : 'STOCK';
}
