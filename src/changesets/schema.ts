import {
  claimFields,
  entities,
  evidenceFields,
  givenFields,
  nameKinds,
  observationFields,
  requiredFields,
  unclaimedProperties,
  type Fields,
  type Label,
  type PropertyModel,
  type RecordField,
} from '../model/model.js';
import { limits } from '../limits.js';
import { integerRange } from './decimal.js';
import { formOf, type textRules } from './text.js';

/** The form of the import files as JSON Schema, made from the model. docs/data-format.md says the same in words. */
type Schema = Readonly<Record<string, unknown>>;

/** Text of a form that `text.ts` has the rule of. */
const textOf = (format: keyof typeof textRules): Schema => ({ type: 'string', format });
const [text, id, date, hash] = [textOf('text'), textOf('id'), textOf('edtf'), textOf('hash')];
const integer: Schema = { type: 'integer', ...integerRange };
const oneOf = (values: object): Schema => ({ enum: Object.keys(values) });
const list = (items: Schema): Schema => ({ type: 'array', items, maxItems: limits.imports.entries.value });
const listOfAny = (items: Schema): Schema => ({ type: 'array', items });

function closed(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function property(model: PropertyModel): Schema {
  switch (model.type) {
    case 'enum':
      return oneOf(model.values ?? {});
    case 'integer':
      return integer;
    case 'number':
      return { type: 'number' };
    case 'date':
      return date;
    default:
      return textOf(formOf(model));
  }
}

const code = closed({ scheme: textOf('code'), value: textOf('code') }, ['scheme', 'value']);
const name = closed({ value: textOf('name'), lang: textOf('language'), kind: oneOf(nameKinds) }, ['value', 'lang']);

function entity(label: Label): Schema {
  const properties = {
    id,
    names: list(name),
    description: text,
    codes: list(code),
    identifiers: list(code),
    ...Object.fromEntries(unclaimedProperties(label).map(([key, value]) => [key, property(value)])),
  };
  return closed(properties, ['id', entities[label].namedBy ?? 'names']);
}

const fieldSchemas = (fields: Fields): Record<string, Schema> =>
  Object.fromEntries(givenFields(fields).map(([name, field]) => [name, fieldSchema(field)]));

function fieldSchema(field: RecordField): Schema {
  if (field.edge !== undefined) return field.many === true ? list(id) : id;
  if (field.orNumber === true) return { ...property(field), type: ['string', 'number'] };
  return field.least === undefined ? property(field) : { ...property(field), minimum: field.least };
}

/** Evidence of no document is of the file's. */
const evidence: Schema = {
  ...closed(
    fieldSchemas(evidenceFields),
    requiredFields(evidenceFields).filter((name) => name !== 'document'),
  ),
  oneOf: [{ required: ['start', 'end', 'sha256'] }, { required: ['record'] }],
};
const evidenceList: Schema = { ...list(evidence), minItems: 1 };

const claim = closed(
  {
    ...fieldSchemas(claimFields),
    attributes: { type: 'object', additionalProperties: { type: ['string', 'number'], format: 'name' } },
    supersedes: list(id),
    evidence: evidenceList,
  },
  [...requiredFields(claimFields), 'evidence'],
);

const observation: Schema = {
  ...closed({ ...fieldSchemas(observationFields), attributedTo: list(id), evidence: evidenceList }, [
    ...requiredFields(observationFields),
    'evidence',
  ]),
  anyOf: [{ required: ['value', 'unit'] }, { required: ['rank'] }],
};

export const entitySchemas = Object.fromEntries(
  (Object.keys(entities) as Label[]).map((label) => [label, entity(label)]),
) as Record<Label, Schema>;

/** A line of JSON Lines: the same with its type and id, but for an observation's evidence, which is that of the claim of its value. */
function line(type: string, { properties, required, anyOf }: Schema, without: readonly string[] = []): Schema {
  const own = Object.entries(properties as Readonly<Record<string, Schema>>).filter(([key]) => !without.includes(key));
  const schema = closed(
    { type: { const: type }, id, ...Object.fromEntries(own) },
    (required as readonly string[]).filter((key) => !without.includes(key)),
  );
  return anyOf === undefined ? schema : { ...schema, anyOf };
}

export const lineSchemas = {
  redirect: closed({ type: { const: 'redirect' }, id, into: id }, ['id', 'into']),
  claim: line('claim', claim, ['supersedes']),
  observation: line('observation', observation, ['attributedTo', 'evidence']),
};
/** A file for people may say in a `note` why something is as it is; it is not loaded. */
const noted = (schema: Schema): Schema => ({ ...schema, properties: { ...(schema['properties'] as object), note: text } });

export const claimFileSchema: Schema = closed(
  { document: id, claims: listOfAny(noted(claim)), observations: listOfAny(noted(observation)) },
  [],
);
export const uncoveredSchema: Schema = listOfAny(
  closed(
    {
      document: id,
      start: integer,
      end: integer,
      sha256: hash,
      reason: oneOf({ BOILERPLATE: '', OPINION: '', RHETORIC: '' }),
      note: text,
    },
    ['document', 'start', 'end', 'sha256', 'reason'],
  ),
);
