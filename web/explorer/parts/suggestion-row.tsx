import { ListBoxItem } from 'react-aria-components';
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
      <span className="names">
        {name} {isOtherName(matchedName, name) && <span className="quiet">{matchedName}</span>}
      </span>{' '}
      <span className="quiet small">{words.type(node.__typename)}</span>
    </ListBoxItem>
  );
}

/** In place of suggestions. */
export function NoSuggestion({ state }: Pick<Suggestions, 'state'>) {
  const t = useTranslations('find');
  return <div className="quiet">{t(`suggestions.${state}`)}</div>;
}
