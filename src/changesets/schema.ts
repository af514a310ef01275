import {
  comparators,
  entities,
  evidenceSupports,
  nameKinds,
  observationKinds,
  type EntityModel,
  type Label,
  type PropertyModel,
} from '../graph/model.js';

/** The form of the import files as JSON Schema, made from the model. docs/data-format.md says the same in words. */
type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string', minLength: 1 };
const id: Schema = { type: 'string', format: 'id' };
const date: Schema = { type: 'string', format: 'edtf' };
const hash: Schema = { type: 'string', pattern: '^[0-9a-f]{64}$' };
const oneOf = (values: object): Schema => ({ enum: Object.keys(values) });
const list = (items: Schema): Schema => ({ type: 'array', items });

function closed(properties: Readonly<Record<string, Schema>>, required: readonly string[]): Schema {
  return { type: 'object', properties, required, additionalProperties: false };
}

function property({ type, values }: PropertyModel): Schema {
  switch (type) {
    case 'enum':
      return oneOf(values ?? {});
    case 'integer':
      return { type: 'integer' };
    case 'number':
      return { type: 'number' };
    case 'date':
      return date;
    default:
      return text;
  }
}

const code = closed({ scheme: text, value: text }, ['scheme', 'value']);
const name = closed({ value: text, lang: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' }, kind: oneOf(nameKinds) }, [
  'value',
  'lang',
]);

function entity(label: Label): Schema {
  const model: EntityModel = entities[label];
  const own = Object.entries(model.properties).filter(([, { claimed }]) => claimed !== true);
  const properties = {
    id,
    names: list(name),
    description: text,
    codes: list(code),
    identifiers: list(code),
    ...Object.fromEntries(own.map(([key, value]) => [key, property(value)])),
  };
  return closed(properties, label === 'Document' ? ['id', 'title'] : ['id', 'names']);
}

const evidence: Schema = {
  ...closed(
    {
      document: id,
      start: { type: 'integer', minimum: 0 },
      end: { type: 'integer', minimum: 1 },
      sha256: hash,
      record: text,
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
    predicate: text,
    object: id,
    value: { type: ['string', 'number'] },
    attributes: { type: 'object', additionalProperties: { type: ['string', 'number'] } },
    from: date,
    until: date,
    attributedTo: list(id),
    supersedes: list(id),
    evidence: { ...list(evidence), minItems: 1 },
  },
  ['subject', 'predicate', 'evidence'],
);

const observation = closed(
  {
    indicator: id,
    about: list(id),
    region: id,
    period: date,
    basePeriod: date,
    value: { type: 'number' },
    unit: text,
    comparator: oneOf(comparators),
    kind: oneOf(observationKinds),
    convertedValue: { type: 'number' },
    convertedUnit: text,
    reportedBy: id,
    attributedTo: list(id),
    evidence: { ...list(evidence), minItems: 1 },
  },
  ['indicator', 'value', 'unit', 'kind', 'evidence'],
);

export const entitySchemas = Object.fromEntries(
  (Object.keys(entities) as Label[]).map((label) => [label, entity(label)]),
) as Record<Label, Schema>;

/** A line of JSON Lines: the same with its type and id, but for an observation's evidence, which is that of the claim of its value. */
function line(type: string, { properties, required }: Schema, without: readonly string[] = []): Schema {
  const own = Object.entries(properties as Readonly<Record<string, Schema>>).filter(([key]) => !without.includes(key));
  return closed(
    { type: { const: type }, id, ...Object.fromEntries(own) },
    (required as readonly string[]).filter((key) => !without.includes(key)),
  );
}

export const lineSchemas = {
  claim: line('claim', claim, ['supersedes']),
  observation: line('observation', observation, ['attributedTo', 'evidence']),
};
export const claimFileSchema: Schema = closed({ document: id, claims: list(claim), observations: list(observation) }, []);
const columnSource = closed({ document: id, key: text }, ['document', 'key']);
export const tablesSchema: Schema = list(
  closed(
    {
      file: text,
      label: oneOf(entities),
      document: id,
      key: text,
      names: list(text),
      documents: { type: 'object', additionalProperties: columnSource },
    },
    ['file', 'label', 'document', 'key'],
  ),
);
export const uncoveredSchema: Schema = list(
  closed(
    {
      document: id,
      start: { type: 'integer' },
      end: { type: 'integer' },
      sha256: hash,
      reason: oneOf({ BOILERPLATE: '', OPINION: '', RHETORIC: '' }),
      note: text,
    },
    ['document', 'start', 'end', 'sha256', 'reason'],
  ),
);
