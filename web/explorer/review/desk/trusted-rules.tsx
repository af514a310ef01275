import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { ReviewDialog } from '../review-dialog.tsx';
import type { Rule } from './rule-line.tsx';
import { isTrusted } from './trusted.ts';

interface TrustedRulesProps {
  /** With how many undecided proposals of each can be accepted. */
  readonly rules: readonly Rule[];
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onAccept: (rules: readonly string[]) => void;
}

/** Accepts all that some rules propose; those that reviewers agreed with before are chosen at first. */
export function TrustedRules({ rules, isOpen, onOpen, onAccept }: TrustedRulesProps) {
  const t = useTranslations('review.trusted');
  return (
    <ReviewDialog label={t('open')} shortcut="R" title={t('title')} isOpen={isOpen} onOpen={onOpen}>
      {(close) => <Choice rules={rules.filter(({ acceptable }) => acceptable > 0)} onAccept={onAccept} onClose={close} />}
    </ReviewDialog>
  );
}

interface ChoiceProps extends Pick<TrustedRulesProps, 'rules' | 'onAccept'> {
  readonly onClose: () => void;
}

function Choice({ rules, onAccept, onClose }: ChoiceProps) {
  const t = useTranslations('review.trusted');
  const [chosen, setChosen] = useState<readonly string[]>(() => rules.filter(isTrusted).map(({ rule }) => rule));
  const set = (rule: string, isChosen: boolean) =>
    setChosen((all) => (isChosen ? [...all, rule] : all.filter((each) => each !== rule)));
  const count = rules.reduce((sum, { rule, acceptable }) => sum + (chosen.includes(rule) ? acceptable : 0), 0);
  return (
    <>
      <p>{t('lead')}</p>
      {rules.length === 0 && <p className="quiet">{t('none')}</p>}
      <ul className="trusted">
        {rules.map((each) => (
          <RuleChoice key={each.rule} rule={each} isChosen={chosen.includes(each.rule)} onChoose={set} />
        ))}
      </ul>
      <p className="actions">
        <button type="button" className="primary" disabled={count === 0} onClick={() => onAccept(chosen)}>
          {t('accept', { count })}
        </button>{' '}
        <button type="button" onClick={onClose}>
          {t('cancel')}
        </button>
      </p>
    </>
  );
}

interface RuleChoiceProps {
  readonly rule: Rule;
  readonly isChosen: boolean;
  readonly onChoose: (rule: string, isChosen: boolean) => void;
}

function RuleChoice({ rule: { rule, acceptable, acceptedBefore, rejectedBefore }, isChosen, onChoose }: RuleChoiceProps) {
  const t = useTranslations('review');
  const decided = acceptedBefore + rejectedBefore;
  return (
    <li>
      <label>
        <input type="checkbox" checked={isChosen} onChange={({ target }) => onChoose(rule, target.checked)} /> <code>{rule}</code>
      </label>{' '}
      <span className="small quiet">
        {t('trusted.undecided', { count: acceptable })},{' '}
        {decided === 0 ? t('ruleIsNew') : t('ruleWasRight', { accepted: acceptedBefore, decided })}
      </span>
    </li>
  );
}
