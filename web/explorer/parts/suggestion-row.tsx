import { ListBoxItem, Text } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useEntityName } from './entity-link.tsx';
import { useModelWords } from './model-words.ts';
import { isOtherName } from './other-name.ts';
import type { Suggestion, Suggestions } from './use-suggestions.ts';

/** A suggested entity: its name, the name that was found where that is another one, and its type. */
export function SuggestionRow({ suggestion: { node, matchedName } }: { readonly suggestion: Suggestion }) {
  const words = useModelWords();
  const name = useEntityName()(node);
  return (
    <ListBoxItem id={node.id} textValue={name} className="suggestion">
      <Text slot="label">
        {name} {isOtherName(matchedName, name) && <span className="quiet">{matchedName}</span>}
      </Text>
      <Text slot="description" className="quiet small">
        {words.type(node.__typename)}
      </Text>
    </ListBoxItem>
  );
}

/** In place of suggestions. */
export function NoSuggestion({ state }: Pick<Suggestions, 'state'>) {
  const t = useTranslations('find');
  return <div className="quiet">{t(`suggestions.${state}`)}</div>;
}
