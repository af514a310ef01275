import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { useEntityName } from '../../parts/entity-link.tsx';
import { pageSize } from '../graph/load.ts';
import type { ShownEntity } from '../graph/shown.ts';
import type { Walk } from '../use-walk.ts';

/** Opens and closes an entity, a page of its relations at a time. */
export function OpenButtons({ walk, shown: { entity, total, loaded } }: { readonly walk: Walk; readonly shown: ShownEntity }) {
  const t = useTranslations('walk');
  const name = useEntityName()(entity);
  const rest = loaded === undefined || total === undefined ? 0 : total - loaded;
  const isOpen = loaded !== undefined;
  const isBeginning = walk.search.from === entity.id;
  return (
    <span className="actions">
      {!(isOpen && isBeginning) && (
        // One button, which keeps the focus when it has opened something.
        <Button
          aria-label={t(isOpen ? 'closeOf' : 'openOf', { name })}
          onPress={() => (isOpen ? walk.close(entity.id) : walk.open(entity.id))}
        >
          {t(isOpen ? 'close' : 'open')}
        </Button>
      )}
      {rest > 0 && (
        <Button aria-label={t('moreOf', { name, count: Math.min(rest, pageSize) })} onPress={() => walk.open(entity.id)}>
          {t('more', { count: Math.min(rest, pageSize) })}
        </Button>
      )}
    </span>
  );
}
