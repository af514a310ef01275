import { useState } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components';
import type { AnyVariables } from 'urql';
import { useLocale, useTranslations } from 'use-intl';
import { linkToView } from '../take-along/link.ts';
import { playgroundAddress, type Operation } from '../take-along/operation.ts';
import './take-along.css';

/** What a reader may do with a view: send it, ask it again, keep it. It belongs beside the view's heading. */
export function TakeAlong<Result, Variables extends AnyVariables>(operation: Operation<Result, Variables>) {
  const t = useTranslations('along');
  const language = useLocale();
  const [note, setNote] = useState('');
  const copyLink = () =>
    copy(linkToView(language)).then(
      () => setNote(t('copied')),
      () => setNote(t('notCopied')),
    );
  return (
    <div className="take-along">
      <MenuTrigger>
        <Button>{t('title')}</Button>
        <Popover placement="bottom end">
          <Menu aria-label={t('title')}>
            <MenuItem onAction={() => void copyLink()}>{t('copyLink')}</MenuItem>
            <MenuItem href={playgroundAddress(operation)}>{t('operation')}</MenuItem>
            <Separator />
            <MenuItem onAction={() => print()}>{t('print')}</MenuItem>
          </Menu>
        </Popover>
      </MenuTrigger>
      <p role="status">{note}</p>
    </div>
  );
}

/** Only pages from a secure address may write to the clipboard. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
