import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { EntityField } from '../../parts/entity-field.tsx';
import { withBeginning } from '../graph/opening.ts';
import type { Walk } from '../use-walk.ts';

/** Begins a walk at an entity. */
export function BeginField({ walk }: { readonly walk: Walk }) {
  const t = useTranslations('walk');
  const [text, setText] = useState('');
  const begin = (id: string) => {
    setText('');
    walk.go(withBeginning(walk.search, id));
  };
  return (
    <EntityField label={t('begin')} placeholder={t('beginHint')} text={text} onText={setText} onChoose={({ id }) => begin(id)} />
  );
}
