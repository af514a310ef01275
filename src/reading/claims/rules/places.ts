/** What lies in, belongs to or is the own of what. */
import { factRule } from '../fact-rule.js';
import { namedAlone } from '../known.js';
import { listOf, one } from '../pattern.js';
import type { Mention } from '../../mentions/mention.js';
import type { RuleContext } from '../rule.js';
import type { Said } from '../claim.js';

const few = String.raw`(?:(?!and\s|or\s)[\p{L}-]+\s){0,2}`;
const outer = one('outer', 'Region');
const level = String.raw`(?:\s(?:city|county|district|prefecture|province|region|municipality))?`;

const parts: readonly RegExp[] = [
  new RegExp(
    String.raw`${listOf('inner', 'Region')}${level},?\s(?:in|of)\s(?:the\s)?${few}(?:<Region:\d+>['’]s\s)?${outer}`,
    'gu',
  ),
  new RegExp(
    String.raw`${one('inner', 'Region')}${level},\s(?:a\s(?:\p{Ll}+\s){1,3}(?:in|of)\s)?${few}(?:<Region:\d+>['’]s\s)?${outer}`,
    'gu',
  ),
  new RegExp(String.raw`${outer}['’]s\s(?:[\p{Ll}-]+\s){0,3}${one('inner', 'Region')}`, 'gu'),
  new RegExp(String.raw`${outer}(?:省|市|自治区)?的?${one('inner', 'Region')}`, 'gu'),
];

export const regionInRegion = factRule({
  name: 'region-in-region',
  example: 'The fair was held in Iskar in Lyonesse province.',
  isPhrase: true,
  isBackground: true,
  patterns: parts,
  said: (match, _sentence, context) => {
    const whole = match.mention('outer');
    const inner = match.mentions('inner');
    return inner.flatMap((part, index) =>
      whole !== undefined && liesIn(part, whole, index === inner.length - 1, context)
        ? [partOf(part, whole, 'The sentence puts one place in the other.')]
        : [],
    );
  },
});

const partOf = (part: Mention, whole: Mention, why: string): Said => ({
  subject: part,
  predicate: 'PART_OF',
  object: whole,
  confidence: 0.92,
  why,
  summary: `${part.newName ?? part.text} is part of ${whole.newName ?? whole.text}.`,
});

/** Of a place that the graph knows, only what it knows to be around it: a list of places has commas too. */
function liesIn(part: Mention, whole: Mention, isNearest: boolean, { lexicon }: RuleContext): boolean {
  const known = part.entity === undefined ? undefined : lexicon.entity(part.entity);
  if (known !== undefined && known.parents.length > 0) return known.parents.includes(whole.entity ?? '');
  return part.newName !== undefined && isNearest && part.start < whole.start;
}

const agencies: readonly RegExp[] = [
  new RegExp(
    String.raw`${one('part', 'Agency', 'Organization')}\s(?:of|under|within)\s(?:the\s|<Region:\d+>['’]s\s)?${one('whole', 'Agency', 'Organization')}`,
    'gu',
  ),
  new RegExp(String.raw`${one('whole', 'Agency')}['’]s\s(?:[\p{Ll}-]+\s){0,2}${one('part', 'Agency')}`, 'gu'),
  new RegExp(
    String.raw`${one('whole', 'Agency')}(?:下属的?|所属的?)?${one('part', 'Agency')}(?=副?(?:司长|局长|厅长|处长|主任)|印发|发布|公布)`,
    'gu',
  ),
];

export const agencyPartOf = factRule({
  name: 'part-of-agency',
  example: 'Jane Doe works at the research department of the Ministry of Magic.',
  isPhrase: true,
  patterns: agencies,
  said: (match) => {
    const [part, whole] = [match.mention('part'), match.mention('whole')];
    return part === undefined || whole === undefined || part.label !== whole.label
      ? []
      : [partOf(part, whole, 'The sentence names the body that it belongs to.')];
  },
});

/** "Office of the State Council" has the name of what it belongs to in its own. */
export const agencyNamedAfterWhole = factRule({
  name: 'part-of-agency-by-name',
  example: 'The Information Office of the Ministry of Magic replied.',
  isPhrase: true,
  patterns: [new RegExp(one('part', 'Agency', 'Organization'), 'gu')],
  said: (match, _sentence, context) => {
    const part = match.mention('part');
    const whole = part === undefined || part.how === 'REFERENCE' ? undefined : wholeInName(part, context);
    const isOfCabinet = (part?.newName ?? part?.text ?? '').startsWith('国务院'); // who reads 国务院办公厅 knows that
    if (part === undefined || whole === undefined || isOfCabinet) return [];
    return [partOf(part, whole, 'Its name has that of the body it belongs to.')];
  },
});

function wholeInName(part: Mention, context: RuleContext): Mention | undefined {
  const name = part.newName ?? part.text;
  const rests = /\p{Script=Han}/u.test(name)
    ? Array.from(name, (_, index) => name.slice(0, index)).toReversed()
    : [
        ...[...name.matchAll(/\s(?:of|under)\s(?:the\s)?/gu)].map(({ 0: all, index }) => name.slice(index + all.length)),
        ...[...name.matchAll(/['’]s\s/gu)].map(({ index }) => name.slice(0, index)),
      ];
  return rests
    .filter((rest) => rest.length > 2)
    .map((rest) => namedAlone(rest, context) ?? newBodyOf(rest, context))
    .find((whole) => whole !== undefined && whole.label === part.label && context.idOf(whole) !== context.idOf(part));
}

/** 水运局 belongs to 交通运输部, which the text names elsewhere. */
function newBodyOf(name: string, context: RuleContext): Mention | undefined {
  if (!/^\p{Script=Han}+[部局署委会院厅]$/u.test(name)) return undefined;
  const known =
    newBodies.get(context) ??
    new Map(context.reading.mentions.flatMap((each) => (isNewBody(each) ? [[each.newName ?? '', each]] : [])));
  newBodies.set(context, known);
  return known.get(name);
}

/** Of each text once. */
const newBodies = new WeakMap<RuleContext, ReadonlyMap<string, Mention>>();
const isNewBody = ({ label, how, newName, text }: Mention): boolean => label === 'Agency' && how === 'NEW' && newName === text;
