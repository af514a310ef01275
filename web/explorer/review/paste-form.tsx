import { useNavigate } from '@tanstack/react-router';
import { useState, type KeyboardEvent, type SubmitEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useMutation } from 'urql';
import { graphql, type VariablesOf } from '../api/graphql.ts';
import { FieldProblem, Problems } from './problems.tsx';
import { problemsOf } from './problem-list.ts';
import { TextField } from './text-field.tsx';

const proposeClaims = graphql(`
  mutation ProposeClaims($input: ProposeClaimsInput!) {
    proposeClaims(input: $input) {
      id
      key
    }
  }
`);

type Input = VariablesOf<typeof proposeClaims>['input'];

const fields = ['title', 'outlet', 'date', 'url'] as const;
const languages = ['en', 'zh'] as const;

const empty = { title: '', outlet: '', date: '', url: '', language: '', text: '' };

/** Takes a text and what is known of it, and opens what is read in it. */
export function PasteForm() {
  const t = useTranslations('review.paste');
  const [typed, setTyped] = useState(empty);
  const [{ fetching, error }, propose] = useMutation(proposeClaims);
  const navigate = useNavigate();
  const set = (name: keyof typeof empty) => (value: string) => setTyped((all) => ({ ...all, [name]: value }));
  const read = async (event: SubmitEvent) => {
    event.preventDefault();
    if (fetching) return;
    const { data } = await propose({ input: inputOf(typed) });
    if (data != null) await navigate({ to: '/review/$reading', params: { reading: data.proposeClaims.id } });
  };
  const problems = problemsOf(error);
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
        <Problems problems={problems.others([...fields, 'text'])} />
        <p className="actions">
          <button className="primary" disabled={fetching}>
            {t(fetching ? 'reading' : 'read')}
          </button>{' '}
          <span className="small quiet">{t('private')}</span>
        </p>
      </form>
    </section>
  );
}

/** What is left empty is left out. */
function inputOf({ title, text, ...rest }: typeof empty): Input {
  const given = Object.entries(rest).filter(([, value]) => value.trim() !== '');
  return { title: title.trim(), text, ...Object.fromEntries(given.map(([name, value]) => [name, value.trim()])) };
}

function submitOnControlEnter(event: KeyboardEvent<HTMLFormElement>) {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.currentTarget.requestSubmit();
}
