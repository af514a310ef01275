/** An entity as a form has it: what is typed, and the one that it means. */
import { typeOf } from '../ends.ts';
import type { End, EntityType } from '../proposal-parts.ts';

export interface Reference {
  readonly text: string;
  /** Left out while the text may mean several; the service then takes it as an exact name. */
  readonly id?: string | undefined;
  readonly type?: EntityType | undefined;
}

export const noReference: Reference = { text: '' };

export const referenceTo = (end: End | null | undefined, nameOf: (end: End) => string): Reference =>
  end == null ? noReference : { text: nameOf(end), id: end.id, type: typeOf(end.id) };

/** An id, else the text as a name; undefined where the field is empty. */
export const sent = ({ id, text }: Reference): string | undefined => id ?? (text.trim() || undefined);
