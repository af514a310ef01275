import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { EntityLink, entityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useModelWords } from '../parts/model-words.ts';
import { useAsOf } from '../url/use-as-of.ts';
import { forgetRecent, recentIds } from './recent-ids.ts';

const opened = graphql(
  `
    query Recent($ids: [ID!]!, $asOf: AsOf) {
      nodes(ids: $ids, asOf: $asOf) {
        id
        key
        ...EntityLink
      }
    }
  `,
  [entityLink],
);

/** The entities that were opened last, if there are any. */
export function Recent() {
  const t = useTranslations('find');
  const [ids, setIds] = useState(recentIds);
  const forget = () => {
    forgetRecent();
    setIds([]);
  };
  if (ids.length === 0) return null;
  return (
    <section aria-labelledby="recent">
      <h2 id="recent">{t('recent')}</h2>
      <RecentEntities ids={ids} />
      <Button onPress={forget}>{t('forget')}</Button>
    </section>
  );
}

function RecentEntities({ ids }: { readonly ids: readonly string[] }) {
  const words = useModelWords();
  const view = useView(opened, { ids: [...ids], asOf: useAsOf() });
  return (
    <Loaded view={view}>
      {({ nodes }) => (
        <ul className="recent">
          {nodes.map(
            (node) =>
              node !== null &&
              'name' in node && (
                <li key={node.key}>
                  <EntityLink entity={node} /> <span className="quiet small">{words.type(node.__typename)}</span>
                </li>
              ),
          )}
        </ul>
      )}
    </Loaded>
  );
}
