import { useTranslations } from 'use-intl';
import { graphql, type ResultOf } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { InstantText } from '../parts/date-text.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';

const historyOf = graphql(`
  query HistoryOf($id: ID!, $asOf: AsOf) {
    entity(id: $id, asOf: $asOf) {
      id
      key
      history(first: 20) {
        version
        changeset {
          id
          key
          author
          reason
          recordedAt
        }
        changes(first: 1000) {
          kind
        }
      }
    }
  }
`);

type Version = NonNullable<ResultOf<typeof historyOf>['entity']>['history'][number];

/** How the record of it came about: who wrote what, when and why. */
export function RecordHistory({ entity }: { readonly entity: string }) {
  const t = useTranslations('entity');
  const view = useView(historyOf, { id: entity, asOf: useAsOf() });
  return (
    <section>
      <h2>{t('versions')}</h2>
      <Loaded view={view}>
        {({ entity: found }) => (
          <ol className="versions" reversed>
            {found?.history.map((version) => (
              <OneVersion key={version.version} version={version} />
            ))}
          </ol>
        )}
      </Loaded>
    </section>
  );
}

function OneVersion({ version: { version, changeset, changes } }: { readonly version: Version }) {
  const t = useTranslations('entity');
  const evidence = useTranslations('evidence');
  const model = useTranslations('model');
  const kinds = [...new Set(changes.map(({ kind }) => kind))];
  return (
    <li value={version}>
      <InstantText at={changeset.recordedAt} /> <span className="quiet">{t('writtenBy', { author: changeset.author })}</span>
      <p>{changeset.reason}</p>
      <ul className="facts-inline">
        {kinds.map((kind) => (
          <li key={kind}>
            {evidence.rich('labelled', {
              label: () => model(`change.${kind}`),
              value: () => changes.filter((change) => change.kind === kind).length,
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
