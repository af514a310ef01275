/** The reference of the API: a page for each type of schema.graphql, and the list of them. */
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isScalarType,
  type GraphQLNamedType,
} from 'graphql';
import { escaped } from '../site/code.ts';
import { inlineMarkdown } from '../site/markdown.ts';
import type { Page } from '../site/page.ts';
import { readText } from '../site/repository.ts';
import { pageOfType, typePath } from './type-path.ts';
import { typePage } from './type-page.ts';
import { usesOfTypes } from './uses.ts';

const operations = ['Query', 'Mutation', 'Subscription'];
const isOperation = ({ name }: GraphQLNamedType) => operations.includes(name);
const isPageOfConnection = ({ name }: GraphQLNamedType) => name.endsWith('Connection');
const isObject = (type: GraphQLNamedType) => isObjectType(type) && !isOperation(type);

/** In the order in which a reader needs them. */
const kinds: readonly (readonly [title: string, holds: (type: GraphQLNamedType) => boolean])[] = [
  ['Operations', isOperation],
  ['Types', (type) => (isObject(type) && !isPageOfConnection(type)) || isInterfaceType(type)],
  ['Enums', isEnumType],
  ['Scalars', isScalarType],
  ['Inputs', isInputObjectType],
  ['Connections', (type) => isObject(type) && isPageOfConnection(type)],
];

export function schemaPages(): Page[] {
  const schema = buildSchema(readText('schema.graphql'));
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__') && pageOfType(name) === name);
  const uses = usesOfTypes(schema);
  return [listPage(types), ...types.map((type) => typePage(type, schema, uses))];
}

function listPage(types: readonly GraphQLNamedType[]): Page {
  const lists = kinds.map(([title, holds]) => {
    const rows = types
      .filter(holds)
      .sort((a, b) => operations.indexOf(a.name) - operations.indexOf(b.name) || (a.name < b.name ? -1 : 1));
    const items = rows.map(({ name, description }) => {
      const first = (description ?? '').split(/(?<=\.)\s/)[0] ?? '';
      return `<li><a href="../${typePath(name)}"><code>${name}</code></a> ${inlineMarkdown(first)}</li>`;
    });
    return { title, id: title.toLowerCase(), html: `<ul class="types">${items.join('')}</ul>` };
  });
  const html = `<h1>The API</h1><p>Every type of <code>schema.graphql</code>, with its fields. <code>npx policygraph schema</code> prints the schema itself.</p>
${lists.map(({ title, id, html: list }) => `<h2 id="${id}">${escaped(title)}</h2>${list}`).join('\n')}`;
  return {
    path: 'schema',
    title: 'The API',
    html,
    sections: [
      { anchor: '', title: 'The API', level: 1, text: 'GraphQL schema, types and fields' },
      ...lists.map(({ title, id }) => ({ anchor: id, title, level: 2, text: '' })),
    ],
  };
}
