/** Names of acts by their form: in quotes, with a number, or with a year. */
import type { Label } from '../../model/model.js';
import type { Found } from './mention.js';
import { dayAfter, properName } from './name-types.js';

const words = `${properName}(?:(?: | of the | of | for | and | on )${properName})*`;

/** What an act is about, in its name: also "the", and words in lower case between names. */
const about = String.raw`(?:(?:the |a |an )?${properName})(?:(?: | the | of the | of | for the | for | and the | and | on the | on | to the | to | with )${properName})*`;
const actNouns =
  'Notice|Circular|Guidelines?|Guidance|Guiding Opinions|Opinions|Measures|Rules|Regulations?|Provisions|Decision|Plan|Action Plan|Law|Act|Order|Decree|Directive|Announcement';

const patterns = [
  // Notice on Expanding the Wand Pilot
  new RegExp(String.raw`(?<!\p{L})((?:${properName} ){0,3}(?:${actNouns}) (?:on|for|concerning|regarding) ${about})`, 'gu'),
  /[“"]((?:Notice|Guidelines?|Measures|Opinions|Action Plan|Regulations?|Law|Decision|Statistical Report|Report) (?:on|of|to|for) [^”"]{5,150})[”"]/gu,
  // Announcement No. 88 on the Use of Wands
  new RegExp(
    String.raw`\b((?:Announcement|Notice|Order|Decree|Circular|Document|Resolution|Directive|Decision|Proclamation|Regulation|Law|Ordinance|Bulletin|Instruction) No\. ?\d+(?:[/-]\d+)*(?: \(?(?:19|20)\d\d\)?)?(?: (?:on|of|for|concerning) (?:the )?${words})?)`,
    'gu',
  ),
  // Wand Order of 2015
  new RegExp(
    String.raw`(?<!\p{L})((?:${properName} ){1,6}(?:Act|Law|Order|Rules|Regulations?|Measures|Ordinance|Code|Decree|Convention|Treaty|Protocol)(?: of)?,? (?:19|20)\d\d)(?!\d)`,
    'gu',
  ),
];

export function actsIn(line: string, from: number, proposal: (text: string, start: number, label: Label) => Found): Found[] {
  return patterns.flatMap((pattern) =>
    [...line.matchAll(pattern)].map(({ 0: all, 1: text = '', index }) => {
      const named = text.replace(/^(?:The|A|An|In|Under) /u, '').replace(dayAfter, '');
      return proposal(named, from + index + all.indexOf(named), 'Policy');
    }),
  );
}
