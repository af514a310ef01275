/** English verbs of speech and belief. */

/** How the words after a verb must go on for it to report what was said. */
export type Complement = 'CLAUSE' | 'THAT' | 'WHOLE';

/** "said the tax would rise": "that" may be missing. */
const free =
  'said|says|say|believes?|believed|thinks?|thought|noted|stated|argued|argues|explained|explains|warned|warns|stressed|stresses|insisted|insists|claimed|told|tell(?:s)?|hopes?|hoped|wrote|writes|written|commented|emphasi[sz]e[ds]?|remarked|remarks|replied|asserted|reiterated|reaffirmed|admitted|admits|acknowledged|acknowledges|complained|maintains?|maintained';
/** Nouns or other verbs as well: "announced a plan", "added gallium to its list", "the report shows a rise". */
const bound =
  'added|adds|announced|announces|repeated|repeats|reported|reports?|confirmed|confirms|pointed out|points out|disclosed|disclosed|revealed|reveals|recalled|recalls|notes?|states?|claims?|showed|shows?|indicated|indicates?|suggested|suggests?|predicted|predicts?|estimated|estimates?|forecasts?|projected|projects|expected|expects?|concluded|concludes?|mentioned|mentions|declared|declares|agreed|agrees?|observed|observes|proposed|proposes|promised|promises|pledged|pledges|vowed|vows|alleged|alleges|denied|denies|affirmed|affirms|found|finds|demanded|demands|posted';
/** "the figures misleading", "this plan as premature". */
const judging =
  '(?= (?:the|an?|it|this|that|these|those|their|its)\\b[^.;,“"]{2,60} (?:as )?(?:wrong|false|unfair|absurd|premature|groundless|baseless|[a-z]{3,}(?:ing|ful|ous|able|ible|ive|less))(?=[.,;]|$))';
/** What was said is the verb with what is after it: "pledged to cut taxes". */
const whole: readonly (readonly [string, string])[] = [
  ['(?:promised|promises) to', 'Promises to'],
  ['(?:pledged|pledges) to', 'Pledges to'],
  ['(?:vowed|vows) to', 'Vows to'],
  ['(?:agreed|agrees) to', 'Agrees to'],
  ['(?:offered|offers) to', 'Offers to'],
  ['(?:threatened|threatens) to', 'Threatens to'],
  ['(?:hopes|hoped) to', 'Hopes to'],
  ['(?:called|calls) (?:for|on)', 'Calls for'],
  ['(?:called|calls)(?= (?!off|up|in\\b)[^.;]{3,60}["“])', 'Calls'],
  [`(?:called|calls)${judging}`, 'Calls'],
  [`(?:described|describes)${judging}`, 'Describes'],
  [
    '(?:expects?|expected|predicts?|predicted|forecasts?|projects|projected|anticipates?|anticipated)(?= (?!that\\b|to\\b|by\\b|in\\b|for\\b)[^.;]{2,80} to\\b)',
    'Expects',
  ],
  ['(?:puts?)(?= (?:the|its|their|this|that)\\b[^.;]{2,60} at\\b)', 'Puts'],
  ['neither \\p{Ll}+ nor \\p{Ll}+(?: (?:out|down|up|off))?', 'Neither confirms nor denies'],
  ['(?:urged|urges)', 'Urges'],
  ['(?:appealed|appeals) (?:for|to)', 'Appeals to'],
  ['(?:warned|warns) (?:of|against)', 'Warns of'],
  ['(?:expressed|expresses|voiced|voices)', 'Expresses'],
  ['(?:announced|announces)(?= (?:its|his|her|their)\\b)', 'Announces'],
  ['(?:condemned|condemns)', 'Condemns'],
  ['(?:welcomed|welcomes)', 'Welcomes'],
  ['(?:praised|praises|hailed|hails)', 'Praises'],
  ['(?:criticized|criticizes|criticised|criticises)', 'Criticizes'],
  ['(?:reaffirmed|reaffirms|reiterated|reiterates)(?= (?:its|his|her|their|the)\\b)', 'Reaffirms'],
  ['(?:rejected|rejects)(?= (?:the|an?|claims|accusations|calls|allegations|reports)\\b)', 'Rejects'],
  ['(?:denied|denies)(?= (?!that\\b))', 'Denies'],
];

/** Participles that go on with what the speaker of the sentence says. */
export const continuing = String.raw`(?:(?:,|\sand|,\sand)\s(?:also\s|further\s)?(?<going>adding|saying|noting|stating|warning|stressing|arguing|explaining|claiming)|,?\sand\s(?:also\s|further\s|then\s)?(?<went>added|warned|noted|stressed|said))(?![\p{L}-])`;

export const verbPattern = (): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:(?<whole>${whole.map(([verb]) => verb).join('|')})|(?<verb>${free}|${bound}))(?![\p{L}-])`,
    'gu',
  );

export function complementOf(verb: string): Complement {
  return new RegExp(`^(?:${free})$`, 'u').test(verb) ? 'CLAUSE' : 'THAT';
}

/** "Promises to" of "promised to". */
export const openingOf = (words: string): string =>
  whole.find(([verb]) => new RegExp(`^(?:${verb.replace(/\(\?=.*$/u, '')})$`, 'u').test(words))?.[1] ?? words;
