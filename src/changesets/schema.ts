import {
  comparators,
  entities,
  evidenceSupports,
  nameKinds,
  observationKinds,
  unclaimedProperties,
  type Label,
  type PropertyModel,
} from '../model/model.js';
import { integerRange } from './decimal.js';
import { formOf, type textRules } from './text.js';

/** The form of the import files as JSON Schema, made from the model. docs/data-format.md says the same in words. */
type Schema = Readonly<Record<string, unknown>>;

/** Text of a form that `text.ts` has the rule of. */
const textOf = (format: keyof typeof textRules): Schema => ({ type: 'string', format });
const [text, id, key, date] = [textOf('text'), textOf('id'), textOf('key'), textOf('edtf')];
const integer: Schema = { type: 'integer', ...integerRange };
const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const oneOf = (values: object): Schema => ({ enum: Object.keys(values) });
const list = (items: Schema): Schema => ({ type: 'array', items });

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
  return closed(properties, label === 'Document' ? ['id', 'title'] : ['id', 'names']);
}

const evidence: Schema = {
  ...closed(
    {
      document: id,
      start: { ...integer, minimum: 0 },
      end: { ...integer, minimum: 1 },
      sha256: hash,
      record: key,
      supports: oneOf(evidenceSupports),
      summary: text,
    },
    ['summary'],
  ),
  oneOf: [{ required: ['start', 'end', 'sha256'] }, { required: ['record'] }],
};

const claim = closed(
  {
    subject: id,
    predicate: key,
    object: id,
    value: { type: ['string', 'number'], format: 'text' },
    attributes: { type: 'object', additionalProperties: { type: ['string', 'number'], format: 'name' } },
    from: date,
    until: date,
    attributedTo: list(id),
    about: list(id),
    event: id,
    saidOn: date,
    saidTo: id,
    supersedes: list(id),
    evidence: { ...list(evidence), minItems: 1 },
  },
  ['subject', 'predicate', 'evidence'],
);

const observation: Schema = {
  ...closed(
    {
      indicator: id,
      about: list(id),
      region: id,
      period: date,
      basePeriod: date,
      value: { type: 'number' },
      unit: textOf('unit'),
      rank: { ...integer, minimum: 1 },
      rankedIn: id,
      comparator: oneOf(comparators),
      kind: oneOf(observationKinds),
      convertedValue: { type: 'number' },
      convertedUnit: textOf('unit'),
      reportedBy: id,
      attributedTo: list(id),
      evidence: { ...list(evidence), minItems: 1 },
    },
    ['indicator', 'kind', 'evidence'],
  ),
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
  { document: id, claims: list(noted(claim)), observations: list(noted(observation)) },
  [],
);
export const uncoveredSchema: Schema = list(
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
