import { useSearch } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { useView } from '../api/use-view.ts';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { Pager } from '../parts/cursor-pager.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { keyOf, type RelationCount } from './facts.tsx';
import type { EntityData } from './query.ts';
import { RelationFilter } from './relation-filter.tsx';
import { RelationTable } from './relation-table.tsx';
import { relationsOf, type RelationsVariables } from './relations-query.ts';
import type { EntitySearch } from './search.ts';

const pageSize = 25;

/** All facts of one relation: sorted, filtered and in pages, as the URL says. */
export function OneRelation({ entity, count }: { readonly entity: EntityData; readonly count: RelationCount }) {
  const t = useTranslations('entity');
  const search = useSearch({ from: '/entity/$id' });
  const label = useModelWords().relation(count.type, count.direction === 'IN' ? 'IN' : 'OUT');
  const asOf = useAsOf();
  const view = useView(relationsOf, { id: entity.id, asOf, types: [count.type], direction: count.direction, ...listOf(search) });
  return (
    <section className="relation-group">
      <h2>
        {label} <span className="quiet">{t('count', { count: count.count })}</span>
      </h2>
      <RelationFilter total={count.count} found={view.data?.entity?.relations.totalCount} />
      <Loaded view={view}>
        {({ entity: found }) =>
          found !== null && (
            <>
              <RelationTable
                label={label}
                relation={keyOf(count)}
                relations={found.relations}
                order={search.order ?? 'NAME_ASC'}
              />
              <Pager pageInfo={found.relations.pageInfo} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}

/** What the URL says of the list, as arguments. */
function listOf({ order = 'NAME_ASC', name, certainty, after, before }: EntitySearch): Partial<RelationsVariables> {
  return {
    orderBy: order,
    ...(name === undefined ? {} : { where: { name: { contains: name } } }),
    ...(certainty === undefined ? {} : { certainty: [certainty] }),
    ...(before === undefined ? { first: pageSize, after } : { last: pageSize, before }),
  };
}
