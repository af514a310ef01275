import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { Loaded } from '../parts/loaded.tsx';
import { statementsIn } from './passages.ts';
import type { Source } from './query.ts';
import { useFacts } from './reading.tsx';
import { StatementGroups } from './statement-groups.tsx';

/** The claims of a document whose text this service does not have, with their places in it. */
export function Unread({ source }: { readonly source: Source }) {
  const t = useTranslations('document');
  return (
    <>
      <p className="state">{t(source.sha256 === null ? 'noText' : 'notArchived')}</p>
      <Loaded view={useFacts(source.id, 1)}>
        {({ items, totalCount, more }) => (
          <section className="claims">
            <h2>{t('claims', { count: totalCount })}</h2>
            <StatementGroups isLocated statements={items.flatMap((fact) => statementsIn(fact, source.id))} />
            {more !== undefined && <Button onPress={more}>{t('moreOf', { count: items.length, total: totalCount })}</Button>}
          </section>
        )}
      </Loaded>
    </>
  );
}
