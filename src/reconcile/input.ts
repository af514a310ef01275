/** What clients of /reconcile send: read with the same care as other bodies, and refused with the place of what is wrong. */
import { sentence, type Problem, type Step } from '../changesets/problem.js';
import { compile, fits } from '../changesets/validator.js';
import { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';

export const invalid = (message: string): GraphError => new GraphError('BAD_USER_INPUT', message);

export const { queries: mostQueries, values, suggestions, cell } = limits.reconciliation;
const { conditions, properties } = limits.reconciliation;
const text = { type: 'string', maxLength: limits.writes.name.value } as const;

/** A batch of version 0.2: queries under the names that the client gives them. */
const namedQueries = compile({
  type: 'object',
  minProperties: 1,
  additionalProperties: {
    type: 'object',
    properties: {
      query: text,
      type: { type: ['string', 'array'], items: text, minItems: 1, maxItems: limits.lists.ids.value },
      type_strict: { enum: ['any', 'should', 'all'] },
      limit: { type: 'integer', minimum: 1 },
      properties: {
        type: 'array',
        maxItems: conditions.value,
        items: { type: 'object', properties: { pid: text, v: {} }, required: ['pid', 'v'], additionalProperties: false },
      },
    },
    additionalProperties: false,
  },
});

const matchTypes = ['name', 'id', 'property'] as const;
const quantifiers = ['any', 'all', 'none'] as const;

/** Languages and directions of texts make no difference here: names of all languages are compared. */
const marks = { lang: text, dir: { enum: ['ltr', 'rtl', 'auto'] } };

/** A batch of version 1.0: a list. */
const listedQueries = compile({
  type: 'object',
  required: ['queries'],
  additionalProperties: false,
  properties: {
    ...marks,
    queries: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['conditions'],
        additionalProperties: false,
        properties: {
          ...marks,
          type: text,
          limit: { type: 'integer', minimum: 1 },
          conditions: {
            type: 'array',
            minItems: 1,
            maxItems: conditions.value,
            items: {
              type: 'object',
              required: ['matchType', 'propertyValue'],
              additionalProperties: false,
              properties: {
                ...marks,
                matchType: { enum: matchTypes },
                propertyId: text,
                propertyValue: {},
                required: { type: 'boolean' },
                matchQuantifier: { enum: quantifiers },
                matchQualifier: text,
              },
            },
          },
        },
      },
    },
  },
});

const extension = compile({
  type: 'object',
  required: ['ids', 'properties'],
  additionalProperties: false,
  properties: {
    ...marks,
    ids: { type: 'array', minItems: 1, maxItems: limits.lists.ids.value, items: { ...text, maxLength: limits.lists.id.value } },
    properties: {
      type: 'array',
      minItems: 1,
      maxItems: properties.value,
      items: {
        type: 'object',
        required: ['id'],
        additionalProperties: false,
        properties: {
          ...marks,
          id: text,
          name: text,
          settings: {
            type: 'object',
            additionalProperties: false,
            properties: { limit: { type: ['integer', 'string'], pattern: '^\\d+$', minimum: 0 } },
          },
        },
      },
    },
  },
});

export interface NamedQuery {
  readonly query?: string;
  readonly type?: string | readonly string[];
  readonly limit?: number;
  readonly properties?: readonly { readonly pid: string; readonly v: unknown }[];
}

export interface ListedQuery {
  readonly type?: string;
  readonly limit?: number;
  readonly conditions: readonly ListedCondition[];
}

export interface ListedCondition {
  readonly matchType: (typeof matchTypes)[number];
  readonly propertyId?: string;
  readonly propertyValue: unknown;
  readonly required?: boolean;
  readonly matchQuantifier?: (typeof quantifiers)[number];
  readonly matchQualifier?: string;
}

export interface Extension {
  readonly ids: readonly string[];
  readonly properties: readonly { readonly id: string; readonly settings?: { readonly limit?: number | string } }[];
}

export function namedQueriesOf(value: unknown): Readonly<Record<string, NamedQuery>> {
  mustFit(namedQueries, value, 'queries');
  return value as Readonly<Record<string, NamedQuery>>;
}

export function listedQueriesOf(value: unknown): readonly ListedQuery[] {
  mustFit(listedQueries, value, '');
  return (value as { readonly queries: readonly ListedQuery[] }).queries;
}

/** Of a form the place of what is wrong begins with its field. */
export function extensionOf(value: unknown, root: 'extend' | ''): Extension {
  mustFit(extension, value, root);
  return value as Extension;
}

/** Throws BODY_TOO_LARGE (413), as the protocol requires. */
export function mustBeFew(queries: number): void {
  const most = mostQueries.value;
  if (queries > most) throw new GraphError('BODY_TOO_LARGE', `The batch has ${queries} queries: send at most ${most} at once.`);
}

/** Throws BAD_USER_INPUT with the places of what does not fit. */
function mustFit(validator: ReturnType<typeof compile>, value: unknown, root: string): void {
  const problems: Problem[] = [];
  const problem = (at: readonly Step[], message: string): Problem => {
    const path = pathOf(root, at) || 'The body';
    const isKey = message.startsWith('is an unknown key');
    return { file: path, value: isKey ? undefined : valueAt(value, at), message: inPlainWords[message] ?? message };
  };
  if (!fits(validator, { problem }, [], value, problems)) throw invalid(`${problems.slice(0, 3).map(sentence).join('; ')}.`);
}

/** What the validator says of JSON, in words. */
const inPlainWords: Readonly<Record<string, string>> = {
  'must be object': 'must be an object in braces',
  'must be array': 'must be a list in brackets',
  'must be boolean': 'must be true or false',
  'must be integer': 'must be a whole number',
  'must be string,array': 'must be a text or a list of texts',
  'must be integer,string': 'must be a whole number',
  'must be >= 1': 'must be 1 or more',
  'must match pattern "^\\d+$"': 'must be a whole number',
  'must NOT have fewer than 1 properties': 'must have at least one query',
  'must NOT have fewer than 1 items': 'must have at least one entry',
};

const pathOf = (root: string, at: readonly Step[]): string => [root, ...at].filter((step) => step !== '').join('.');

const valueAt = (value: unknown, at: readonly Step[]): unknown =>
  at.reduce<unknown>((inside, step) => (inside as Readonly<Record<Step, unknown>> | undefined)?.[step], value);
