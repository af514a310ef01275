import { Link } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { keyOf, type RelationCount } from './facts.tsx';
import type { EntityData } from './query.ts';
import { RelationTable } from './relation-table.tsx';
import { relationsOf } from './relations-query.ts';
import { otherList } from './search.ts';

/** How many facts of each relation are shown before a reader chooses one. */
const few = 5;

interface GroupProps {
  readonly entity: EntityData;
  readonly count: RelationCount;
}

/** The first facts of one relation. */
export function RelationGroup({ entity, count: { type, direction, count }, count: group }: GroupProps) {
  const t = useTranslations('entity');
  const label = useModelWords().relation(type, direction === 'IN' ? 'IN' : 'OUT');
  const view = useView(relationsOf, {
    id: entity.id,
    asOf: useAsOf(),
    types: [type],
    direction,
    orderBy: 'NAME_ASC',
    first: few,
  });
  return (
    <section className="relation-group">
      <h2>
        {label} <span className="quiet">{t('count', { count })}</span>
      </h2>
      <Loaded view={view}>
        {({ entity: found }) =>
          found !== null && <RelationTable label={label} relation={keyOf(group)} relations={found.relations} order="NAME_ASC" />
        }
      </Loaded>
      {count > few && (
        <p>
          <Link to="." search={(all) => ({ ...all, ...otherList, relation: keyOf(group) })}>
            {t('all', { count })}
          </Link>
        </p>
      )}
    </section>
  );
}
