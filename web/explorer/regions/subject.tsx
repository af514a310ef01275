import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { EntityChooser } from '../parts/entity-chooser.tsx';
import { EntityLink, entityLink } from '../parts/entity-link.tsx';
import { Loaded } from '../parts/loaded.tsx';
import { useAsOf } from '../url/use-as-of.ts';
import { useRegions } from './search.ts';

const query = graphql(
  `
    query Subject($of: ID!, $asOf: AsOf) {
      entity(id: $of, asOf: $asOf) {
        ...EntityLink
      }
    }
  `,
  [entityLink],
);

/** The policy or program whose coverage is shown, and the field to choose one. */
export function Subject() {
  const t = useTranslations('regions');
  const { of, change } = useRegions();
  return (
    <div className="subject">
      {of === undefined ? <p>{t('lead')}</p> : <Chosen of={of} />}
      <EntityChooser
        label={t(of === undefined ? 'choose' : 'chooseOther')}
        hint={t('chooseHint')}
        types={['POLICY', 'PROGRAM']}
        onChoose={(id) => change({ of: id, level: undefined })}
      />
    </div>
  );
}

function Chosen({ of }: { readonly of: string }) {
  const t = useTranslations('regions');
  const { change } = useRegions();
  const view = useView(query, { of, asOf: useAsOf() });
  return (
    <div className="chosen">
      <Loaded view={view}>
        {({ entity }) => {
          if (entity === null) return <p>{t('unknownSubject', { id: of })}</p>;
          const covers = entity.__typename === 'Policy' || entity.__typename === 'Program';
          return <p>{t.rich(covers ? 'shown' : 'notSubject', { name: () => <EntityLink entity={entity} /> })}</p>;
        }}
      </Loaded>
      <Button onPress={() => change({ of: undefined, level: undefined })}>{t('clear')}</Button>
    </div>
  );
}
