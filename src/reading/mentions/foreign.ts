/** Bodies of other countries that share the name of one of the graph: "Japan's Ministry of Commerce", 越南公安部. */
import type { Lexicon } from './lexicon.js';
import type { Found } from './mention.js';

/** Every name of the text by where it begins or ends, also those inside of longer ones. */
interface Neighbours {
  readonly beginning: ReadonlyMap<number, Found>;
  readonly ending: ReadonlyMap<number, Found>;
}

/** The mentions, with those as new that the country beside them sets apart. A country once named beside a name counts for those after it. */
export function withForeign(text: string, found: readonly Found[], all: readonly Found[], lexicon: Lexicon): Found[] {
  const foreign = new Map<string, Found>();
  const result: Found[] = [];
  const countries = all.filter((each) => isCountry(each, lexicon));
  const around: Neighbours = {
    beginning: new Map(countries.map((each) => [each.start, each])),
    ending: new Map(countries.map((each) => [each.end, each])),
  };
  for (const each of found) {
    if ((result.at(-1)?.end ?? 0) > each.start) continue;
    const key = `${each.entity} ${each.text}`;
    const own = isNational(each, lexicon) ? foreignAt(text, each, around, lexicon) : undefined;
    if (own === 'HOME') foreign.delete(key);
    else if (own !== undefined) foreign.set(key, own);
    result.push(own === 'HOME' ? each : (own ?? laterOf(each, foreign.get(key))));
  }
  return result;
}

const isNational = (each: Found, lexicon: Lexicon): boolean =>
  each.label === 'Agency' && each.how === 'NAME' && countriesOf(each, lexicon).length > 0;

/** Where the graph does not say, a body is taken to be of the country that most bodies of the graph are of. */
function countriesOf({ entity = '' }: Found, lexicon: Lexicon): readonly string[] {
  const { countries = [] } = lexicon.entity(entity) ?? {};
  if (countries.length > 0 || lexicon.country === undefined) return countries;
  return [lexicon.country];
}

const laterOf = (each: Found, of: Found | undefined): Found =>
  of === undefined ? each : { ...of, start: each.start, end: each.end, text: each.text };

/** The new body that a country right before or after a name makes of it; HOME where it is the body's own. */
function foreignAt(text: string, each: Found, { beginning, ending }: Neighbours, lexicon: Lexicon): Found | 'HOME' | undefined {
  const [joint = ''] = /(?:['’]s |的)?$/u.exec(text.slice(Math.max(0, each.start - 3), each.start)) ?? [];
  const before = ending.get(each.start - joint.length);
  if (before !== undefined) return isHome(each, before, lexicon) ? 'HOME' : made(each, each.start, each.end, before.text, text);
  const [of] = /^ of (?:the )?/u.exec(text.slice(each.end, each.end + 8)) ?? [];
  const after = of === undefined ? undefined : beginning.get(each.end + of.length);
  if (after === undefined) return undefined;
  return isHome(each, after, lexicon) ? 'HOME' : made(each, each.start, after.end, after.text, text);
}

const isCountry = ({ entity = '', label }: Found, lexicon: Lexicon): boolean =>
  label === 'Region' && lexicon.entity(entity)?.kinds.includes('COUNTRY') === true;

const isHome = (each: Found, { entity: country = '' }: Found, lexicon: Lexicon): boolean =>
  countriesOf(each, lexicon).includes(country);

function made({ text: own, label }: Found, start: number, end: number, country: string, text: string): Found {
  const newName = /\p{Script=Han}/u.test(own) ? `${country}${own}` : `${own} of ${country}`;
  return {
    start,
    end,
    text: text.slice(start, end),
    how: 'NEW',
    label,
    newName,
    confidence: 0.5,
    reason: `the graph has a body of this name in another country than ${country}`,
    entries: [],
  };
}
