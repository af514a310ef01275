import type { Label } from '../entities.js';
import type { PropertyModel } from '../properties.js';

/** A relation is one row: who is joined to whom, and which fields of the API lead along it from either end. */
export interface RelationModel {
  readonly description: string;
  /** What filters call it, seen from the source and from the target. */
  readonly where: { readonly out: string; readonly in: string };
  readonly from: readonly Label[];
  readonly to: readonly Label[];
  /** Both ends carry the same label, as a region is part of a region. */
  readonly sameLabel?: true;
  /** The fields of its sources, which lead to its targets. A field that another relation has too leads along both. */
  readonly out: Readonly<Record<string, FieldModel>>;
  /** The fields of its targets, which lead to its sources. */
  readonly in: Readonly<Record<string, FieldModel>>;
  readonly attributes: Readonly<Record<string, PropertyModel>>;
  /** Entities of these labels have it to at most one other at a time, or to others of which one is part of the next. */
  readonly single?: readonly Label[];
  /** What it says of a part it says of the whole, which leads to the part by this relation. */
  readonly ofParts?: 'INCLUDES';
  /** Must not lead back to where it began. */
  readonly acyclic?: true;
  /** Left out of paths, neighbourhoods and timelines unless requested. */
  readonly quiet?: true;
}

/** A field of the API that leads along a relation. */
export interface FieldModel {
  /** The labels at the other end that it leads to; all of them by default. */
  readonly leadsTo?: readonly Label[];
  /** What it gives, by the label that has the field where they differ; the relation's description by default. */
  readonly description?: string | Readonly<Partial<Record<Label, string>>>;
  /** It leads to one entity rather than to a list. */
  readonly one?: true;
  /** Can be asked of the regions around a region, or of what an agency or organization is a part of: argument `scope`. */
  readonly scope?: true;
  /** Can be folded into regions of a level: argument `rollUpTo`. */
  readonly rollUp?: true;
  /** Can be asked of the parts of the entity too: argument `includeParts`. */
  readonly parts?: PartsModel;
}

export interface PartsModel {
  /** The relation by which parts are found; entities that cannot have such parts do not take the argument. */
  readonly by: 'PART_OF' | 'INCLUDES';
  readonly description: string;
  /** Parts count by default. */
  readonly byDefault?: true;
}

/** A table of relations by their types. */
export type Relations = Readonly<Record<string, RelationModel>>;
