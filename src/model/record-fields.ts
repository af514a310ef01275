/** What a field of a claim, an observation or their evidence is, as data; and the types that follow from such rows. */
import type { Label } from './entities.js';
import type { PropertyModel } from './properties.js';

export interface RecordField extends PropertyModel {
  /** No record is without it. */
  readonly required?: true;
  /** The value of a record that does not give it. */
  readonly default?: string | readonly [];
  /** What a record without it means, which no record states and the API shows. */
  readonly absentMeans?: string;
  /** Holds text or a number. */
  readonly orNumber?: true;
  /** Holds a list. */
  readonly many?: true;
  /** The least value of an integer. */
  readonly least?: number;
  /**
   * The id of the record is made of it: always; together with the other such fields, when any of them is given; or under its name, when it is given.
   * A new field takes the last, so that records without it keep their ids.
   */
  readonly identity?: 'always' | 'together' | 'named';
  /** Set by the graph: files and inputs cannot give it. */
  readonly setByGraph?: true;
  /** Lists can be filtered and ordered by it. */
  readonly filterable?: true;
  /** The relationship that joins the record to the entity of this id, or to each of these. */
  readonly edge?: string;
  /** The labels of what the relationship leads to; any by default. */
  readonly to?: readonly Label[];
  /** The source or target of what a claim asserts: the predicate says which labels it may have. */
  readonly end?: 'source' | 'target';
  /** The relationship leads to an entity or to an observation. */
  readonly orObservation?: true;
  /** Stored as the relationship alone; other ids are stored on the record too. */
  readonly isEdgeOnly?: true;
  /** Descriptions that differ from `description`: as a filter, an order or a facet; as a field of the API; as a field of its inputs. */
  readonly describe?: { readonly filter?: string; readonly output?: string; readonly input?: string };
  /** Shown as a part of another field of the API. */
  readonly partOf?: string;
}

export type Fields = Readonly<Record<string, RecordField>>;

type More = Omit<RecordField, 'type' | 'description'>;

/** Rows keep their literal types: the types of records follow from them. */
const row =
  <const Type extends PropertyModel['type']>(type: Type) =>
  <const Rest extends More = {}>(description: string, rest: Rest = {} as Rest) => ({ type, description, ...rest });

export const text = row('string');
export const date = row('date');
export const integer = row('integer');
export const number = row('number');
export const oneOf = <const Values extends Readonly<Record<string, string>>, const Rest extends More = {}>(
  description: string,
  values: Values,
  rest: Rest = {} as Rest,
) => ({ type: 'enum' as const, description, values, ...rest });

/** The id of what a relationship leads to. */
export const link = <const Edge extends string, const Rest extends More = {}>(
  description: string,
  edge: Edge,
  rest: Rest = {} as Rest,
) => ({ type: 'string' as const, isId: true as const, description, edge, ...rest });

type Value<Field extends RecordField> = Field extends { readonly many: true }
  ? readonly string[]
  : Field extends { readonly values: infer Values }
    ? keyof Values & string
    : Field extends { readonly orNumber: true }
      ? string | number
      : Field extends { readonly type: 'integer' | 'number' }
        ? number
        : string;

type SetByGraph = { readonly setByGraph: true };
type Required = { readonly required: true };
type WithDefault = { readonly default: unknown };

/** The names of the fields that are given and of the kind. */
type Names<All extends Fields, Kind, Except = never> = {
  readonly [Name in keyof All]: All[Name] extends SetByGraph | Except ? never : All[Name] extends Kind ? Name : never;
}[keyof All];

type Always<All extends Fields, Name extends keyof All> = { readonly [Each in Name]: Value<All[Each]> };
type Maybe<All extends Fields, Name extends keyof All> = { readonly [Each in Name]?: Value<All[Each]> | undefined };

/** A record as these rows describe it. */
export type RecordOf<All extends Fields> = Always<All, Names<All, Required | WithDefault>> &
  Maybe<All, Names<All, RecordField, Required | WithDefault>>;

/** The same as a file or a request gives it: without what has a default. */
export type InputOf<All extends Fields> = Always<All, Names<All, Required>> & Maybe<All, Names<All, RecordField, Required>>;

export const filterDescription = ({ description, describe }: RecordField): string => describe?.filter ?? description;
export const outputDescription = ({ description, describe }: RecordField): string => describe?.output ?? description;
/** For a date, the form in which it is written. */
export const inputDescription = ({ type, description, describe }: RecordField): string =>
  describe?.input ?? (type === 'date' ? description.replace(/\.$/, ' (EDTF).') : description);

/** The fields that files and inputs give, in order. */
export const givenFields = (fields: Fields): readonly (readonly [name: string, field: RecordField])[] =>
  Object.entries(fields).filter(([, { setByGraph }]) => setByGraph !== true);

/** The names of those that they must give. */
export const requiredFields = (fields: Fields): string[] =>
  givenFields(fields).flatMap(([name, { required }]) => (required === true ? [name] : []));
