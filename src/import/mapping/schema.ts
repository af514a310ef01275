/** The form of a mapping file. docs/add-your-data.md says the same in words. */
import {
  claimFields,
  entities,
  evidenceFields,
  evidenceSupports,
  givenFields,
  observationFields,
  requiredFields,
  type Fields,
  type Label,
} from '../../model/model.js';
import { limits } from '../../limits.js';
import type { RawEntity } from '../../changesets/entities.js';
import { compile } from '../../changesets/validator.js';
import type { DateRules } from './dates.js';

/** Where a value comes from: a template such as "policy:{number}", or one with what is to be done with it. */
type ValueMapping = string | number | DetailedValue;

export interface DetailedValue {
  readonly from: string;
  /** Parts the text at this sign. */
  readonly split?: string;
  /** A table of the mapping that gives the value for the text. */
  readonly lookup?: string;
  /** A name of an entity of this type, to be looked for in the graph. */
  readonly match?: Label;
  /** A template for the date as of which the name is meant. */
  readonly on?: string;
  /** A template for texts that the table does not contain. */
  readonly default?: string;
  /** "date-or-earlier" and "date-or-later" are for what is known of one day only: it had begun by then, it had not ended. */
  readonly as?: 'text' | 'date' | 'date-or-earlier' | 'date-or-later' | 'number' | 'integer';
  /** How to treat what is not understood: "reject" (the row), "skip" (the value), "keep" (unchanged). */
  readonly otherwise?: 'reject' | 'skip' | 'keep';
}

type Condition = Readonly<Record<string, string | readonly string[]>>;

/** What a row makes, on conditions. */
export interface Conditional {
  readonly when?: Condition;
  readonly unless?: Condition;
  /** A list: each of its parts makes one. */
  readonly each?: string;
  /** Many rows may make it: of an entity, one that the graph has stays as it is; a claim is made by the first of them. */
  readonly shared?: boolean;
}

/** A text that holds several things, each of which a pattern reads. */
export interface PatternList {
  /** A template. */
  readonly from: string;
  /** Separates the parts; without it, the text is the only part. */
  readonly split?: string;
  /** A regular expression that fits a whole part; its named groups are the fields. */
  readonly pattern: string;
  /** What becomes of a part that does not fit: "reject" (the row), "skip" (the part, and report it), "ignore" (it, silently). */
  readonly otherwise?: 'reject' | 'skip' | 'ignore';
}

/** Columns that hold several values each, which belong together by position. */
export interface ColumnList {
  /** The template of each field. The first decides how many parts there are; the others may have fewer. */
  readonly from: Readonly<Record<string, string>>;
  readonly split: string;
}

export type ListMapping = PatternList | ColumnList;

export type EntityMapping = Conditional & {
  readonly id: ValueMapping;
  readonly properties?: Readonly<Record<string, ValueMapping>>;
} & Readonly<Record<string, unknown>>;

type ClaimMapping = Conditional & { readonly summary?: string } & Readonly<Record<string, unknown>>;

export interface Mapping {
  /** What every claim rests on. */
  readonly document: string;
  /** The key of a row in the document; the first of several. */
  readonly record: ValueMapping;
  readonly summary?: string;
  readonly dates?: DateRules;
  /** Texts of cells that mean that there is nothing. */
  readonly empty?: readonly string[];
  /** How the table is written: options and addresses that say so come before. */
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  /** "escaped" when the table has a ' before text that looks like a formula, as `policygraph export` writes it. */
  readonly formulas?: 'escaped';
  readonly lookups?: Readonly<Record<string, Readonly<Record<string, string | number>>>>;
  readonly lists?: Readonly<Record<string, ListMapping>>;
  /** Entities that the file needs and no row makes, such as its document. */
  readonly once?: readonly RawEntity[];
  readonly entities?: readonly EntityMapping[];
  readonly claims?: readonly ClaimMapping[];
  readonly observations?: readonly ClaimMapping[];
}

const text = { type: 'string', minLength: 1 };
const texts = { type: 'array', items: { type: 'string' }, maxItems: limits.imports.entries.value };
/** These keys apply to a map only. */
const value = {
  type: ['string', 'number', 'object'],
  properties: {
    from: text,
    split: text,
    lookup: text,
    match: { enum: Object.keys(entities) },
    on: text,
    default: text,
    as: { enum: ['text', 'date', 'date-or-earlier', 'date-or-later', 'number', 'integer'] },
    otherwise: { enum: ['reject', 'skip', 'keep'] },
  },
  required: ['from'],
  additionalProperties: false,
};
const closed = (properties: object, required: readonly string[]) => ({
  type: 'object',
  properties,
  required,
  additionalProperties: false,
});
const values = { type: 'object', additionalProperties: value };
const list = (items: object) => ({ type: 'array', items, maxItems: limits.imports.entries.value });
const condition = { type: 'object', additionalProperties: { type: ['string', 'array'], items: { type: 'string' } } };
const conditions = { when: condition, unless: condition, each: text };
const shared = { type: 'boolean' };
const code = closed({ scheme: text, value }, ['scheme', 'value']);
/** Fields of records: what a row gives for each, or a list of that. */
const mapped = (fields: Fields): object =>
  Object.fromEntries(givenFields(fields).map(([name, { many }]) => [name, many === true ? list(value) : value]));

/** A row is a record of a data set: it has no passage. */
const { start: _, end: __, sha256: ___, ...ofRecords } = evidenceFields;
const evidence = closed({ ...mapped(ofRecords), supports: { enum: Object.keys(evidenceSupports) } }, []);
const made = { ...conditions, summary: text, attributedTo: list(value), evidence: list(evidence) };

const entity = closed(
  {
    ...conditions,
    id: value,
    shared,
    names: list(closed({ value, lang: value, kind: value }, ['value', 'lang'])),
    description: value,
    properties: values,
    codes: list(code),
    identifiers: list(code),
  },
  ['id'],
);
const claim = closed({ ...made, ...mapped(claimFields), shared, attributes: values }, requiredFields(claimFields));
const observation = closed({ ...made, ...mapped(observationFields) }, requiredFields(observationFields));
const listed = {
  type: 'object',
  if: { properties: { from: { type: 'string' } } },
  // oxlint-disable-next-line unicorn/no-thenable -- a keyword of JSON Schema
  then: closed({ from: text, split: text, pattern: text, otherwise: { enum: ['reject', 'skip', 'ignore'] } }, [
    'from',
    'pattern',
  ]),
  else: closed({ from: { type: 'object', additionalProperties: text, minProperties: 1 }, split: text }, ['from', 'split']),
};
const isoDay = { type: 'string', format: 'edtf', pattern: String.raw`^\d{4}-\d\d-\d\d$` };

export const validateMapping = compile(
  closed(
    {
      document: { type: 'string', format: 'id' },
      record: value,
      summary: text,
      dates: closed({ formats: texts, none: texts, earliest: isoDay, latest: isoDay }, []),
      empty: texts,
      delimiter: text,
      encoding: text,
      sheet: text,
      formulas: { enum: ['escaped'] },
      lookups: { type: 'object', additionalProperties: { type: 'object', additionalProperties: { type: ['string', 'number'] } } },
      lists: { type: 'object', additionalProperties: listed },
      once: list({ type: 'object' }),
      entities: list(entity),
      claims: list(claim),
      observations: list(observation),
    },
    ['document', 'record'],
  ),
);
