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
  /** A text that follows a standard. */
  readonly form?: 'language' | 'unit';
  /** A number that people write in many ways: compared by its letters and digits, whatever the brackets, spaces and widths. */
  readonly comparedByKey?: true;
  /** A text that is the id of an entity. */
  readonly isId?: true;
}

export interface EntityModel {
  readonly plural: string;
  readonly description: string;
  readonly properties: Readonly<Record<string, PropertyModel>>;
  /** The dates that tell when it began, the one that counts first: none of its relations holds before. */
  readonly begins?: readonly string[];
}

export const text = (description: string): PropertyModel => ({ type: 'string', description });
export const shared = (description: string): PropertyModel => ({ ...text(description), shared: true });
export const idOf = (property: PropertyModel): PropertyModel => ({ ...property, isId: true });
export const choice = (description: string, values: Readonly<Record<string, string>>): PropertyModel => ({
  type: 'enum',
  description,
  values,
});
export const claimed = (type: PropertyType, description: string): PropertyModel => ({ type, description, claimed: true });
