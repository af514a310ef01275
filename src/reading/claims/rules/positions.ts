/** Who holds which position where. */
import { matchesOf, one, plainWords } from '../pattern.js';
import type { ReadingRule } from '../rule.js';

const title = String.raw`(?<title>(?:(?:vice|deputy|associate|assistant|senior|chief|executive|general|then)[ -])*(?:director(?:[ -]general)?|minister|governor|chair(?:man|woman|person)?|president|head|secretary(?:[ -]general)?|spokes(?:man|woman|person)|mayor|analyst|economist|researcher|professor|founder|CEO|manager))`;
const after = new RegExp(
  String.raw`${one('person', 'Person')}, (?:the |an? )?(?:current |new )?${title} (?:of|at|for|with) (?:the )?${one('place', 'Agency', 'Organization')}`,
  'giu',
);

export const positionAfterName: ReadingRule = {
  name: 'position-after-name',
  example: 'Jane Doe, director general of the Ministry of Magic, said that wands would be taxed.',
  read: (sentence, { idOf, reading }) =>
    matchesOf(after, sentence).flatMap((match) => {
      const [person, place] = [match.mention('person'), match.mention('place')];
      const [subject, object] = [person && idOf(person), place && idOf(place)];
      if (person === undefined || place === undefined || subject === undefined || object === undefined) return [];
      const held = plainWords(match.words('title'), sentence);
      return [
        {
          kind: 'CLAIM',
          claim: {
            subject,
            predicate: 'HOLDS_POSITION',
            object,
            qualifiers: [{ name: 'title', value: held }],
            saidOn: reading.date,
          },
          confidence: 0.9,
          why: `“${held} of” joins a person and a body.`,
          summary: `${person.text} is ${held} of ${place.text}.`,
        },
      ];
    }),
};
