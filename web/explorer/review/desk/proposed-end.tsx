import { useLocale, useTranslations } from 'use-intl';
import { EntityLink } from '../../parts/entity-link.tsx';
import { useModelWords } from '../../parts/model-words.ts';
import { linkedOf, typeOf } from './ends.ts';
import type { End } from './proposal-parts.ts';

/** Gives the name of an end in the language of the page, where it has one. */
export function useEndName(): (end: End) => string {
  const language = useLocale();
  return (end) => (language === 'zh' ? linkedOf(end)?.chinese : undefined) ?? end.name;
}

/** Names an end of what is proposed: a link where the graph has it, else marked as new. */
export function ProposedEnd({ end }: { readonly end: End }) {
  const t = useTranslations('review');
  const words = useModelWords();
  const entity = linkedOf(end);
  if (entity !== undefined) return <EntityLink entity={entity} />;
  return (
    <span className="new-entity" title={t('newType', { type: words.type(typeOf(end.id)) })}>
      {end.name}
    </span>
  );
}

/** Several ends, with commas. */
export function ProposedEnds({ ends }: { readonly ends: readonly End[] }) {
  return ends.map((end, index) => (
    <span key={end.id}>
      {index > 0 && ', '}
      <ProposedEnd end={end} />
    </span>
  ));
}
