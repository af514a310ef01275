import { useMonaco } from '@graphiql/react';
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
