/** What the words around an amount say it measures, as the name of an indicator. */
import type { AmountInText } from '../../amounts.js';
import { chineseFigureName } from './chinese-name.js';
import { nameAfter, nameOfVerb, withoutAsides, withoutWho } from './verb-names.js';
import type { WordsAround } from './words.js';

const participle =
  '(?:[a-z]+ed|sold|built|made|bought|grown|sent|spent|held|taken|given|paid|lent|won|born|caught|cut|driven|shipped)';
const passive = new RegExp(
  String.raw`^(?:\s(?:that|which))?(?:\s(?:were|was|are|is|have\sbeen|has\sbeen|had\sbeen|to\sbe|being))?(?:\s[a-z]+ly)?\s(?<done>${participle})\b`,
);
const active = new RegExp(String.raw`\b(?<done>${participle})\s(?:about\s|some\s|a\stotal\sof\s|its\s|another\s)?$`);
const unspecific =
  /^(?:reached|exceeded|totall?ed|based|compared|involved|gained|attracted|received|covered|included|needed|allowed)$/;
const verb =
  '(?:reach(?:es|ed|ing)?|hits?|was|were|is|are|be|been|st(?:ood|ands?)|total(?:s|l?ed|ing)|amount(?:s|ed)|came|comes|made\\sup|ris(?:e|es|ing|en)|rose|gr[eo]w(?:s|n|ing)?|fell|fall(?:s|ing|en)?|drop(?:s|ped)?|declin(?:e|es|ed)|increas(?:e|es|ed|ing)|decreas(?:e|es|ed)|climb(?:s|ed)?|surg(?:e|es|ed)|soar(?:s|ed)?|jump(?:s|ed)?|slip(?:s|ped)?|slump(?:s|ed)?|shr[aiu]nk|expand(?:s|ed)|contract(?:s|ed)|account(?:s|ed|ing)|mak(?:e|es|ing)|contribut(?:e|es|ed|ing)|exceed(?:s|ed)?|cost(?:s)?|receiv(?:e|es|ed)|attract(?:s|ed)?|averag(?:e|es|ed)|suffer(?:s|ed)|saw|sees?|seen|record(?:s|ed)|post(?:s|ed)|register(?:s|ed)|experienc(?:es|ed))';
const helper = '(?:has|have|had|will|would|should|could|can|may|is|are|was|were)';
const growth = '(?:increase|decrease|rise|decline|drop|fall|growth|reduction|gain|jump|surge|cut|slump|expansion)';
const subject = new RegExp(
  String.raw`^(?<np>.+?)(?:,?\s(?:${helper}|to|also|then|even|only|now|already|just|again|[a-z]+ly))*(?:\s${verb})?(?:\s(?:up|down|out|in|further|[a-z]+ly|expected|likely|projected|forecast|set))*(?:\s(?:to|by|at|for|of|a|an|another|overall|sharp|slight|year-(?:on|over)-year|${growth}))*\s*$`,
  'iu',
);
const growthAfter = new RegExp(String.raw`^\s(?:[a-z-]+\s){0,2}?${growth}\sin\s(?<np>[^,.;()⟨]{3,80})`, 'iu');
const growthOf = new RegExp(String.raw`\b${growth}\sof\s$`, 'iu');
const onIn = /^\sin\s(?<np>[^,.;()⟨]{3,80})/u;
const wholeAfter =
  /^\s(?:of|to)\s(?:all\s|the\s)?(?<np>[^,.;()⟨]{3,60}?)(?=[,.;()⟨]|\s(?:is|are|was|were|has|have|had|will|would|said|say)\b|$)/u;

/** Undefined where the sentence does not say: the amount then goes on with what was measured before it. */
export function figureName(amount: AmountInText, words: WordsAround): string | undefined {
  const name = /\p{Script=Han}/u.test(words.before + words.after + amount.text)
    ? chineseFigureName(amount, words)
    : englishName(amount, words);
  return name === undefined || name.length < 2 ? undefined : name;
}

function englishName(amount: AmountInText, { before, after }: WordsAround): string | undefined {
  const counted = nounOf(amount, before);
  if (counted !== undefined) {
    const done = passive.exec(after)?.groups?.['done'] ?? active.exec(before)?.groups?.['done'];
    return capital(done === undefined || unspecific.test(done) ? counted : `${counted} ${done}`);
  }
  const doubled =
    amount.isChange && !/\d/.test(amount.text) ? /^\s(?<np>the\s[^,.;()⟨]{3,80})/u.exec(after)?.groups?.['np'] : undefined;
  if (doubled !== undefined) return named(doubled.replace(/\s(?:as\swell\sas|and|compared|in|by)\s.*$/u, ''));
  const grown = growthAfter.exec(after)?.groups?.['np'] ?? (growthOf.test(before) ? onIn.exec(after)?.groups?.['np'] : undefined);
  if (grown !== undefined) return named(grown);
  if (sameAsBefore.test(before)) return undefined;
  const np = substance(amount, before, after) ?? subjectOf(before);
  const whole = amount.unit === '%' && !amount.isChange ? wholeAfter.exec(after)?.groups?.['np'] : undefined;
  if (whole === undefined) return np;
  const [part, all] = [np, named(whole)];
  if (all === undefined) return undefined;
  return part === undefined ? `Share of ${all.toLowerCase()}` : `Share of ${uncapital(part)} in ${uncapital(all)}`;
}

