import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { PlaceTree } from './place-tree.tsx';
import { PlaceView } from './place-view.tsx';
import { Subject } from './subject.tsx';
import './regions.css';

/** Places by what they lie in, with what covers each of them. */
export default function RegionsPage() {
  const t = useTranslations('regions');
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="regions">
      <h1>{t('title')}</h1>
      <Subject />
      <div className="columns">
        <div className="tree-column" data-open={isOpen || undefined}>
          <Button className="tree-button" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
            {t('showTree')}
          </Button>
          <div className="tree-scroll">
            <PlaceTree />
          </div>
        </div>
        <PlaceView />
      </div>
    </div>
  );
}
