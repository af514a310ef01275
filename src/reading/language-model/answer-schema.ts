/** The form of an answer as JSON Schema, made from the model of the graph. */
import {
  claimFields,
  givenFields,
  labels,
  observationFields,
  relations,
  relationTypes,
  textPredicates,
  claimedNames,
  unclaimedProperties,
  type Fields,
  type Label,
  type RecordField,
  type RelationType,
} from '../../model/model.js';

type Schema = Readonly<Record<string, unknown>>;

/** What a text is read for: the document itself is known. */
const isOfTexts = (label: Label): boolean => label !== 'Document';
export const proposedLabels: readonly Label[] = labels.filter(isOfTexts);
export const proposedRelations: readonly RelationType[] = relationTypes.filter(
  (type) => relations[type].from.some(isOfTexts) && relations[type].to.some(isOfTexts) && relations[type].quiet !== true,
);
/** The properties that a text may give. */
export const proposedProperties = (label: Label): string[] => claimedNames(label);

/** Of a summary and a reason, in characters. */
const longest = 1_000;

const text: Schema = { type: 'string' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const list = (items: Schema): Schema => ({ type: 'array', items });
const oneOf = (values: readonly string[]): Schema => ({ type: 'string', enum: [...new Set(values)] });

/** Servers that hold a model to a schema want every key to be required, and null for what is left out. */
const closed = (properties: Readonly<Record<string, Schema>>): Schema => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
});

const named = (names: readonly string[]): Schema => closed({ name: oneOf(names), value: text });

/** What a claim may say. */
export const proposedPredicates: readonly string[] = [
  ...proposedRelations,
  ...Object.keys(textPredicates),
  ...proposedLabels.flatMap(proposedProperties),
];
const attributes = proposedRelations.flatMap((type) => Object.keys(relations[type].attributes));
const classes = proposedLabels.flatMap((label) => unclaimedProperties(label).map(([name]) => name));

function fieldSchema(field: RecordField): Schema {
  const { many, values, orNumber, type } = field;
  const one = values !== undefined ? oneOf(Object.keys(values)) : type === 'number' || type === 'integer' ? { type } : text;
  if (many === true) return orNull(list(one));
  return field.required === true && orNumber !== true ? one : orNull(one);
}

const fieldSchemas = (fields: Fields): Record<string, Schema> =>
  Object.fromEntries(givenFields(fields).map(([name, field]) => [name, fieldSchema(field)]));

const kinds = {
  ENTITY: {
    entity: closed({ label: oneOf(proposedLabels), name: text, lang: orNull(text), properties: orNull(list(named(classes))) }),
  },
  CLAIM: {
    claim: closed({
      ...fieldSchemas(claimFields),
      predicate: oneOf(proposedPredicates),
      qualifiers: orNull(list(named(attributes))),
    }),
  },
  OBSERVATION: {
    observation: closed({ ...fieldSchemas(observationFields), attributedTo: orNull(list(text)) }),
  },
} as const;

const itemOf = ([kind, own]: [string, Readonly<Record<string, Schema>>]): Schema =>
  closed({
    quote: text,
    paragraph: { type: 'integer' },
    summary: text,
    why: text,
    confidence: { type: 'number' },
    kind: oneOf([kind]),
    ...own,
  });

/** For the server. */
export const answerSchema: Schema = closed({ items: list({ anyOf: Object.entries(kinds).map(itemOf) }) });

/** For what came: what the server may not have been able to hold the model to is left to the checks of each item. */
export const itemSchema: Schema = {
  type: 'object',
  properties: {
    quote: text,
    paragraph: orNull({ type: 'integer' }),
    summary: { type: 'string', maxLength: longest },
    why: orNull({ type: 'string', maxLength: longest }),
    confidence: orNull({ type: 'number' }),
    kind: oneOf(Object.keys(kinds)),
  },
  required: ['quote', 'summary', 'kind'],
  oneOf: Object.entries(kinds).map(([kind, own]) => ({
    properties: {
      kind: { const: kind },
      ...Object.fromEntries(Object.entries(own).map(([name, part]) => [name, loosely(part)])),
    },
    required: Object.keys(own),
  })),
};

/** The same where keys that may be null may be missing, others are never looked at, and the checks of the model say which values there are. */
function loosely(part: Schema): Schema {
  const properties = part['properties'] as Readonly<Record<string, Schema>>;
  const required = Object.keys(properties).filter((name) => !Object.hasOwn(properties[name] ?? {}, 'anyOf'));
  return { type: 'object', properties: withoutLists(properties), required };
}

function withoutLists(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutLists);
  if (typeof schema !== 'object' || schema === null) return schema;
  const entries = Object.entries(schema).filter(([key]) => key !== 'enum' && key !== 'additionalProperties');
  return Object.fromEntries(entries.map(([key, value]) => [key, withoutLists(value)]));
}
