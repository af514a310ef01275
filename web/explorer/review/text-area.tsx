import { useTranslations } from 'use-intl';
import { FieldProblem } from './problems.tsx';
import { useFileDrop } from './use-file-drop.ts';

interface TextAreaProps {
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly onFile: (file: File) => void;
  readonly language: string;
  readonly problem: string | undefined;
}

/** Where a text is pasted, or a file dropped. */
export function TextArea({ value, onValue, onFile, language, problem }: TextAreaProps) {
  const t = useTranslations('review.paste');
  const drop = useFileDrop(onFile);
  return (
    <label className="wide">
      <span>{t('text')}</span>
      <textarea
        required
        rows={12}
        value={value}
        lang={language || undefined}
        placeholder={t('textHint')}
        onChange={({ target }) => onValue(target.value)}
        {...drop}
      />
      <FieldProblem problem={problem} />
    </label>
  );
}
