import { useParams } from '@tanstack/react-router';
import { useTranslations } from 'use-intl';
import { Authorized, WithKey } from '../authorized.tsx';
import { useFreshView } from '../use-fresh-view.ts';
import { DeskView } from './desk.tsx';
import { readingQuery } from './query.ts';
import '../../parts/evidence.css';
import '../review.css';
import './desk.css';

/** One text to be reviewed. */
export default function DeskPage() {
  return (
    <WithKey>
      <Desk />
    </WithKey>
  );
}

function Desk() {
  const id = useParams({ from: '/review/$reading', select: (params) => params.reading });
  const view = useFreshView(readingQuery, { id });
  return (
    <Authorized view={view}>
      {({ reading }) => (reading === null ? <Unknown /> : <DeskView key={reading.id} first={reading} />)}
    </Authorized>
  );
}

function Unknown() {
  const t = useTranslations('review');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="state">{t('unknown')}</p>
    </>
  );
}
