import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { comparators, observationKinds } from '../../../../../src/model/values.ts';
import type { ProblemList } from '../../problem-list.ts';
import { TextField } from '../../text-field.tsx';
import { observationInput, type ObservationInput } from '../inputs.ts';
import { useEndName } from '../proposed-end.tsx';
import type { End, Observation } from '../proposal-parts.ts';
import { ChoiceField } from './choice-field.tsx';
import { EditFrame } from './edit-frame.tsx';
import { numberOf } from './number-of.ts';
import { noReference, referenceTo, sent, type Reference } from './reference.ts';
import { ReferenceField } from './reference-field.tsx';
import { ReferenceList } from './reference-list.tsx';

interface ObservationFormProps {
  readonly title: string;
  readonly observation: Observation | undefined;
  readonly near: readonly End[];
  readonly problems: ProblemList;
  readonly isSaving: boolean;
  readonly onSave: (observation: ObservationInput) => void;
  readonly onCancel: () => void;
  /** Further fields. */
  readonly children: ReactNode;
}

const texts = ['value', 'unit', 'period', 'basePeriod', 'rank'] as const;
const shown = [...texts, 'comparator', 'kind', 'indicator', 'region', 'about', 'reportedBy', 'summary'];

type Comparator = NonNullable<ObservationInput['comparator']>;

/** Corrects or writes a value of an indicator. */
export function ObservationForm({
  title,
  observation,
  near,
  problems,
  isSaving,
  onSave,
  onCancel,
  children,
}: ObservationFormProps) {
  const t = useTranslations('review.edit');
  const model = useTranslations('model');
  const nameOf = useEndName();
  const [typed, setTyped] = useState(
    () =>
      Object.fromEntries(texts.map((name) => [name, String(observation?.[name] ?? '')])) as Record<
        (typeof texts)[number],
        string
      >,
  );
  const [comparator, setComparator] = useState<Comparator>(observation?.comparator ?? 'EXACT');
  const [kind, setKind] = useState<ObservationInput['kind']>(observation?.kind ?? 'ACTUAL');
  const reference = (end: End | null | undefined) => (end == null ? noReference : referenceTo(end, nameOf));
  const [indicator, setIndicator] = useState(() => reference(observation?.indicator));
  const [region, setRegion] = useState(() => reference(observation?.region));
  const [reportedBy, setReportedBy] = useState(() => reference(observation?.reportedBy));
  const [about, setAbout] = useState<readonly Reference[]>(() => observation?.about.map(reference) ?? []);
  const save = () =>
    onSave({
      evidence: [],
      ...(observation && observationInput(observation)),
      indicator: sent(indicator) ?? '',
      region: sent(region) ?? null,
      reportedBy: sent(reportedBy) ?? null,
      about: about.flatMap((each) => sent(each) ?? []),
      value: numberOf(typed.value),
      rank: numberOf(typed.rank),
      unit: typed.unit.trim() || null,
      period: typed.period.trim() || null,
      basePeriod: typed.basePeriod.trim() || null,
      comparator,
      kind,
    });
  const text = (name: (typeof texts)[number], hint?: string) => (
    <TextField
      label={t(name)}
      hint={hint}
      inputMode={name === 'value' || name === 'rank' ? 'decimal' : undefined}
      value={typed[name]}
      onValue={(value) => setTyped((all) => ({ ...all, [name]: value }))}
      problem={problems.at(name)}
    />
  );
  return (
    <EditFrame title={title} problems={problems.others(shown)} isSaving={isSaving} onSave={save} onCancel={onCancel}>
      <ReferenceField
        label={t('indicator')}
        types={['INDICATOR']}
        value={indicator}
        onValue={setIndicator}
        near={near}
        problem={problems.at('indicator')}
      />
      <ChoiceField
        label={t('comparator')}
        value={comparator}
        onValue={(code) => setComparator(code as Comparator)}
        options={Object.keys(comparators).map((code) => ({ value: code, label: model(`comparator.${code as Comparator}`) }))}
        problem={problems.at('comparator')}
      />
      {text('value')}
      {text('unit', t('unitHint'))}
      <ChoiceField
        label={t('kind')}
        value={kind}
        onValue={(code) => setKind(code as typeof kind)}
        options={Object.keys(observationKinds).map((code) => ({
          value: code,
          label: model(`observation.${code as typeof kind}`),
        }))}
        problem={problems.at('kind')}
      />
      {text('period', t('edtf'))}
      {kind !== 'ACTUAL' && text('basePeriod', t('edtf'))}
      {text('rank')}
      <ReferenceField
        label={t('region')}
        types={['REGION']}
        value={region}
        onValue={setRegion}
        near={near}
        problem={problems.at('region')}
      />
      <ReferenceList label={t('about')} values={about} onValues={setAbout} near={near} problem={problems.at('about')} />
      <ReferenceField
        label={t('reportedBy')}
        value={reportedBy}
        onValue={setReportedBy}
        near={near}
        problem={problems.at('reportedBy')}
      />
      {children}
    </EditFrame>
  );
}
