import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { forgetApiKey } from '../api/api-key.ts';
import { Authorized, WithKey } from './authorized.tsx';
import { PasteForm } from './paste-form.tsx';
import { ReadingList } from './reading-list.tsx';
import { readingsQuery } from './readings-query.ts';
import { useFreshView } from './use-fresh-view.ts';
import '../parts/evidence.css';
import './buttons.css';
import './review.css';

/** Readings that are shown before more are asked for. */
const page = 20;

/** The readings that wait for a reviewer, and a form for the next text. */
export default function ReviewPage() {
  return (
    <WithKey>
      <Review />
    </WithKey>
  );
}

function Review() {
  const t = useTranslations('review');
  const [first, setFirst] = useState(page);
  const view = useFreshView(readingsQuery, { first });
  return (
    <Authorized view={view}>
      {({ readings, readingMethods }) => (
        <div className="review">
          <h1>{t('title')}</h1>
          <p className="lead">{t('lead')}</p>
          {readingMethods.length === 0 ? (
            <p className="state">{t('noEditor')}</p>
          ) : (
            <div className="review-columns">
              <ReadingList readings={readings} onMore={() => setFirst(first + page)} />
              <PasteForm methods={readingMethods} />
            </div>
          )}
          <p className="forget">
            <button type="button" className="link small" onClick={forget}>
              {t('key.forget')}
            </button>
          </p>
        </div>
      )}
    </Authorized>
  );
}

/** What editors alone may see leaves the page with the key. */
function forget() {
  forgetApiKey();
  location.reload();
}
