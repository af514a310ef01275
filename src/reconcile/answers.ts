/** What the matcher found, as candidates of both versions of the protocol. */
import { PlaceLoader } from '../graph/loaders/place-loader.js';
import type { Loaders } from '../graph/loaders/loaders.js';
import type { Match } from '../graph/matching/question.js';
import type { Entity } from '../graph/stored/rows.js';
import { ownLabel, shownName } from '../graph/stored/storage.js';
import { wordsOf, type Label } from '../model/model.js';

interface Feature {
  readonly id: string;
  readonly name: string;
  readonly value: number | boolean;
}

/** A candidate of version 1.0; one of 0.2 has features without names. */
export interface ReconciliationCandidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly type: readonly TypeName[];
  readonly score: number;
  readonly match: boolean;
  readonly features: readonly Feature[];
}

export interface TypeName {
  readonly id: Label;
  readonly name: string;
}

/** "TradeFlow" as "Trade flow". */
export function typeName(id: Label): TypeName {
  const words = wordsOf(id);
  return { id, name: words.charAt(0).toUpperCase() + words.slice(1) };
}

/** The name that readers of these languages know it by: the first for which it has a preferred name, else the name that lists show. */
export function nameIn(languages: readonly string[], { names, name }: Pick<Entity, 'names' | 'name'>): string {
  for (const language of languages) {
    const inLanguage = names.filter(({ lang }) => lang === language || lang.split('-')[0] === language);
    if (inLanguage.length > 0) return shownName(inLanguage).value;
  }
  return name;
}

/** What distinguishes an entity from its namesakes: its type, and where it is or was. */
export async function descriptionOf({ id, label, description }: Entity, isFormer: boolean, { reader }: Loaders): Promise<string> {
  const { parent, years } = await new PlaceLoader(reader).of(id, isFormer);
  const place = parent === null ? '' : ` in ${parent.name}`;
  const kind = `${typeName(label).name}${place}${years === undefined ? '' : ` (${years})`}`;
  return description === undefined ? kind : `${kind}: ${description}`;
}

export async function candidateOf(
  match: Match,
  languages: readonly string[],
  loaders: Loaders,
): Promise<ReconciliationCandidate> {
  const { candidate, score, isCertain } = match;
  const entity = await loaders.entities.byId(candidate.id);
  const described = entity ?? {
    id: candidate.id,
    label: ownLabel(candidate.labels),
    names: [],
    name: candidate.name,
    description: undefined,
  };
  return {
    id: candidate.id,
    name: entity === null ? candidate.name : nameIn(languages, entity),
    description: await descriptionOf(described as Entity, candidate.isFormer === true, loaders),
    type: [typeName(ownLabel(candidate.labels))],
    score: rounded(score),
    match: isCertain,
    features: featuresOf(match),
  };
}

const rounded = (score: number): number => Math.round(100 * score) / 100;

/** Why a candidate has its score. What the graph has nothing to compare with is left out. */
function featuresOf({ nameScore, agreements, candidate }: Match): Feature[] {
  const met = new Map<string, Feature>();
  for (const { property, isMet } of agreements) {
    const id = `property_${property.id}`;
    if (isMet !== undefined)
      met.set(id, { id, name: `Agrees with the row: ${property.name}`, value: isMet && met.get(id)?.value !== false });
  }
  return [
    { id: 'name_score', name: 'How well its name or code fits, from 0 to 100', value: rounded(nameScore) },
    { id: 'current', name: 'Exists on the day of the row', value: candidate.isFormer !== true },
    ...met.values(),
  ];
}
