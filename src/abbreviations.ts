/** Periods that end an abbreviation of English and no sentence, which Unicode's rules of sentences take for one. */

/** Something follows them always: "Mr. Doe", "No. 5", "Oct. 9". */
const beforeName =
  /(?:^|[\s("“'‘])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Gen|Col|Lt|Sgt|Capt|Cmdr|Maj|Sen|Rep|Gov|Rev|Hon|Pres|St|Mt|Ft|vs|cf|e\.g|i\.e|approx|ca)\.\s*$/u;
const beforeNumber = /(?:^|[\s("“'‘])(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|Art|Sec|Fig|Vol|Ch|Para|pp?)\.\s*$/u;
/** They also end sentences: "J. Doe", "the U.S. Treasury", "Nimbus Co. Ltd.", "at 5 p.m. Monday". */
const beforeEither = /(?:^|[\s("“'‘])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Co|Corp|Inc|Ltd|Bros|Jr|Sr|Univ|Dept|Est|etc)\.\s*$/u;

/** Words with a capital because they begin a sentence. */
const opening =
  /^["“‘'(]*(?:The|A|An|This|That|These|Those|It|Its|He|She|They|We|I|You|His|Her|Their|Our|My|In|On|At|By|As|For|From|To|With|But|And|Or|So|If|When|While|Since|After|Before|According|Among|Meanwhile|However|Some|Many|Most|Only|All|Both|Also|Besides|Earlier|Last|No|Not|Nor|Neither|None|There|Here|Under|During|Through|Despite|Although|Though|Because|Until|Once|Instead|Unlike|Between|Across|Over|About|More|Another|Each|Every|Such|Other|Others|Nobody|Everyone|Everybody|Someone|Somebody|Anyone|Several|Few|Two|Three|Four|Five|Then|Today|Still|Yet|Even|Officials|Analysts|Exports|Imports|Prices|What|Who|Where|Why|How|Which)\b/u;

/** "5 p.m. Monday", "5 p.m. GMT". */
const afterTime =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|^\(?(?:\p{Lu}{3,4}|Eastern|Pacific|Central|Beijing|London|local)\b/u;

/** Whether a sentence goes on in the next segment. */
export function endsInAbbreviation(segment: string, next: string): boolean {
  if (!segment.trimEnd().endsWith('.')) return false;
  if (beforeName.test(segment)) return true;
  if (beforeNumber.test(segment) && /^\d/u.test(next)) return true;
  if (/\b[ap]\.m\.\s*$/u.test(segment)) return afterTime.test(next);
  return beforeEither.test(segment) && !opening.test(next);
}
