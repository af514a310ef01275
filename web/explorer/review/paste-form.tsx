import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { FileChoice } from './file-choice.tsx';
import { pageFields, type PageField } from './file-text.ts';
import { MethodChoice } from './method-choice.tsx';
import { ModelWait } from './model-wait.tsx';
import { Problems } from './problems.tsx';
import { problemsOf } from './problem-list.ts';
import type { TextInput } from './propose-query.ts';
import type { ReadingMethod } from './readings-query.ts';
import { TextArea } from './text-area.tsx';
import { TextField } from './text-field.tsx';
import { useFile } from './use-file.ts';
import { usePastedText, type PastedText } from './use-pasted-text.ts';
import { useProposing } from './use-proposing.ts';

const languages = ['en', 'zh'] as const;

/** Takes a text and what is known of it, and opens what is read in it. */
export function PasteForm({ methods }: { readonly methods: readonly ReadingMethod[] }) {
  const t = useTranslations('review.paste');
  const { typed, set, fill, markOf } = usePastedText();
  const { chosen, choose } = useFile(fill);
  const [method, setMethod] = useState<ReadingMethod>('RULES');
  const proposing = useProposing();
  const navigate = useNavigate();
  const read = async (event: SubmitEvent) => {
    event.preventDefault();
    if (proposing.isReading) return;
    const reading = await proposing.read({ ...inputOf(typed), method });
    if (reading !== undefined) await navigate({ to: '/review/$reading', params: { reading } });
  };
  const sourceOf = (name: PageField) => {
    const mark = markOf(name);
    return mark && t('fromPage', { mark });
  };
  const problems = problemsOf(proposing.error);
  return (
    <section aria-labelledby="paste-heading">
      <h2 id="paste-heading">{t('title')}</h2>
      <form className="paste fields" onSubmit={(event) => void read(event)} onKeyDown={submitOnControlEnter}>
        <FileChoice chosen={chosen} onFile={(file, encoding) => void choose(file, encoding)} markOf={markOf} />
        {pageFields.map((name) => (
          <TextField
            key={name}
            label={t(name === 'title' ? 'name' : name)}
            hint={name === 'date' ? t('dateHint') : undefined}
            source={sourceOf(name)}
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
        <TextArea
          value={typed.text}
          onValue={set('text')}
          onFile={(file) => void choose(file)}
          language={typed.language}
          problem={problems.at('text')}
        />
        <MethodChoice methods={methods} value={method} onValue={setMethod} />
        <Problems problems={problems.others([...pageFields, 'text'])} />
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
function inputOf({ title, text, ...rest }: PastedText): TextInput {
  const given = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { title: title.trim(), text, ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) };
}

function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
