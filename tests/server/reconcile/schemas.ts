/**
 * What the Reconciliation Service API requires of messages, versions 0.2 and 1.0-draft, as JSON Schema: written from the text of the specification, and
 * stricter where it says more than its own schemas, such as scores from 0 to 100 and what each property setting must have.
 */
import { Ajv, type ValidateFunction } from 'ajv';

type Schema = Readonly<Record<string, unknown>>;

const string: Schema = { type: 'string', minLength: 1 };
const boolean: Schema = { type: 'boolean' };
const count: Schema = { type: 'integer', minimum: 1 };
const list = (items: Schema, more: Schema = {}): Schema => ({ type: 'array', items, ...more });
const object = (required: Record<string, Schema>, optional: Record<string, Schema> = {}, more: Schema = {}): Schema => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
  ...more,
});
const only = (required: Record<string, Schema>, optional: Record<string, Schema> = {}) =>
  object(required, optional, { additionalProperties: false });
const marks = { lang: { type: 'string', pattern: '^[a-z]{2,3}(-[A-Za-z0-9]+)*$' }, dir: { enum: ['ltr', 'rtl', 'auto'] } };
const address: Schema = { type: 'string', pattern: '^https?://' };
const template = (id: string): Schema => object({ url: { type: 'string', pattern: `^https?://.*${id}` } });

const type = object({ id: string, name: string }, { description: string, broader: { type: 'array' }, ...marks });
const types = list({ anyOf: [string, object({ id: string }, { name: string, ...marks })] });
const named = { id: string, name: string };
const suggestions = (more: Record<string, Schema> = {}) =>
  object({ result: list(object(named, { description: string, ...marks, ...more })) });

/** Each setting of a column that a person may fill in. */
const settings = (id: string, label: string, help: string): Schema =>
  list({
    oneOf: ['number', 'text', 'checkbox'].map((kind) =>
      object(
        { [id]: string, [label]: string, type: { const: kind } },
        { default: { type: { number: 'number', text: 'string', checkbox: 'boolean' }[kind] }, [help]: string },
      ),
    ),
  });

const features = (required: Record<string, Schema>) => list(object({ ...required, value: { type: ['boolean', 'number'] } }));
const candidate = (required: Record<string, Schema>, featured: Record<string, Schema>, optional: Record<string, Schema> = {}) =>
  object(
    { ...named, ...required },
    {
      description: string,
      type: types,
      match: boolean,
      features: features(featured),
      score: { type: 'number', minimum: 0, maximum: 100 },
      ...optional,
    },
  );

const day = String.raw`^-?\d{4,}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d+)?(Z|[+-]\d\d:\d\d)?$`;
const cell = (marked: Record<string, Schema>): Schema =>
  list({
    oneOf: [
      only({}),
      only(named, { description: string, ...marked }),
      only({ str: { type: 'string' } }, marked),
      only({ float: { type: 'number' } }),
      only({ int: { type: 'integer' } }),
      only({ date: { type: 'string', pattern: day } }),
    ],
  });
const meta = list(object(named, { type: object({ id: string }, { name: string }), service: address, ...marks }));

const value: Schema = { oneOf: [{ type: ['string', 'number', 'boolean'] }, object({ id: string }, { name: string, ...marks })] };
const oneOrMore: Schema = { anyOf: [value, list(value)] };

const manifest = object(
  { versions: list(string), name: string },
  {
    documentation: address,
    logo: address,
    serviceVersion: string,
    batchSize: count,
    defaultTypes: list(type, { uniqueItems: true }),
  },
);
const speaking = (version: string): Schema => ({ properties: { versions: { contains: { const: version } } } });
const suggest = object(
  { service_url: address, service_path: { type: 'string', pattern: '^/' } },
  { flyout_service_url: address, flyout_service_path: { type: 'string', pattern: String.raw`\$\{id\}` } },
);
const dimensions = { width: count, height: count };

