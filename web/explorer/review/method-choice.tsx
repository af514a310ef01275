import { useTranslations } from 'use-intl';
import type { ReadingMethod } from './readings-query.ts';

interface MethodChoiceProps {
  readonly methods: readonly ReadingMethod[];
  readonly value: ReadingMethod;
  readonly onValue: (method: ReadingMethod) => void;
}

/** Who reads: the rules or a language model, where the service has one. */
export function MethodChoice({ methods, value, onValue }: MethodChoiceProps) {
  const t = useTranslations('review.paste');
  if (methods.length < 2) return null;
  return (
    <fieldset className="methods wide">
      <legend>{t('method')}</legend>
      {methods.map((method) => (
        <label key={method}>
          <input type="radio" name="method" checked={method === value} onChange={() => onValue(method)} />{' '}
          {t(`methods.${method}`)} <span className="small quiet">{t(`methodHints.${method}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}
