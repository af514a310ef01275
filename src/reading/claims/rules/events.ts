/** Where and when events take place, and who takes part. */
import { factRule } from '../fact-rule.js';
import { one } from '../pattern.js';
import type { Said } from '../claim.js';

const event = one('event', 'Event');
const day = String.raw`(?<day><Date:\d+>)`;
const place = one('place', 'Region');

export const eventHeld = factRule({
  name: 'event-held',
  example: 'The Wand Makers Conference was held in Lyonesse on May 2, 2026.',
  patterns: [
    new RegExp(
      String.raw`${event}["”]?\s(?:was|is|were)\s(?:held|convened|hosted|opened)(?:\sin\s${place})?(?:\s(?:on|in)\s${day})?`,
      'gu',
    ),
    new RegExp(String.raw`${event}["”]?\s(?:opened|took place|concluded)\sin\s${place}(?:\s(?:on|in)\s${day})?`, 'gu'),
    new RegExp(
      String.raw`(?:${day}，?)?${event}(?:于${day.replace('day', 'held')})?在(?:<Region:\d+>(?:省|市)?)?${place}(?:市|省)?(?:召开|举行|举办|开幕)`,
      'gu',
    ),
  ],
  given: [new RegExp(String.raw`\b(?:[Aa]t|[Dd]uring|attended|joined)\s(?:the\s)?${event}\sin\s${place}`, 'gu')],
  said: (match) => {
    const [subject, where, when] = [match.mention('event'), match.mention('place'), match.date('day') ?? match.date('held')];
    const name = subject?.newName ?? subject?.text ?? '';
    const why = 'The sentence says where or when it was held.';
    const located: Said[] =
      where === undefined
        ? []
        : [
            {
              subject,
              predicate: 'LOCATED_IN',
              object: where,
              confidence: 0.88,
              why,
              summary: `${name} was held in ${where.text}.`,
            },
          ];
    const started: Said[] =
      when === undefined
        ? []
        : [
            {
              subject,
              predicate: 'startedOn',
              value: when.edtf,
              confidence: 0.85,
              why,
              summary: `${name} was held: ${when.text}.`,
            },
          ];
    return [...located, ...started];
  },
});

const taker = one('taker', 'Person', 'Agency', 'Organization');
export const tookPart = factRule({
  name: 'took-part',
  example: 'Jane Doe spoke at the Wand Makers Conference.',
  patterns: [
    new RegExp(
      String.raw`(?<!\b(?:of|with|for|by|from|to)\s(?:the\s)?)${taker}(?:,[^,.;]{1,80},)?(?:\salso)?\s(?<verb>attended|addressed|hosted|organi[sz]ed|joined|took part in|participated in|spoke at|chaired|opened)\s(?:the\s|an?\s)?${event}`,
      'gu',
    ),
    new RegExp(String.raw`${event}["”]?,?\s(?:was\s)?(?<verb>hosted|organi[sz]ed|chaired)\sby\s(?:the\s)?${taker}`, 'gu'),
    new RegExp(String.raw`${taker}(?:<Date:\d+>)?在${event}上(?<verb>表示|说|指出|致辞|发表|强调|介绍)`, 'gu'),
    new RegExp(String.raw`${taker}(?<verb>出席|参加|主持|主办|承办)(?:了)?${event}`, 'gu'),
  ],
  said: (match) => {
    const [subject, object, verb] = [match.mention('taker'), match.mention('event'), match.words('verb')];
    const role = /host|organi|主办|承办/u.test(verb)
      ? 'host'
      : /chair|主持/u.test(verb)
        ? 'chair'
        : /address|spoke|表示|说|指出|致辞|发表|强调|介绍/u.test(verb)
          ? 'speaker'
          : undefined;
    const summary = `${subject?.newName ?? subject?.text ?? ''} took part in ${object?.newName ?? object?.text ?? ''}.`;
    return object === undefined
      ? []
      : [
          {
            subject,
            predicate: 'PARTICIPATED_IN',
            object,
            qualifiers: { role },
            confidence: 0.88,
            why: `“${verb}” joins them.`,
            summary,
          },
        ];
  },
});
