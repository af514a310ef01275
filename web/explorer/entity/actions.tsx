import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { only } from '../url/only.ts';
import type { EntityData } from './query.ts';

/** Where else it can be looked at: in the graph, on its regions, over time. */
export function Actions({ entity: { id, __typename: type, relationCounts } }: { readonly entity: EntityData }) {
  const t = useTranslations('entity');
  const coversRegions = relationCounts.some((count) => count.type === 'COVERS' && count.direction === 'OUT');
  return (
    <p className="entity-actions">
      <Link to="/walk" search={only({ from: id })}>
        {t('walk')}
      </Link>
      {(coversRegions || type === 'Region') && (
        <Link to="/regions" search={only(coversRegions ? { of: id } : { at: id })}>
          {t('regions')}
        </Link>
      )}
      <Link to="/changes" search={only({ about: id })}>
        {t('changes')}
      </Link>
    </p>
  );
}
