/** The place that a whole text is about: where its figures were measured that name none. */
import { isCountry, ofCountries, regionOf } from '../../mentions/nationalities.js';
import type { RuleContext } from '../rule.js';

/** Each text is read once. */
const ofTexts = new WeakMap<RuleContext, string | undefined>();

/** The country that a text names most, by itself, its people, places and bodies; of several as often, the first. */
export function countryOfText(context: RuleContext): string | undefined {
  if (!ofTexts.has(context)) ofTexts.set(context, mostNamed(context) ?? onlyCountry(context));
  return ofTexts.get(context);
}

function mostNamed(context: RuleContext): string | undefined {
  const counts = new Map<string, number>();
  for (const id of namedIn(context)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}

/** Once for each time. */
function namedIn({ reading: { mentions, text }, lexicon }: RuleContext): string[] {
  const regions = mentions.filter(({ label, entity }) => label === 'Region' && entity !== undefined);
  const places = regions.flatMap((region) => {
    const { entity = '' } = region;
    if (isWhole(lexicon.entity(entity)?.kinds)) return [entity];
    return [...lexicon.ancestors(entity)].filter((id) => lexicon.entity(id)?.kinds.includes('COUNTRY') === true);
  });
  return [...places, ...peopleOf(text, lexicon)];
}

const ofPeople = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${ofCountries})(?![\p{L}\p{N}])`, 'gu');

/** "Chinese banks" are in China; "US" is more often a part of "US$ 5". */
export function peopleOf(text: string, lexicon: RuleContext['lexicon']): string[] {
  const named = [...text.matchAll(ofPeople)].flatMap(({ 0: people }) =>
    /\p{Ll}/u.test(people) ? regionOf(people, lexicon) : [],
  );
  const home = /我国|全国/u.test(text) ? lexicon.country : undefined;
  return [...named.flatMap(({ entity }) => entity ?? []), ...(home === undefined ? [] : [home])];
}

/** The country of all places and bodies that a text names, where they are of one. */
function onlyCountry({ reading: { mentions }, lexicon }: RuleContext): string | undefined {
  const countries = mentions.flatMap((mention) => {
    const { entity = '' } = mention;
    const above = [...lexicon.ancestors(entity)].filter((id) => lexicon.entity(id)?.kinds.includes('COUNTRY') === true);
    return [...above, ...(lexicon.entity(entity)?.countries ?? []), ...(isCountry(mention, lexicon) ? [entity] : [])];
  });
  const [first, ...others] = new Set(countries);
  return others.length === 0 ? first : undefined;
}

const isWhole = (kinds: readonly string[] = []): boolean =>
  kinds.length === 0 || kinds.some((kind) => ['COUNTRY', 'BLOC', 'WORLD', 'CONTINENT'].includes(kind));
