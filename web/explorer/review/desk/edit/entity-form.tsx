import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { entities, labels, type Label } from '../../../../../src/model/entities.ts';
import { useModelWords } from '../../../parts/model-words.ts';
import type { ProblemList } from '../../problem-list.ts';
import { TextField } from '../../text-field.tsx';
import type { EntityInput } from '../inputs.ts';
import { typenameOf } from '../ends.ts';
import type { ProposedEntity } from '../proposal-parts.ts';
import { ChoiceField } from './choice-field.tsx';
import { EditFrame } from './edit-frame.tsx';
import { codesOf } from './predicates.ts';
import { noReference, type Reference } from './reference.ts';
import { ReferenceField } from './reference-field.tsx';

interface EntityFormProps {
  readonly title: string;
  readonly entity: ProposedEntity | undefined;
  readonly problems: ProblemList;
  readonly isSaving: boolean;
  readonly onSave: (entity: EntityInput) => void;
  readonly onCancel: () => void;
  /** Further fields. */
  readonly children: ReactNode;
}

const shown = ['id', 'names', 'value', 'kind', 'summary'];

/** Corrects or writes a new entity, or says which entity of the graph it is. */
export function EntityForm({ title, entity, problems, isSaving, onSave, onCancel, children }: EntityFormProps) {
  const t = useTranslations('review.edit');
  const words = useModelWords();
  const [label, setLabel] = useState<Label>(entity === undefined ? 'Organization' : typenameOf(entity.type));
  const [slug, setSlug] = useState(entity?.id.replace(/^[a-z]+:/, '') ?? '');
  const [english, setEnglish] = useState(nameIn(entity, 'en'));
  const [chinese, setChinese] = useState(nameIn(entity, 'zh'));
  const [properties, setProperties] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(entity?.properties.map(({ name, value }) => [name, value]) ?? []),
  );
  const [known, setKnown] = useState<Reference>(noReference);
  const codes = codesOf(entities[label].properties['kind']);
  const save = () =>
    known.id === undefined
      ? onSave({
          id: `${label.toLowerCase()}:${slug.trim()}`,
          names: [...namesOf(english, 'en', entity), ...namesOf(chinese, 'zh', entity), ...otherNames(entity)],
          properties: Object.entries(properties).flatMap(([name, value]) => (value === '' ? [] : [{ name, value }])),
          description: entity?.description,
        })
      : onSave({ id: known.id }); // that it has it is all there is to say
  return (
    <EditFrame title={title} problems={problems.others(shown)} isSaving={isSaving} onSave={save} onCancel={onCancel}>
      {entity !== undefined && (
        <ReferenceField label={t('known')} value={known} onValue={setKnown} near={[]} problem={undefined} />
      )}
      {known.id === undefined && (
        <>
          <ChoiceField
            label={t('type')}
            value={label}
            onValue={(next) => setLabel(next as Label)}
            options={labels.map((each) => ({ value: each, label: words.type(each) }))}
          />
          {codes.length > 0 && (
            <ChoiceField
              label={t('kind')}
              value={properties['kind'] ?? ''}
              onValue={(kind) => setProperties((all) => ({ ...all, kind }))}
              options={['', ...codes].map((code) => ({ value: code, label: code && words.value(label, 'kind', code) }))}
              problem={problems.at('kind')}
            />
          )}
          <TextField
            label={t('english')}
            value={english}
            onValue={setEnglish}
            problem={problems.at('names') ?? problems.at('value')}
          />
          <TextField label={t('chinese')} value={chinese} onValue={setChinese} />
          <TextField
            label={t('id')}
            hint={t('idHint', { prefix: `${label.toLowerCase()}:` })}
            value={slug}
            onValue={setSlug}
            problem={problems.at('id')}
          />
        </>
      )}
      {children}
    </EditFrame>
  );
}

type Name = ProposedEntity['names'][number];

const isPreferred = ({ kind }: Name): boolean => kind === 'PREFERRED';

const nameIn = (entity: ProposedEntity | undefined, lang: string): string =>
  entity?.names.find((name) => name.lang === lang && isPreferred(name))?.value ?? '';

function namesOf(value: string, lang: string, entity: ProposedEntity | undefined): Name[] {
  const before = entity?.names.find((name) => name.lang === lang && isPreferred(name));
  return value.trim() === '' ? [] : [{ kind: before?.kind ?? 'PREFERRED', value: value.trim(), lang }];
}

/** The names that the form does not show: abbreviations, and those of other languages. */
const otherNames = (entity: ProposedEntity | undefined): Name[] =>
  entity?.names
    .filter((name) => !isPreferred(name) || !['en', 'zh'].includes(name.lang))
    .map(({ value, lang, kind }) => ({ value, lang, kind })) ?? [];
