import type { Label } from './entities.js';
import type { PropertyModel } from './properties.js';
import { relations, type RelationModel, type RelationType } from './relations.js';

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
}

/** The relation fields of an entity of this label, by name. */
export function relationFields(label: Label): ReadonlyMap<string, RelationField> {
  const fields = new Map<string, RelationField>();
  for (const [type, relation] of Object.entries(relations) as [RelationType, RelationModel][]) {
    for (const [name, direction, targets] of [...outward(label, relation), ...inward(label, relation)]) {
      const known = fields.get(name);
      fields.set(name, {
        types: known === undefined ? [type] : [...known.types, type],
        direction,
        targets: [...new Set([...(known?.targets ?? []), ...targets])],
        attributes: { ...known?.attributes, ...relation.attributes },
        description: known?.description ?? relation.describe?.[`${label}.${name}`] ?? relation.description,
        one: direction === 'out' && relation.one === true,
      });
    }
  }
  return fields;
}

type FieldEnd = readonly [name: string, direction: 'out' | 'in', targets: Label[]];

function outward(label: Label, { from, out, wider, sameLabel }: RelationModel): FieldEnd[] {
  return from.includes(label) ? ends('out', [out, wider?.out], sameLabel ? label : undefined) : [];
}

function inward(label: Label, { to, in: names, wider, sameLabel }: RelationModel): FieldEnd[] {
  return to.includes(label) ? ends('in', [names, wider?.in], sameLabel ? label : undefined) : [];
}

type Names = Readonly<Partial<Record<Label, string>>>;

function ends(direction: 'out' | 'in', fields: readonly (Names | undefined)[], only: Label | undefined): FieldEnd[] {
  return fields.flatMap((names = {}) => byName(names, only)).map(([name, targets]) => [name, direction, targets]);
}

function byName(names: Names, only: Label | undefined): [string, Label[]][] {
  const entries = (Object.entries(names) as [Label, string][]).filter(([label]) => only === undefined || label === only);
  return [...new Set(entries.map(([, name]) => name))].map((name) => [
    name,
    entries.filter(([, other]) => other === name).map(([label]) => label),
  ]);
}
