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
  const isBeginning = walk.search.from === entity.id;
  return (
    <span className="actions">
      {loaded === undefined && (
        <Button aria-label={t('openOf', { name })} onPress={() => walk.open(entity.id)}>
          {t('open')}
        </Button>
      )}
      {rest > 0 && (
        <Button aria-label={t('moreOf', { name, count: Math.min(rest, pageSize) })} onPress={() => walk.open(entity.id)}>
          {t('more', { count: Math.min(rest, pageSize) })}
        </Button>
      )}
      {loaded !== undefined && !isBeginning && (
        <Button aria-label={t('closeOf', { name })} onPress={() => walk.close(entity.id)}>
          {t('close')}
        </Button>
      )}
    </span>
  );
}
