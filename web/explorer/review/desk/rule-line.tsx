import { useTranslations } from 'use-intl';

export interface Rule {
  readonly rule: string;
  /** How many undecided proposals of it can be accepted at once. */
  readonly acceptable: number;
  readonly acceptedBefore: number;
  readonly rejectedBefore: number;
}

interface RuleLineProps {
  readonly rule: Rule;
  readonly onAcceptAll: () => void;
}

/** Which rule found it, how often reviewers agreed with it before, and a way to accept all that it found. */
export function RuleLine({ rule: { rule, acceptable, acceptedBefore, rejectedBefore }, onAcceptAll }: RuleLineProps) {
  const t = useTranslations('review');
  const decided = acceptedBefore + rejectedBefore;
  return (
    <p className="rule small quiet">
      <span>
        {t.rich('rule', { rule: () => <code>{rule}</code> })},{' '}
        {decided === 0 ? t('ruleIsNew') : t('ruleWasRight', { accepted: acceptedBefore, decided })}
      </span>
      {acceptable > 1 && (
        <button type="button" onClick={onAcceptAll} aria-keyshortcuts="Shift+A">
          {t('acceptAll', { count: acceptable })} <kbd aria-hidden="true">A</kbd>
        </button>
      )}
    </p>
  );
}
