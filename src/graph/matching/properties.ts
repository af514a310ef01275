/** What a row of data may say of the entity that it means: the properties of each type, made from the model. */
import {
  entities,
  labels,
  relationFields,
  relations,
  wordsOf,
  type Label,
  type PropertyModel,
  type RelationField,
} from '../../model/model.js';

/** Where the values of a property come from. */
export type Source =
  | { readonly kind: 'id' | 'names' | 'description' | 'codes' | 'within' | 'day' }
  | { readonly kind: 'stored'; readonly name: string; readonly model: PropertyModel }
  | { readonly kind: 'related'; readonly field: RelationField };

export interface MatchProperty {
  readonly id: string;
  /** In plain words: "announced on". */
  readonly name: string;
  readonly description: string;
  readonly source: Source;
}

const common: readonly MatchProperty[] = [
  { id: 'id', name: 'id', description: 'The id of the entity.', source: { kind: 'id' } },
  { id: 'name', name: 'name', description: 'Any of its names, in any language.', source: { kind: 'names' } },
  { id: 'description', name: 'description', description: 'What it is, in a sentence.', source: { kind: 'description' } },
  {
    id: 'code',
    name: 'code',
    description: 'A code, identifier or document number, with or without its scheme.',
    source: { kind: 'codes' },
  },
  {
    id: 'date',
    name: 'date of the row',
    description: 'The day, month or year in which the name is meant: 莱芜市 in 2017 is another region than in 2021.',
    source: { kind: 'day' },
  },
];

const within: MatchProperty = {
  id: 'within',
  name: 'within',
  description: 'A region that it lies in, is located in or covers, at any depth, such as its country or province.',
  source: { kind: 'within' },
};

/** Relations that lead to where something is. */
const placing = ['PART_OF', 'LOCATED_IN', 'COVERS'] as const;
const hasPlace = (label: Label): boolean => placing.some((type) => relations[type].from.some((each) => each === label));

function ownProperties(label: Label): MatchProperty[] {
  const stored = Object.entries(entities[label].properties).map(([name, model]): MatchProperty => {
    return { id: name, name: spaced(name), description: model.description, source: { kind: 'stored', name, model } };
  });
  const related = [...relationFields(label)].map(([name, field]): MatchProperty => {
    return { id: name, name: spaced(name), description: field.description, source: { kind: 'related', field } };
  });
  return [...common, ...(hasPlace(label) ? [within] : []), ...stored, ...related];
}

const spaced = (name: string): string => wordsOf(name.charAt(0).toUpperCase() + name.slice(1));

const byLabel = new Map(labels.map((label) => [label, new Map(ownProperties(label).map((each) => [each.id, each]))]));

/** The properties of entities of this type, by id. */
export const propertiesOfType = (label: Label): ReadonlyMap<string, MatchProperty> =>
  byLabel.get(label) as ReadonlyMap<string, MatchProperty>;

/** Whether entities can be found by a value of it, without a name. */
export const finds = ({ source }: MatchProperty): boolean =>
  source.kind === 'id' ||
  source.kind === 'names' ||
  source.kind === 'codes' ||
  (source.kind === 'stored' && source.model.comparedByKey === true);
/** The properties of all types, by id, each as the first type that has it describes it. */
export const matchProperties: ReadonlyMap<string, MatchProperty> = new Map(
  labels.toReversed().flatMap((label) => [...propertiesOfType(label)]),
);
