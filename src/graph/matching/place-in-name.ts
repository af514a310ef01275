/** Names that are written with their place: "江苏省苏州市", "Chaoyang District, Beijing". */
import { matchProperties, type MatchProperty } from './properties.js';
import type { Question } from './question.js';

/** What Chinese names of regions end with that contain others. */
const chinese = /^(\p{Script=Han}+?(?:省|自治区|自治區|特别行政区|特別行政區|自治州|地区|地區|市|州|盟))(\p{Script=Han}{2,})$/u;
const comma = /^([^,，]+)[,，]\s*([^,，]+)$/u;

/** The question of the name alone, which must lie in the place; undefined for names that are written without one. */
export function withoutPlace(question: Question): Question | undefined {
  const parts = question.names.flatMap((name) => partsOf(name.trim()) ?? []);
  if (parts.length === 0) return undefined;
  const places = parts.map(({ place }) => place);
  const within = {
    property: matchProperties.get('within') as MatchProperty,
    values: places,
    quantifier: 'any',
    isRequired: true,
  } as const;
  return { ...question, names: parts.map(({ name }) => name), conditions: [...question.conditions, within] };
}

function partsOf(text: string): { readonly name: string; readonly place: string } | undefined {
  const [, before, after] = comma.exec(text) ?? [];
  if (before !== undefined && after !== undefined) return { name: before.trim(), place: after.trim() };
  const [, place, name] = chinese.exec(text.replaceAll(/\s/g, '')) ?? [];
  return place === undefined || name === undefined ? undefined : { name, place };
}
