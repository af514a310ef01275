import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Shown } from '../graph/shown.ts';
import type { ShownView } from '../graph/use-shown.ts';

/** How much is shown, read out whenever it grows or shrinks; and what could not be loaded. */
export function Growth({ shown, view }: { readonly shown: Shown; readonly view: ShownView }) {
  const t = useTranslations('walk');
  const states = useTranslations('states');
  const count = t('shown', { entities: shown.entities.size, relations: shown.relations.size });
  return (
    <div className="growth">
      <p role="status">{view.isLoading && view.error === undefined ? `${count} ${states('loading')}` : count}</p>
      {view.error !== undefined && (
        <p role="alert">
          {t('incomplete')} <Button onPress={view.retry}>{states('retry')}</Button>
        </p>
      )}
    </div>
  );
}