function substance({ unit = '', isChange }: AmountInText, before: string, after: string): string | undefined {
  const words = isChange ? undefined : nameAfter(unit, before, after);
  return words === undefined ? undefined : capital(words.replace(/^the\s/u, ''));
}

/** "Fell to 22 percent in October from 24 percent": of what the amount before is. */
const sameAsBefore =
  /(?:⟨A⟩[^,;]*\s|,\s(?:(?:up|down)\s)?)(?:from|than|compared\s(?:with|to)|against|versus)\s(?:[a-z]+\s){0,2}$/u;

/** "15,000 used cars": the noun of a counted amount; of "its number of users reached 15 million", that of the unit. */
function nounOf(amount: AmountInText, before: string): string | undefined {
  const { unit = '' } = amount;
  const noun = writtenNoun(amount);
  if (noun !== undefined || !/\bnumbers?\sof\b/.test(before)) return noun;
  const [, counted] = /^\{([a-z]{3,})\}/.exec(unit) ?? [];
  return counted === undefined || counted.includes('_') ? undefined : `${counted}s`;
}

function writtenNoun({ text, unit = '' }: AmountInText): string | undefined {
  if (!unit.startsWith('{') || unit === '{percentage_point}' || unit === '{basis_point}') return undefined;
  const noun = text
    .replace(/^[^\d]*?(?=\d|(?:one|two|three|four|five|six|seven|eight|nine|ten|several|hundreds|thousands|millions)\b)/iu, '')
    .replace(/^[\d.,\s–-]+/u, '')
    .replace(/^(?:(?:hundred|thousand|million|billion|trillion|to|and|or|of)s?(?:\s|$))+/iu, '');
  return /\p{L}{3}/u.test(noun) ? noun.replace(/\sper\s.*$/u, '') : undefined;
}

function subjectOf(before: string): string | undefined {
  const clause = withoutAsides(before)
    .replace(/^.*(?:[;:]|\s(?:that|while|but|with|showed|shows|noted|reported|said)\s)/su, '')
    .replace(/\([^)]*\)/gu, '')
    .replace(/^.*⟨A⟩[^,]*?(?:,|\sand\s)/su, '')
    .replace(/^\s*(?:[Ii]n|[Oo]n|[Bb]y|[Dd]uring|[Aa]s\sof|[Ss]ince|[Aa]t)\s(?:the\s)?⟨D⟩,?\s/u, '')
    .replace(/^.*,\s(?=[^,]*\S)/su, '');
  const own = withoutWho(clause);
  const np = subject.exec(own.trim() === '' ? '' : own)?.groups?.['np'];
  return nameOfVerb(clause) ?? (np === undefined ? undefined : named(np));
}

const lead =
  /^(?:(?:and|or|but|also|the|a|an|its|their|his|her|our|this|that|these|those|it|they|he|she|total|overall|combined|specifically|currently|meanwhile|where|with|which|who|including|over|in|for|of|by|as|from|to|just|about|some|is|are|was|were|has|have)\s)+/iu;

/** A noun phrase as a name: without articles, dates and whose it is. */
function named(phrase: string): string | undefined {
  const isQuoted = /["“”]/u.test(phrase);
  const plain = phrase
    .replaceAll(/\s(?:in|on|at|by|during|for|from|of|since)\s(?:the\s)?⟨D⟩/gu, '')
    .replaceAll(/⟨[DA]⟩/gu, '')
    .trim()
    .replace(lead, '')
    .replace(/^(?:\p{Lu}[\p{L}.-]*\s){0,3}\p{Lu}[\p{L}.-]*['’]s?\s/u, '')
    .replace(/^(?:volume|value|number|amount|level|scale|size)\sof\s(?=\p{Lu}?\p{L}+['’]s\s)/u, '')
    .replace(/^\p{Lu}\p{L}+['’]s\s/u, '')
    .replace(/^(?:Chinese|American|Japanese|Russian|European)\s/u, '')
    .replace(lead, '')
    .replaceAll(/["“”]/gu, '')
    .replace(/(?:\s(?:of|the|in|for|by|at|a|an|as|its|their))*[\s,–—-]*$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .replace(trailing, '');
  if (verbAlone.test(plain)) return undefined;
  if (!/\p{L}{3}/u.test(plain) || plain.length > 90 || pronoun.test(plain) || isQuoted) return undefined;
  return capital(plain);
}

/** The verb of the clause that a name is cut from. */
const trailing =
  /\s(?:falls?|fell|rises?|rose|grows?|grew|grew from|st(?:ood|ands?)|drops?|dropped|climbs?|climbed|is|are|was|were)$/u;
/** What is the verb of a clause, or its subject with the verb. */
const verbAlone =
  /^(?:forecasts?|expects?|sees|had|has|have|will|would|made|took|up|down|invested|shipped|sold|bought)\b|^\p{Lu}\p{Ll}+\s(?:\p{Ll}+ed|sold|bought|took|made)$/iu;

const pronoun =
  /^(?:it|they|this|that|there|which|he|she|we|i|figure|number|(?:an?\s)?(?:increase|decrease|rise|fall|growth|decline|drop)|up|down|reaching|rising|growing|only|one)$/i;

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
const uncapital = (words: string): string =>
  /^\p{Lu}\p{Lu}/u.test(words) ? words : words.charAt(0).toLowerCase() + words.slice(1);
