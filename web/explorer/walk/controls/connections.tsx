import { Fragment } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { EntityLink } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import type { Connection } from '../operations.ts';
import { hops, mostHops } from '../search.ts';
import type { Walk } from '../use-walk.ts';

interface ConnectionsProps {
  readonly walk: Walk;
  readonly paths: readonly Connection[];
}

/** The connections of two entities in words, and what to do where there is none. */
export function Connections({ walk, paths }: ConnectionsProps) {
  const t = useTranslations('walk');
  const { between: _between, hops: _hops, ...others } = walk.search;
  const most = mostHops(walk.search);
  return (
    <section className="connections" aria-label={t('connections')}>
      <h2>{t('connections')}</h2>
      {paths.length === 0 && <p>{t('unconnected', { hops: most })}</p>}
      <ol>
        {paths.map((path) => (
          <li key={path.relations.map(({ key }) => key).join()}>
            <ConnectionWords path={path} />
          </li>
        ))}
      </ol>
      <p className="actions">
        {most < hops.most && (
          <Button onPress={() => walk.go({ ...walk.search, hops: hops.most })}>{t('farther', { hops: hops.most })}</Button>
        )}
        <Button onPress={() => walk.go(others)}>{t('closeConnections')}</Button>
      </p>
    </section>
  );
}

/** One connection, from its first entity to its last. */
function ConnectionWords({ path: { nodes, relations, certainty } }: { readonly path: Connection }) {
  const t = useTranslations('walk');
  const words = useModelWords();
  return (
    <>
      {nodes.map((node, index) => {
        const relation = relations[index - 1];
        const direction = relation?.to.id === node.id ? 'OUT' : 'IN';
        return (
          <Fragment key={node.key}>
            {relation !== undefined && (
              <span className="quiet"> — {words.relation(relation.type, direction).toLowerCase()} → </span>
            )}
            <EntityLink entity={node} />
          </Fragment>
        );
      })}
      <span className="quiet"> {t('certainty', { certainty: t(`line.${certainty}`) })}</span>
    </>
  );
}
