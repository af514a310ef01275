import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { graphql } from '../api/graphql.ts';
import { useView } from '../api/use-view.ts';
import { EntityField } from '../parts/entity-field.tsx';
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
  const { of } = useRegions();
  return (
    <div className="subject">
      {of === undefined ? <p>{t('lead')}</p> : <Chosen of={of} />}
      <SubjectField label={t(of === undefined ? 'choose' : 'chooseOther')} />
    </div>
  );
}

function SubjectField({ label }: { readonly label: string }) {
  const t = useTranslations('regions');
  const { change } = useRegions();
  const [text, setText] = useState('');
  const choose = ({ id }: { readonly id: string }) => {
    setText('');
    change({ of: id, level: undefined });
  };
  return (
    <EntityField
      label={label}
      placeholder={t('chooseHint')}
      types={['POLICY', 'PROGRAM']}
      text={text}
      onText={setText}
      onChoose={choose}
    />
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
