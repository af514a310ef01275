import { useState } from 'react';
import { Button, Disclosure, DisclosurePanel, Heading } from 'react-aria-components';
import { useTranslations } from 'use-intl';
import { EntityField } from '../../parts/entity-field.tsx';
import type { Walk } from '../use-walk.ts';

/** Asks how two entities are connected. */
export function Connect({ walk }: { readonly walk: Walk }) {
  const t = useTranslations('walk');
  return (
    <Disclosure className="connect">
      <Heading level={2}>
        <Button slot="trigger">{t('connect')}</Button>
      </Heading>
      <DisclosurePanel>
        <ConnectForm walk={walk} />
      </DisclosurePanel>
    </Disclosure>
  );
}

interface End {
  readonly text: string;
  readonly id?: string;
}

function ConnectForm({ walk }: { readonly walk: Walk }) {
  const t = useTranslations('walk');
  const [ends, setEnds] = useState<readonly [End, End]>([{ text: '' }, { text: '' }]);
  const [from, to] = ends;
  const show = (between: readonly (string | undefined)[]) => {
    if (between.every((id) => id !== undefined)) walk.go({ ...walk.search, between: between.join(',') });
  };
  return (
    <div className="connect-form">
      <EntityField
        label={t('first')}
        text={from.text}
        onText={(text) => setEnds([{ text }, to])}
        onChoose={({ id, name }) => {
          setEnds([{ text: name, id }, to]);
          show([id, to.id]);
        }}
      />
      <EntityField
        label={t('second')}
        text={to.text}
        onText={(text) => setEnds([from, { text }])}
        onChoose={({ id, name }) => {
          setEnds([from, { text: name, id }]);
          show([from.id, id]);
        }}
      />
    </div>
  );
}