const shared = {
  'suggest-types': object({ result: list(type) }),
  proposal: object(
    { properties: list(object(named, { description: string, ...marks })), type: string },
    { limit: { type: 'number' } },
  ),
  'extension-query': object({ ids: list(string), properties: list(object({ id: string }, { settings: { type: 'object' } })) }),
};

const second = {
  ...shared,
  manifest: {
    allOf: [
      manifest,
      speaking('0.2'),
      object(
        { identifierSpace: string, schemaSpace: string },
        {
          view: template(String.raw`\{\{id\}\}`),
          preview: { allOf: [template(String.raw`\{\{id\}\}`), object(dimensions)] },
          suggest: only({}, { entity: suggest, property: suggest, type: suggest }),
          extend: object(
            {},
            {
              propose_properties: only({ service_url: address, service_path: string }),
              property_settings: settings('name', 'label', 'help_text'),
            },
          ),
        },
      ),
    ],
  },
  queries: {
    type: 'object',
    additionalProperties: {
      anyOf: [{ required: ['query'] }, { required: ['properties'], properties: { properties: { minItems: 1 } } }],
      ...only(
        {},
        {
          query: string,
          type: { anyOf: [string, list(string)] },
          limit: count,
          properties: list(only({ pid: string, v: oneOrMore })),
          type_strict: { enum: ['any', 'should', 'all'] },
        },
      ),
    },
  },
  results: {
    type: 'object',
    additionalProperties: object({
      result: list(candidate({ score: { type: 'number' }, match: boolean, type: types }, { id: string })),
    }),
  },
  extension: object({ meta, rows: { type: 'object', additionalProperties: { type: 'object', additionalProperties: cell({}) } } }),
  'suggest-entities': suggestions({ notable: types }),
  'suggest-properties': suggestions(),
  flyout: only({ id: string, html: string }),
};

const first = {
  ...shared,
  manifest: {
    allOf: [
      manifest,
      speaking('1.0-draft'),
      object(
        { view: template(String.raw`\{[^}]*id[^}]*\}`) },
        {
          ...marks,
          preview: object(dimensions),
          suggest: only({ entity: boolean, property: boolean, type: boolean }),
          extend: only({}, { proposeProperties: boolean, propertySettings: settings('id', 'name', 'helpText') }),
          standardizedScore: boolean,
        },
      ),
    ],
  },
  queries: object({
    queries: list(
      only(
        {
          conditions: list(
            object(
              { matchType: { enum: ['name', 'id', 'property'] }, propertyValue: oneOrMore },
              {
                propertyId: string,
                required: boolean,
                matchQuantifier: { enum: ['any', 'all', 'none'] },
                matchQualifier: string,
              },
              { anyOf: [{ properties: { matchType: { enum: ['name', 'id'] } } }, { required: ['propertyId'] }] },
            ),
            { minItems: 1 },
          ),
        },
        { type: string, limit: count, ...marks },
      ),
    ),
  }),
  results: object({
    results: list(object({ candidates: list(candidate({ match: boolean, type: types }, { id: string, name: string }, marks)) })),
  }),
  extension: object({ meta, rows: list(object({ id: string, properties: list(object({ id: string, values: cell(marks) })) })) }),
  'suggest-entities': suggestions({ notable: types, image: address }),
  'suggest-properties': suggestions({ matchQualifiers: list(object(named, marks)) }),
};

const ajv = new Ajv({ allErrors: true, strict: false });
const compiled = (schemas: Readonly<Record<string, Schema>>) =>
  new Map(Object.entries(schemas).map(([name, schema]) => [name, ajv.compile(schema)] as const));
const versions: Readonly<Record<string, ReadonlyMap<string, ValidateFunction>>> = {
  '0.2': compiled(second),
  '1.0-draft': compiled(first),
};

/** What a message breaks of a version; empty for none. */
export function broken(version: '0.2' | '1.0-draft', message: string, value: unknown): string[] {
  const validate = versions[version]?.get(message);
  if (validate === undefined) throw new Error(`Version ${version} has no message ${message}.`);
  return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message: what }) => `${instancePath} ${what}`);
}
