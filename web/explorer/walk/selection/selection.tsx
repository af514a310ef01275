import { useTranslations } from 'use-intl';
import type { Shown } from '../graph/shown.ts';
import { listOf } from '../list-of.ts';
import type { Walk } from '../use-walk.ts';
import { EntityPanel } from './entity-panel.tsx';
import { RelationPanel } from './relation-panel.tsx';

/** What is selected, beside the picture. */
export function Selection({ walk, shown }: { readonly walk: Walk; readonly shown: Shown }) {
  const t = useTranslations('walk');
  const [first, second] = listOf(walk.search.at);
  const entity = first === undefined ? undefined : shown.entities.get(first);
  return (
    <aside className="selection" aria-label={t('selection')}>
      {first !== undefined && second !== undefined ? (
        <RelationPanel key={walk.search.at} walk={walk} ends={[first, second]} />
      ) : entity !== undefined ? (
        <EntityPanel key={first} walk={walk} shown={entity} />
      ) : (
        <p className="quiet">{t('unselected')}</p>
      )}
    </aside>
  );
}
