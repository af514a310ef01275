import { useTranslations } from 'use-intl';
import { Loaded } from '../parts/loaded.tsx';
import { BeginField } from './controls/begin-field.tsx';
import { Connect } from './controls/connect.tsx';
import { Start } from './controls/start.tsx';
import { useShown } from './graph/use-shown.ts';
import { useWalk } from './use-walk.ts';
import { View } from './view.tsx';
import './walk.css';

/** The graph around some entities, as a picture and as tables. */
export default function WalkPage() {
  const t = useTranslations('walk');
  const walk = useWalk();
  const view = useShown(walk.search);
  const isEmpty = walk.search.from === undefined && walk.search.between === undefined;
  return (
    <article className="walk">
      <h1>{t('title')}</h1>
      {isEmpty && <p>{t('intro')}</p>}
      <div className="walk-controls">
        <BeginField walk={walk} />
        <Connect walk={walk} />
      </div>
      {isEmpty ? <Start /> : <Loaded view={view}>{(shown) => <View walk={walk} shown={shown} view={view} />}</Loaded>}
    </article>
  );
}
