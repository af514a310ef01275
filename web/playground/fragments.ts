import { useMonaco } from '@graphiql/react';
import { Kind, parse, print, visit, type FragmentDefinitionNode } from 'graphql';
import { useEffect } from 'react';

const texts = import.meta.glob<string>('./fragments/*.graphql', { query: '?raw', import: 'default', eager: true });

/** Named fragments that an operation may spread without defining them. */
export const fragments = Object.values(texts).join('\n');

/** Offers the fragments in completion, and has the editor's validation accept them; GraphiQL itself only sends them along. */
export function FragmentCompletion(): null {
  const editor = useMonaco(({ monacoGraphQL }) => monacoGraphQL);
  useEffect(() => editor?.setExternalFragmentDefinitions(fragments), [editor]);
  return null;
}

const definitions = new Map(
  parse(fragments).definitions.flatMap((node) =>
    node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node] as const] : [],
  ),
);

/** An operation with the fragments that it spreads and lacks. GraphiQL adds them too late when a tab is run as soon as it is chosen. */
export function withFragments(query: string): string {
  const defined = new Set<string>();
  const missing = new Map<string, FragmentDefinitionNode>();
  const add = (name: string): void => {
    const definition = definitions.get(name);
    if (definition === undefined || defined.has(name) || missing.has(name)) return;
    missing.set(name, definition);
    visit(definition, { FragmentSpread: (node) => add(node.name.value) });
  };
  const document = parse(query);
  for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) defined.add(node.name.value);
  visit(document, { FragmentSpread: (node) => add(node.name.value) });
  return [query, ...[...missing.values()].map(print)].join('\n\n');
}
