import {
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
  type McpServer,
} from '@modelcontextprotocol/server';
import { isEnumType, type GraphQLSchema } from 'graphql';
import { GraphError } from '../graph/errors.js';
import { dataOf, type Api } from './api.js';
import * as documents from './documents.js';
import { propertiesOf } from './properties.js';
import type { Tool } from './tool.js';

const modelAddress = 'policygraph://model';

/** The model, and each entity as the tool of that name reads it. */
export function addResources(server: McpServer, tools: readonly Tool[], api: Api): void {
  const model = {
    title: 'The model',
    description: 'The types of entities with their properties, and the types of relations.',
    mimeType: 'text/markdown',
  };
  server.registerResource('model', modelAddress, model, () => ({
    contents: [{ uri: modelAddress, mimeType: model.mimeType, text: modelText(api.schema) }],
  }));
  const template = new ResourceTemplate('policygraph://entity/{id}', {
    list: undefined,
    complete: { id: (part) => idsFor(part, api) },
  });
  const entity = {
    title: 'An entity',
    description: 'An entity with its properties and relations, by id or exact name, as the tool "entity" reads it.',
    mimeType: 'application/json',
  };
  server.registerResource('entity', template, entity, async (uri, { id }) => ({
    contents: [{ uri: uri.href, mimeType: entity.mimeType, text: JSON.stringify(await entityAt(uri, String(id), tools, api)) }],
  }));
}

async function entityAt({ href }: URL, id: string, tools: readonly Tool[], api: Api): Promise<object> {
  const read = tools.find(({ name }) => name === 'entity');
  try {
    return (await read?.run(read.input.parse({ id: decoded(id) }) as never, api)) ?? {};
  } catch (error) {
    if (!(error instanceof GraphError)) throw new ProtocolError(ProtocolErrorCode.InternalError, api.masked(error));
    if (['BAD_USER_INPUT', 'UNKNOWN_NAME', 'AMBIGUOUS_NAME'].includes(error.code))
      throw new ResourceNotFoundError(href, error.message);
    throw new ProtocolError(ProtocolErrorCode.InternalError, `${error.code}: ${error.message}`);
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Ids of entities whose names begin with a text, or are like it. */
async function idsFor(text: string, api: Api): Promise<string[]> {
  if (text.trim() === '') return [];
  type Data = { search: { edges: readonly { node: { id: string } }[] } };
  const { data } = await dataOf<Data>(api, documents.find({}), { query: text.slice(0, 200), first: 20 });
  return data.search.edges.map(({ node }) => node.id);
}

/** What the schema says of types and relations, in Markdown. */
function modelText(schema: GraphQLSchema): string {
  const types = [...propertiesOf(schema)].map(([name, properties]) => {
    const description = oneLine(schema.getType(name)?.description);
    return `- **${name}**: ${description}${properties.length === 0 ? '' : ` Properties: ${properties.join(', ')}.`}`;
  });
  return ['# Types of entities', '', ...types, '', '# Types of relations', '', ...relationLines(schema), ''].join('\n');
}

function relationLines(schema: GraphQLSchema): string[] {
  const type = schema.getType('RelationType');
  return isEnumType(type) ? type.getValues().map(({ name, description }) => `- **${name}**: ${oneLine(description)}`) : [];
}

const oneLine = (text: string | null | undefined): string => (text ?? '').replaceAll(/\s+/g, ' ');
