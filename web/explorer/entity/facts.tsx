import { Link, useSearch } from '@tanstack/react-router';
import { useFormatter, useTranslations } from 'use-intl';
import { useModelWords } from '../parts/model-words.ts';
import { OneRelation } from './one-relation.tsx';
import type { EntityData } from './query.ts';
import { RelationGroup } from './relation-group.tsx';
import { otherList } from './search.ts';
import { Values } from './values.tsx';

/** Its own properties and its relations, or the whole list of one relation. */
export function Facts({ entity }: { readonly entity: EntityData }) {
  const t = useTranslations('entity');
  const { relation, asOf } = useSearch({ from: '/entity/$id' });
  const open = entity.relationCounts.find((count) => keyOf(count) === relation);
  const groups = inReadingOrder(entity.relationCounts);
  return (
    <div className="facts">
      {groups.length > 1 && <RelationNav counts={groups} />}
      <div className="facts-lists">
        {open === undefined && <Values entity={entity} />}
        {open === undefined && groups.length === 0 && (
          <p className="state">{t('noFacts', { asOf: asOf === undefined ? '' : 'day' })}</p>
        )}
        {open === undefined ? (
          groups.map((count) => <RelationGroup key={keyOf(count)} entity={entity} count={count} />)
        ) : (
          <OneRelation key={keyOf(open)} entity={entity} count={open} />
        )}
      </div>
    </div>
  );
}

export type RelationCount = EntityData['relationCounts'][number];

/** "ISSUED.OUT", as the URL names one relation. */
export const keyOf = ({ type, direction }: RelationCount): string => `${type}.${direction}`;

/** What documents mention is last: it is the longest and says the least. */
function inReadingOrder(counts: readonly RelationCount[]): readonly RelationCount[] {
  return [...counts].sort((a, b) => Number(a.type === 'MENTIONS') - Number(b.type === 'MENTIONS'));
}

function RelationNav({ counts }: { readonly counts: readonly RelationCount[] }) {
  const t = useTranslations('entity');
  const model = useModelWords();
  const format = useFormatter();
  const { relation } = useSearch({ from: '/entity/$id' });
  const current = (key: string | undefined) => (relation === key ? 'true' : undefined);
  return (
    <nav className="relation-nav" aria-label={t('relations')}>
      <Link to="." search={(all) => ({ ...all, ...otherList, relation: undefined })} aria-current={current(undefined)}>
        {t('allFacts')}
      </Link>
      {counts.map((count) => (
        <Link
          key={keyOf(count)}
          to="."
          search={(all) => ({ ...all, ...otherList, relation: keyOf(count) })}
          aria-current={current(keyOf(count))}
        >
          {model.relation(count.type, count.direction === 'IN' ? 'IN' : 'OUT')}{' '}
          <span className="quiet">{format.number(count.count)}</span>
        </Link>
      ))}
    </nav>
  );
}
