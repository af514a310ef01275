/** Names that are written with their place: "江苏省苏州市", "Chaoyang District, Beijing". */
import { matchProperties, type MatchProperty } from './properties.js';
import type { Question } from './question.js';

/** What Chinese names of regions end with that contain others, and at least two characters after it. */
const chinese = /\p{Script=Han}+?(?:省|自治[区區州]|特[别別]行政[区區]|地[区區]|市|盟)(?=\p{Script=Han}{2})/guy;

/** The question of the name alone, which must lie in each of its places; undefined for names that are written without one. */
export function withoutPlace(question: Question): Question | undefined {
  const parts = question.names.map(partsOf).find(({ places }) => places.length > 0);
  if (parts === undefined) return undefined;
  const property = matchProperties.get('within') as MatchProperty;
  const within = { property, values: parts.places, quantifier: 'all', isRequired: true } as const;
  return { ...question, names: [parts.name], conditions: [...question.conditions, within] };
}

/** The widest place is first in Chinese, and last after commas. */
function partsOf(text: string): { readonly name: string; readonly places: readonly string[] } {
  const [first = '', ...others] = text.split(/[,，]/).map((part) => part.trim());
  if (others.length > 0) return { name: first, places: others.filter((part) => part !== '') };
  const joined = first.replaceAll(/\s/g, '');
  const places = joined.match(chinese) ?? [];
  return { name: joined.slice(places.join('').length), places };
}
