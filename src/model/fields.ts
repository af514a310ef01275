import { labels, type Label } from './entities.js';
import type { PropertyModel } from './properties.js';
import type { FieldModel, PartsModel, RelationModel } from './relations/relation.js';
import { relations, relationTypes, type RelationType } from './relations/relations.js';

/** A way from an entity along relations: a field of the API. */
export interface RelationField {
  readonly types: readonly RelationType[];
  readonly direction: 'out' | 'in';
  /** The labels of what it leads to. */
  readonly targets: readonly Label[];
  readonly attributes: Readonly<Record<string, PropertyModel>>;
  readonly description: string;
  /** It leads to one entity rather than to a list. */
  readonly one: boolean;
  /** Whether it can be asked of the regions around a region, and folded into regions of a level. */
  readonly scope: boolean;
  readonly rollUp: boolean;
  /** How it is asked of the parts of the entity too; undefined where the entity has no such parts. */
  readonly parts?: PartsModel | undefined;
}

/** The relation fields of an entity of this label, by name. */
export const relationFields = (label: Label): ReadonlyMap<string, RelationField> => fieldsByLabel[label];

/** The relation fields that entities of every label have. */
export const commonFields = (): ReadonlyMap<string, RelationField> => {
  const [first, ...others] = labels.map(relationFields);
  const inAll = [...(first ?? [])].filter(([name]) => others.every((fields) => fields.has(name)));
  return new Map(
    inAll.map(([name, field]) => [name, { ...field, scope: others.some((fields) => fields.get(name)?.scope === true) }]),
  );
};

/** The one label that a relation field leads to, or Entity where there are several. */
export const targetOf = ({ targets }: Pick<RelationField, 'targets'>): Label | 'Entity' =>
  targets.length === 1 ? (targets[0] as Label) : 'Entity';

function fieldsOf(label: Label): ReadonlyMap<string, RelationField> {
  const fields = new Map<string, RelationField>();
  for (const type of relationTypes) {
    const relation = relations[type];
    if (relation.from.includes(label)) addFields(fields, label, 'out', type);
    if (relation.to.includes(label)) addFields(fields, label, 'in', type);
  }
  return fields;
}

/** What a field of several relations is, the first of them says. */
function addFields(fields: Map<string, RelationField>, label: Label, direction: 'out' | 'in', type: RelationType): void {
  const relation = relations[type];
  for (const [name, model] of Object.entries(relation[direction])) {
    const first = fields.get(name) ?? newField(label, direction, model, relation);
    fields.set(name, {
      ...first,
      types: [...first.types, type],
      targets: [...new Set([...first.targets, ...targetsOf(label, direction, model, relation)])],
      attributes: { ...first.attributes, ...relation.attributes },
    });
  }
}

function newField(label: Label, direction: 'out' | 'in', model: FieldModel, relation: RelationModel): RelationField {
  const { description = relation.description, one = false, scope = false, rollUp = false, parts } = model;
  return {
    types: [],
    direction,
    targets: [],
    attributes: {},
    description: typeof description === 'string' ? description : (description[label] ?? relation.description),
    one,
    scope: scope && relations.PART_OF.to.some((whole) => whole === label),
    rollUp,
    parts: parts !== undefined && hasParts(label, parts) ? parts : undefined,
  };
}

function targetsOf(label: Label, direction: 'out' | 'in', { leadsTo }: FieldModel, relation: RelationModel): Label[] {
  const targets = leadsTo ?? (direction === 'out' ? relation.to : relation.from);
  return targets.filter((target) => relation.sameLabel !== true || target === label);
}

/** A part is PART_OF its whole, and a whole INCLUDES its parts. */
const hasParts = (label: Label, { by }: PartsModel): boolean =>
  (by === 'PART_OF' ? relations[by].to : relations[by].from).includes(label);

const fieldsByLabel = Object.fromEntries(labels.map((label) => [label, fieldsOf(label)])) as Readonly<
  Record<Label, ReadonlyMap<string, RelationField>>
>;
