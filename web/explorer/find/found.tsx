import { useTranslations } from 'use-intl';
import type { FragmentOf } from '../api/graphql.ts';
import { EntityLink, useEntityName, type entityLink } from '../parts/entity-link.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { isOtherName } from '../parts/other-name.ts';

export interface FoundItem {
  readonly matchedName?: string | null;
  /** Of a search. */
  readonly foundBy?: readonly ('WORDS' | 'MEANING')[];
  readonly node: FragmentOf<typeof entityLink> & { readonly description: string | null };
}

/** Entities: what each is, its name, and why it was found where its name does not show that. */
export function Found({ items }: { readonly items: readonly FoundItem[] }) {
  return (
    <ol className="found">
      {items.map((item) => (
        <FoundEntity key={item.node.key} {...item} />
      ))}
    </ol>
  );
}

function FoundEntity({ node, matchedName, foundBy = ['WORDS'] }: FoundItem) {
  const t = useTranslations('find');
  const words = useModelWords();
  const name = useEntityName()(node);
  return (
    <li>
      <span className="quiet small type">{words.type(node.__typename)}</span>
      <div>
        <EntityLink entity={node} />
        {isOtherName(matchedName ?? null, name) && <span className="quiet"> {t('alsoNamed', { name: matchedName ?? '' })}</span>}
        {!foundBy.includes('WORDS') && <span className="quiet small"> {t('byMeaning')}</span>}
        {node.description !== null && <p className="small">{node.description}</p>}
      </div>
    </li>
  );
}
