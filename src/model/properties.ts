import type { TimelineKind } from './values.js';

/** What a property holds. A `date` is EDTF text; the store also keeps its earliest and latest day. */
export type PropertyType = 'string' | 'integer' | 'number' | 'date' | 'url' | 'enum';

export interface PropertyModel {
  readonly type: PropertyType;
  readonly description: string;
  /** The values of an `enum`, each with what it means. */
  readonly values?: Readonly<Record<string, string>>;
  /** Rests on claims; the others are our own classification or the record of what was read. */
  readonly claimed?: true;
  /** A text that many items share, so that lists can be counted by it; enums and years are anyway. */
  readonly shared?: true;
  /** A date that cannot be before the date of this property. */
  readonly notBefore?: string;
  /** The kind of a timeline's item at this date. */
  readonly timeline?: TimelineKind;
  /** A text that follows a standard. */
  readonly form?: 'language' | 'unit' | 'key' | 'text' | 'hash';
  /** A number that people write in many ways: compared by its letters and digits, whatever the brackets, spaces and widths. */
  readonly comparedByKey?: true;
  /** A text that is the id of an entity. */
  readonly isId?: true;
  /** The labels of the entities that it may be the id of; any by default. */
  readonly to?: readonly string[];
}

/** What is listed, filtered and ordered by its properties. */
export interface ListedModel {
  readonly plural: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, PropertyModel>>;
}

/** An entity type is one row: its object type, root fields, filters, orders and facets are made from it. */
export interface EntityModel extends ListedModel {
  /** The id that the API gives as an example. */
  readonly example: string;
  /** How texts name it: by proper names by default, by common nouns such as "gallium", or not by its names. */
  readonly inTexts?: 'COMMON_NOUNS' | 'NEVER';
  /** It has codes of its own, such as ISO 3166: field `codes`. */
  readonly codes?: true;
  /** Its ids are made of codes: `region:CN-440100` is also found by CN-440100. */
  readonly idIsCode?: true;
  /** The property that gives its name where it has no names. */
  readonly namedBy?: string;
  /** What `ancestors` gives, the field of all that it is PART_OF. */
  readonly ancestors?: string;
  /** The dates that tell when it began, the one that counts first: none of its relations holds before. */
  readonly begins?: readonly string[];
  /** All of its dates tell of one thing: a timeline shows the first that is known. */
  readonly isOneDate?: true;
  /** Which beginnings and ends of its relations timelines show, all by default: those on other days than its own dates, or those of one without a date. */
  readonly relationDates?: 'OTHER_DAYS' | 'UNLESS_DATED';
}

export const text = (description: string): PropertyModel => ({ type: 'string', description });
export const shared = (description: string): PropertyModel => ({ ...text(description), shared: true });
export const idOf = (property: PropertyModel, ...labels: readonly string[]): PropertyModel => ({
  ...property,
  isId: true,
  ...(labels.length === 0 ? {} : { to: labels }),
});
export const choice = (description: string, values: Readonly<Record<string, string>>): PropertyModel => ({
  type: 'enum',
  description,
  values,
});
export const date = (description: string, timeline: TimelineKind): PropertyModel => ({ type: 'date', description, timeline });
export const claimed = (type: PropertyType, description: string): PropertyModel => ({ type, description, claimed: true });
export const claimedDate = (description: string, timeline: TimelineKind): PropertyModel => ({
  ...date(description, timeline),
  claimed: true,
});
