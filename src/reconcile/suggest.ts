/** Completions of what a person types: entities, types and properties, by name or id. */
import type { Loaders } from '../graph/loaders/loaders.js';
import { matchProperties, propertiesOfType, type MatchProperty } from '../graph/matching/properties.js';
import { rankedEntities } from '../graph/loaders/search-loader.js';
import { letterKey } from '../graph/search/tokens.js';
import { piecesOf } from '../graph/search/pieces.js';
import { ownLabel } from '../graph/stored/storage.js';
import { entities as models, labelOf, labels, type Label } from '../model/model.js';
import { descriptionOf, nameIn, typeName, type TypeName } from './answers.js';
import { labelNamed } from './questions.js';

/** Types and properties have the three first; an entity also has its types. */
export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly notable?: readonly TypeName[];
}

/** What a person typed, and which of the completions are wanted. */
export interface Typed {
  readonly prefix: string;
  /** Only entities of this type, or the properties that it has. */
  readonly type: string | undefined;
  readonly limit: number;
  readonly offset: number;
  /** In which to name entities, the most wanted first. */
  readonly languages: readonly string[];
}

/** How many entities a prefix finds. */
export const mostSuggested = rankedEntities.search;

const pageIn = <T>(all: readonly T[], { limit, offset }: Typed): readonly T[] => all.slice(offset, offset + limit);

/** An id is suggested first, then names as search ranks them. Nothing begins with nothing. */
export async function suggestedEntities(typed: Typed, loaders: Loaders): Promise<readonly Suggestion[]> {
  const label = labelOfType(typed);
  const prefix = typed.prefix.trim();
  if (prefix === '') return [];
  const own = labelOf(prefix) === undefined ? null : await loaders.entities.byId(prefix);
  const ranked = await loaders.search.ranked(prefix, { labels: label && [label] }, mostSuggested);
  const found = ranked.map(({ candidate }) => ({ id: candidate.id, isFormer: candidate.isFormer === true }));
  const first = own === null || (label !== undefined && own.label !== label) ? [] : [{ id: own.id, isFormer: false }];
  const shown = pageIn([...first, ...found.filter(({ id }) => id !== first[0]?.id)], typed);
  return Promise.all(
    shown.map(async ({ id, isFormer }) => {
      const entity = await loaders.entities.byId(id);
      if (entity === null) throw new Error('A suggested entity is missing.');
      const description = await descriptionOf(entity, isFormer, loaders);
      return { id, name: nameIn(typed.languages, entity), description, notable: [typeName(ownLabel([entity.label]))] };
    }),
  );
}

export const suggestedTypes = (typed: Typed): readonly Suggestion[] =>
  pageIn(beginning(labels.map(describedType), typed.prefix), typed);

export function suggestedProperties(typed: Typed): readonly Suggestion[] {
  const label = labelOfType(typed);
  const all = label === undefined ? matchProperties : propertiesOfType(label);
  return pageIn(beginning([...all.values()].map(describedProperty), typed.prefix), typed);
}

const labelOfType = ({ type }: Typed): Label | undefined =>
  type === undefined ? undefined : labelNamed(type, 'the parameter "type"');

export const describedType = (label: Label): Suggestion => ({ ...typeName(label), description: models[label].description });

export const describedProperty = ({ id, name, description }: MatchProperty): Suggestion => ({ id, name, description });

/** What begins with a text comes before what contains it. */
function beginning(all: readonly Suggestion[], prefix: string): readonly Suggestion[] {
  const key = letterKey(piecesOf(prefix));
  const position = ({ id, name }: Suggestion): number =>
    Math.min(
      ...[id, name].map((each) => letterKey(piecesOf(each)).indexOf(key)).map((at) => (at < 0 ? Infinity : Math.min(at, 1))),
    );
  return all.filter((each) => position(each) < Infinity).toSorted((a, b) => position(a) - position(b));
}
