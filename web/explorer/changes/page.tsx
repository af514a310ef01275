import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { DayField } from '../parts/day-field.tsx';
import { EntityField } from '../parts/entity-field.tsx';
import { DifferenceList } from './difference-list.tsx';
import { RecentChanges } from './recent-changes.tsx';
import { useChanges } from './search.ts';
import './changes.css';

/** What changed between two days: of an entity in the world, or what was recorded last in the graph. */
export default function ChangesPage() {
  const t = useTranslations('changes');
  const { about, from, to } = useChanges();
  return (
    <div className="changes">
      <h1>{t('title')}</h1>
      <p>{t('lead')}</p>
      <Choices />
      {about === undefined ? (
        <RecentChanges />
      ) : from > to ? (
        <p className="state">{t('reversed')}</p>
      ) : (
        <DifferenceList key={`${about} ${from} ${to}`} about={about} from={from} to={to} />
      )}
    </div>
  );
}

function Choices() {
  const t = useTranslations('changes');
  const { about, from, to, change } = useChanges();
  const [text, setText] = useState('');
  return (
    <div className="choices" role="group" aria-label={t('choices')}>
      <EntityField
        label={t(about === undefined ? 'about' : 'aboutOther')}
        placeholder={t('hint')}
        text={text}
        onText={setText}
        onChoose={({ id }) => change({ about: id })}
      />
      {about !== undefined && (
        <>
          <DayField label={t('from')} day={from} onDay={(day) => change({ from: day })} />
          <DayField label={t('to')} day={to} onDay={(day) => change({ to: day })} />
          <Button onPress={() => change({ about: undefined, from: undefined, to: undefined })}>{t('recent')}</Button>
        </>
      )}
    </div>
  );
}
