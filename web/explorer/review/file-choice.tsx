import { Button, FileTrigger } from 'react-aria-components';
import { useFormatter, useTranslations } from 'use-intl';
import { fileTypes, pageFields, type PageField } from './file-text.ts';
import type { ChosenFile } from './use-file.ts';

interface FileChoiceProps {
  readonly chosen: ChosenFile | undefined;
  readonly onFile: (file: File, encoding?: string) => void;
  /** The mark of the page that has the value of a field. */
  readonly markOf: (field: PageField) => string | undefined;
}

/** A button that chooses a file, and below it what was read of the file, or why it was not. */
export function FileChoice({ chosen, onFile, markOf }: FileChoiceProps) {
  const t = useTranslations('review.paste');
  return (
    <div className="file-choice wide">
      <p className="actions">
        <FileTrigger acceptedFileTypes={fileTypes} onSelect={(files) => files?.[0] && onFile(files[0])}>
          <Button>{t('chooseFile')}</Button>
        </FileTrigger>{' '}
        <span className="small quiet">{t('fileKinds')}</span>
      </p>
      <div role="status" className="small">
        <FileRead chosen={chosen} markOf={markOf} />
      </div>
      <FileRefused chosen={chosen} onFile={onFile} />
    </div>
  );
}

function FileRead({ chosen, markOf }: Pick<FileChoiceProps, 'chosen' | 'markOf'>) {
  const t = useTranslations('review.paste');
  const format = useFormatter();
  if (chosen === undefined || chosen.problem !== undefined) return null;
  const { file, read } = chosen;
  if (read === undefined) return <p>{t('readingFile', { name: file.name })}</p>;
  const { text, pagesWithoutText: pages } = read;
  const fields = pageFields.flatMap((field) => {
    const [mark, label] = [markOf(field), t(field === 'title' ? 'name' : field)];
    return mark === undefined ? [] : [t('fieldOfPage', { label, mark })];
  });
  return (
    <>
      <p>{t('fileIsRead', { name: file.name, count: text.length })}</p>
      {fields.length > 0 && <p>{t('checkPage', { fields: format.list(fields) })}</p>}
      {pages.length > 0 && <p>{t('pagesWithoutText', { count: pages.length, pages: format.list(pages.map(String)) })}</p>}
    </>
  );
}

function FileRefused({ chosen, onFile }: Pick<FileChoiceProps, 'chosen' | 'onFile'>) {
  const t = useTranslations('review.paste');
  if (chosen?.problem === undefined) return null;
  const { file, problem } = chosen;
  const { message, encodings } = problem;
  if (encodings.length === 0)
    return (
      <p role="alert" className="problem">
        {t('fileRefused', { name: file.name })} {message ?? t('fileNotSent')}
      </p>
    );
  return (
    <div role="alert" className="problem">
      <p>{t('otherEncoding', { name: file.name })}</p>
      <p className="actions">
        {encodings.map((encoding) => (
          <Button key={encoding} onPress={() => onFile(file, encoding)}>
            {encoding}
          </Button>
        ))}
      </p>
    </div>
  );
}
