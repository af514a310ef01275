import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { MethodChoice } from './method-choice.tsx';
import { ModelWait } from './model-wait.tsx';
import { FieldProblem, Problems } from './problems.tsx';
import { problemsOf } from './problem-list.ts';
import type { TextInput } from './propose-query.ts';
import type { ReadingMethod } from './readings-query.ts';
import { TextField } from './text-field.tsx';
import { useProposing } from './use-proposing.ts';

const fields = ['title', 'outlet', 'date', 'url'] as const;
const languages = ['en', 'zh'] as const;

const empty = { title: '', outlet: '', date: '', url: '', language: '', text: '' };

/** Takes a text and what is known of it, and opens what is read in it. */
export function PasteForm({ methods }: { readonly methods: readonly ReadingMethod[] }) {
  const t = useTranslations('review.paste');
  const [typed, setTyped] = useState(empty);
  const [method, setMethod] = useState<ReadingMethod>('RULES');
  const proposing = useProposing();
  const navigate = useNavigate();
  const set = (name: keyof typeof empty) => (value: string) => setTyped((all) => ({ ...all, [name]: value }));
  const read = async (event: SubmitEvent) => {
    event.preventDefault();
    if (proposing.isReading) return;
    const reading = await proposing.read({ ...inputOf(typed), method });
    if (reading !== undefined) await navigate({ to: '/review/$reading', params: { reading } });
  };
  const problems = problemsOf(proposing.error);
  return (
    <section aria-labelledby="paste-heading">
      <h2 id="paste-heading">{t('title')}</h2>
      <form className="paste fields" onSubmit={(event) => void read(event)} onKeyDown={submitOnControlEnter}>
        {fields.map((name) => (
          <TextField
            key={name}
            label={t(name === 'title' ? 'name' : name)}
            hint={name === 'date' ? t('dateHint') : undefined}
            value={typed[name]}
            onValue={set(name)}
            isRequired={name === 'title'}
            problem={problems.at(name)}
          />
        ))}
        <label>
          <span>{t('language')}</span>
          <select value={typed.language} onChange={({ target }) => set('language')(target.value)}>
            <option value="">{t('anyLanguage')}</option>
            {languages.map((language) => (
              <option key={language} value={language}>
                {t(`languages.${language}`)}
              </option>
            ))}
          </select>
        </label>
        <label className="wide">
          <span>{t('text')}</span>
          <textarea
            required
            rows={12}
            value={typed.text}
            lang={typed.language || undefined}
            placeholder={t('textHint')}
            onChange={({ target }) => set('text')(target.value)}
          />
          <FieldProblem problem={problems.at('text')} />
        </label>
        <MethodChoice methods={methods} value={method} onValue={setMethod} />
        <Problems problems={problems.others([...fields, 'text'])} />
        <p className="actions">
          <button className="primary" disabled={proposing.isReading}>
            {t(proposing.isReading ? 'reading' : 'read')}
          </button>{' '}
          <span className="small quiet">{t('private')}</span>
        </p>
        {proposing.isReading && method === 'MODEL' && <ModelWait onCancel={proposing.cancel} />}
      </form>
    </section>
  );
}

/** What is left empty is left out. */
function inputOf({ title, text, ...rest }: typeof empty): TextInput {
  const given = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { title: title.trim(), text, ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) };
}

function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
