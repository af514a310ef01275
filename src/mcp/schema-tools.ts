/** Tools for what the others do not answer: any query, and the schema to write it by. */
import {
  Kind,
  OperationTypeNode,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  parse,
  printType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputField,
  type GraphQLSchema,
} from 'graphql';
import { z } from 'zod';
import { GraphError } from '../graph/errors.js';
import { meant } from '../graph/search/meant.js';
import { limits } from '../limits.js';
import { dataOf } from './api.js';
import { tool, type Tool } from './tool.js';

export function schemaTools(schema: GraphQLSchema): readonly Tool[] {
  return [query, describe(schema)];
}

const query = tool({
  name: 'query',
  title: 'Run a GraphQL query',
  description:
    'Runs a GraphQL query of your own, for what the other tools do not answer: filters, facets, statistics, differences between two days, neighbourhoods. Read the types with the tool "schema" first, ask for few items, and for claims { evidence { summary document { title } } } to cite. Queries only: nothing can be changed.',
  input: {
    query: z.string().describe('A GraphQL document with one query.'),
    variables: z.record(z.string(), z.unknown()).optional(),
  },
  output: { data: z.record(z.string(), z.unknown()) },
  async run({ query: text, variables = {} }, api) {
    mustOnlyRead(text);
    return dataOf(api, text, variables);
  },
});

/** Leaves to the API what is no GraphQL, and what is too long to be parsed. */
function mustOnlyRead(text: string): void {
  const write = operationsIn(text).find((operation) => operation !== OperationTypeNode.QUERY);
  if (write === undefined) return;
  throw new GraphError(
    'FORBIDDEN',
    `Agents run queries only, and this document has a ${write}: send it to POST /graphql instead.`,
  );
}

function operationsIn(text: string): OperationTypeNode[] {
  try {
    const { definitions } = parse(text, { maxTokens: limits.document.tokens.value, noLocation: true });
    return definitions.flatMap((each) => (each.kind === Kind.OPERATION_DEFINITION ? [each.operation] : []));
  } catch {
    return [];
  }
}

const describe = (schema: GraphQLSchema) =>
  tool({
    name: 'schema',
    title: 'Read the schema',
    description:
      'Describes a type of the GraphQL schema, such as "Program", "PolicyFilter" or "Query", or one field with its arguments, such as "Query.policies".',
    input: { name: z.string().default('Query').describe('A type, or a field of one, such as "Region.programs".') },
    output: { sdl: z.string() },
    async run({ name }) {
      return { sdl: sdlOf(schema, name) };
    },
  });

type Field = GraphQLField<unknown, unknown> | GraphQLInputField;

/** A type with a line for each field, and a field with a line for each argument: all arguments of all fields would fill a book. */
function sdlOf(schema: GraphQLSchema, name: string): string {
  const [typeName = '', fieldName] = name.split('.');
  const type = schema.getType(typeName);
  if (type === undefined) throw unknown('type', typeName, Object.keys(schema.getTypeMap()));
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return printType(type);
  const fields: Readonly<Record<string, Field>> = type.getFields();
  if (fieldName === undefined)
    return [`${line(type.description)}${typeName} {`, ...Object.values(fields).map((field) => `  ${lineOf(field)}`), '}'].join(
      '\n',
    );
  const field = Object.hasOwn(fields, fieldName) ? fields[fieldName] : undefined;
  if (field === undefined) throw unknown(`field of ${typeName}`, fieldName, Object.keys(fields));
  return [lineOf(field), ...argumentsOf(field).map((argument) => `  ${lineOf(argument)}`)].join('\n');
}

const argumentsOf = (field: Field): readonly GraphQLArgument[] => ('args' in field ? field.args : []);

function lineOf(field: Field | GraphQLArgument): string {
  const names = 'args' in field ? field.args.map(({ name }) => name) : [];
  return `${line(field.description)}${field.name}${names.length === 0 ? '' : `(${names.join(', ')})`}: ${String(field.type)}`;
}

/** A description on one line. */
const line = (description: string | null | undefined): string => (description ? `"${description.replaceAll(/\s+/g, ' ')}" ` : '');

const unknown = (what: string, name: string, names: readonly string[]): GraphError =>
  new GraphError('BAD_USER_INPUT', `Unknown ${what} ${JSON.stringify(name.slice(0, 100))}.${meant(name, names)}`);
