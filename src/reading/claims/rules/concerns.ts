/** Which sectors and products acts and programs are about. */
import type { Mention } from '../../mentions/mention.js';
import type { Said } from '../claim.js';
import { factRule } from '../fact-rule.js';
import { mentionsInWords } from '../known.js';
import { matchesOf, one, type Match } from '../pattern.js';
import type { RuleContext } from '../rule.js';
import type { TypedSentence } from '../typed-sentence.js';

const what = one('what', 'Policy', 'Program');

const concerns = (subject: Mention, object: Mention, confidence: number, why: string): Said => ({
  subject,
  predicate: 'CONCERNS',
  object,
  confidence,
  why,
  summary: `${subject.newName ?? subject.text} is about ${object.newName ?? object.text}.`,
});

export const concernsByName = factRule({
  name: 'concerns-by-name',
  example: 'The Ministry of Magic issued the Notice on Used Brooms.',
  patterns: [new RegExp(what, 'gu')],
  said: (match, _sentence, context) => {
    const subject = match.mention('what');
    if (subject === undefined || subject.how === 'REFERENCE') return [];
    return thingsIn(subject.newName ?? subject.text, context).map((thing) =>
      concerns(subject, thing, 0.86, 'Its name says what it is about.'),
    );
  },
});

const isThing = ({ label }: Mention): boolean => label === 'Product' || label === 'Sector';

/** The whole name may be that of the act itself: "used-car export pilot" without its end has "used-car". */
function thingsIn(name: string, context: RuleContext): Mention[] {
  const ends = /\p{Script=Han}/u.test(name) ? /\p{Script=Han}{2}$/u : /\s\S+$/u;
  const shorter = name.replace(ends, '');
  const found = [name, shorter, shorter.replace(ends, '')].flatMap((each) => mentionsInWords(each, context));
  const things = found.filter((mention) => isThing(mention) && mention.entity !== undefined);
  return [...new Map(things.map((thing) => [thing.entity, thing])).values()];
}

const verbs =
  '(?:encourages?|encouraged|supports?|supported|requires?|required|directs?|directed|calls? for|called for|aims? to|aimed at|bans?|banned|prohibits?|prohibited|allows?|allowed|provides?|provided|stipulates?|applies to|promotes?|promoted|specif(?:y|ies|ied)|seeks? to|orders?|ordered|restricts?|restricted|limits?|limited|exempts?|exempted|standardi[sz]e[sd]?|focus(?:es|ed)? on|concerns?|deals? with|include[sd]?)';
const verbsHan = '(?:鼓励|支持|要求|明确|提出|规定|禁止|允许|推动|促进|加强|适用于|旨在|强调|涉及|聚焦)';

export const concernsByProvision = factRule({
  name: 'concerns-by-provision',
  example: 'The Wand Safety Regulations support the potion trade.',
  patterns: [
    new RegExp(
      String.raw`(?:^|[,:]\s)["“]?(?:[Tt]he\s|[Nn]ew\s)?${what}["”]?(?:\s\([^)]*\))?(?:\s(?:also|further|strictly|will|would))?\s${verbs}\b`,
      'gu',
    ),
    new RegExp(String.raw`${what}[》”]?(?:还|也|并)?${verbsHan}`, 'gu'),
  ],
  said: (match, sentence) => {
    const subject = match.mention('what');
    const after = matchesOf(new RegExp(one('thing', 'Product', 'Sector'), 'gu'), sentence).filter(
      ({ start }) => start >= match.end,
    );
    return subject === undefined
      ? []
      : mentionsOf(after).map((thing) => concerns(subject, thing, 0.78, 'The sentence says what it orders or supports.'));
  },
});

const mentionsOf = (matches: readonly Match[]): Mention[] => matches.flatMap((match) => match.mention('thing') ?? []);

/** "issued a notice on used cars", "a guideline to support online trade": what is behind an act without a name. */
export const concernsByTopic = factRule({
  name: 'concerns-by-topic',
  example: 'The Ministry of Magic issued a notice on used brooms.',
  patterns: [
    new RegExp(
      String.raw`${what}(?:\s(?:on\s|in\s)?<Date:\d+>)?,?\s(?:on|regarding|concerning|about|for|to\s(?:support|promote|boost|develop|regulate|restrict|expand|give a boost to|encourage|improve|curb|limit|strengthen))\s(?<rest>[^.;。]{0,140})`,
      'gu',
    ),
  ],
  said: (match, sentence) => topics(match, sentence),
});

function topics(match: Match, { parts }: TypedSentence): Said[] {
  const subject = match.mention('what');
  if (subject === undefined || subject.how === 'NAME' || subject.text === subject.newName) return [];
  const clause = match.words('rest').split(/,\s(?:which|while|saying|but|as)\b|\s(?:which|that|because)\s/u)[0] ?? '';
  const things = [...clause.matchAll(/<(?:Product|Sector):(\d+)>/gu)].flatMap(({ 1: at }) => parts[Number(at)] ?? []);
  return things.flatMap((part) =>
    part.type === 'Mention' ? [concerns(subject, part.mention, 0.82, 'The sentence says what the act is on.')] : [],
  );
}
