/** Errors of names that are given in place of ids. */
import { GraphError } from '../graph/errors.js';
import type { Choice, Meaning } from '../graph/loaders/name-loader.js';
import { limits } from '../limits.js';
import { constantCase, entities, labels as allLabels, wordsOf, type Label } from '../model/model.js';
import type { Reference } from './id-arguments.js';

/** A message quotes no more of a name, and lists no more entities. */
const shown = { characters: 80, choices: 5, problems: 100 };

/** A name that means no entity, or several. */
export type UnclearName = Reference & Exclude<Meaning, { readonly id: string }>;

/** The error of the first of these names; its `problems` list all of them. */
export function errorOfNames(names: readonly UnclearName[]): GraphError {
  const [{ text, count, choices }] = names as readonly [UnclearName];
  const problems = names
    .slice(0, shown.problems)
    .map((name) => ({ path: name.place, value: clipped(name.text), message: messageOf(name) }));
  const code = text.trim() === '' ? 'BAD_USER_INPUT' : count === 0 ? 'UNKNOWN_NAME' : 'AMBIGUOUS_NAME';
  return new GraphError(code, problems[0]?.message ?? '', undefined, { candidates: choices.map(candidateOf), problems });
}

function messageOf({ text, place, labels = allLabels, count, choices }: UnclearName): string {
  const must = `"${place}" must be an id such as "${exampleOf(labels)}" or the exact name of one ${nounOf(labels)};`;
  if (text.trim() === '') return `${must} it is empty.`;
  if (count === 0) return `${must} none is named ${quoted(text)}.${suggestion(choices)}`;
  const listed = choices.slice(0, shown.choices).map(described).join(', ');
  const more = count > shown.choices ? ` and ${count - shown.choices} more` : '';
  const counted = count < limits.search.namesakes.value ? String(count) : `at least ${count}`;
  return `${must} ${counted} ${pluralOf(labels)} are named ${quoted(text)}: ${listed}${more}.`;
}

/** Types are written as in the API's EntityType. */
const candidateOf = ({ type, ...choice }: Choice) => ({ ...choice, type: constantCase(type) });

/** "region:CN-331000 (Zhejiang)", "region:CN-370981 (Tai'an, 1983–1992)". */
function described({ id, parent, years }: Choice): string {
  const where = [parent?.name, years].filter((part) => part !== undefined).join(', ');
  return where === '' ? id : `${id} (${where})`;
}

function suggestion(choices: readonly Choice[]): string {
  const near = choices.map(({ id, name }) => `${quoted(name)} (${id})`);
  return near.length === 0 ? '' : ` Did you mean ${new Intl.ListFormat('en', { type: 'disjunction' }).format(near)}?`;
}

const clipped = (text: string): string =>
  text.length <= shown.characters ? text : `${Array.from(text).slice(0, shown.characters).join('')}…`;
const quoted = (text: string): string => `"${clipped(text)}"`;

const exampleOf = (labels: readonly Label[]): string =>
  entities[labels.includes('Region') ? 'Region' : (labels[0] ?? 'Region')].example;

const isAny = (labels: readonly Label[]): boolean => labels.length > 3;
const nounOf = (labels: readonly Label[]): string => (isAny(labels) ? 'entity' : labels.map(wordsOf).join(' or '));
const pluralOf = (labels: readonly Label[]): string =>
  isAny(labels) ? 'entities' : labels.map((label) => wordsOf(entities[label].plural)).join(' or ');
