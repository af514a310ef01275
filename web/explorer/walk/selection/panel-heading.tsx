import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import type { Walk } from '../use-walk.ts';

/** The heading of what is selected, and the way to select nothing. */
export function PanelHeading({ walk, children }: { readonly walk: Walk; readonly children: ReactNode }) {
  const t = useTranslations('walk');
  return (
    <div className="panel-heading">
      <h2>{children}</h2>
      <Button aria-label={t('unselect')} onPress={() => walk.select()}>
        ×
      </Button>
    </div>
  );
}
