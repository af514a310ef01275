/** The arguments that tools share. Their values are checked by the API, whose messages say what would be right. */
import { isEnumType, type GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { meant } from '../graph/search/meant.js';
import { limits } from '../limits.js';

/** Values of an enum of the schema, which is what the service knows. */
export function oneOf(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  if (!isEnumType(type)) throw new Error(`The schema has no enum "${name}".`);
  return z.enum(type.getValues().map((value) => value.name) as [string, ...string[]]);
}

export const nameOrId = (what: string) => z.string().describe(`${what}: an id, or an exact name in any language.`);

export const viewOf = (schema: GraphQLSchema) => ({
  asOf: z.string().optional().describe('The day as of which the graph is seen, such as 2019-06-01; today by default.'),
  knownAt: z
    .string()
    .optional()
    .describe('The instant up to which the graph had learned what it shows, such as 2026-01-01T00:00:00Z; now by default.'),
  lang: oneOf(schema, 'Language').optional().describe('The language of names; English by default.'),
});

const { page } = limits.lists;

export const pageOf = (items: number) => ({
  first: z.int().min(1).max(page.value).default(items).describe('How many items a page has.'),
  after: z.string().optional().describe('The "next" of the page before.'),
});

export const claimsEach = (count: number, of: string) => ({
  claims: z
    .int()
    .min(1)
    .max(limits.agents.claims.value)
    .default(count)
    .describe(`How many claims to show of each ${of}, with their evidence.`),
});

export const relationTypes = z
  .array(z.string())
  .optional()
  .describe('Only relations of these types, such as ["COVERS"]; policygraph://model lists them.');

/** An object without other arguments; one that is unknown is an error in the form of the API's. */
export function only<T extends z.ZodRawShape>(tool: string, shape: T) {
  const names = Object.keys(shape);
  const unknown = (name: string) =>
    `Unknown argument ${JSON.stringify(name.slice(0, 100))} on tool "${tool}".${meant(name, names)}`;
  return z.strictObject(shape, {
    error: ({ code, keys }) => (code === 'unrecognized_keys' ? keys.slice(0, 5).map(unknown).join(' ') : undefined),
  });
}

interface View {
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly lang?: string | undefined;
}

/** The variables of the view. What is left out is the service's to decide. */
export const viewVariables = ({ asOf: date, knownAt, lang }: View) => ({
  lang,
  asOf: date === undefined && knownAt === undefined ? undefined : { date, knownAt },
});
