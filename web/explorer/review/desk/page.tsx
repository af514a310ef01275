import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Authorized, WithKey } from '../authorized.tsx';
import { useFreshView } from '../use-fresh-view.ts';
import { DeskView } from './desk.tsx';
import { readingQuery, type Reading } from './query.ts';
import '../../parts/evidence.css';
import '../review.css';
import '../buttons.css';
import './article.css';
import './proposals.css';
import './correction.css';
import './reread.css';
import './desk.css'; // its narrow form changes that of the others

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
  return <Authorized view={view}>{({ reading }) => <ReadingView key={id} reading={reading} />}</Authorized>;
}

/** A reading may go while it is shown: another reviewer discards it. */
function ReadingView({ reading }: { readonly reading: Reading | null }) {
  const [first] = useState(reading);
  if (reading !== null) return <DeskView first={reading} />;
  return <Missing reason={first === null ? 'unknown' : 'gone'} />;
}

function Missing({ reason }: { readonly reason: 'unknown' | 'gone' }) {
  const t = useTranslations('review');
  return (
    <>
      <h1>{t('title')}</h1>
      <p className="state" role="alert">
        {t(reason)}
      </p>
      <p>
        <Link to="/review">{t('publish.toReview')}</Link>
      </p>
    </>
  );
}
