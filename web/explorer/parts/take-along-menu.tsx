import { useState, type ReactNode, type RefObject } from 'react';
import { Header, Menu, MenuItem, MenuSection, Popover } from 'react-aria-components';
import type { AnyVariables } from 'urql';
import { useLocale, useTranslations } from 'use-intl';
import { dataFormats, download, type Exported } from '../take-along/download.ts';
import { linkToView } from '../take-along/link.ts';
import { playgroundAddress } from '../take-along/operation.ts';
import { hasCharts, pictureFormats, savePictures, type Picture } from '../take-along/pictures.ts';
import { useAsOf } from '../url/use-as-of.ts';

export interface TakenView<Result, Variables extends AnyVariables> extends Omit<Exported<Result, Variables>, 'asOf'> {
  /** Of a view that draws on a canvas; charts (`svg[data-chart]`) are found. */
  readonly picture?: Picture;
}

interface TakeAlongMenuProps<Result, Variables extends AnyVariables> {
  readonly view: TakenView<Result, Variables>;
  readonly button: RefObject<HTMLButtonElement | null>;
  /** Shows what becomes of an action, in words. */
  readonly follow: (action: Promise<void>, done: string, failed: (reason: string) => string, meanwhile?: string) => Promise<void>;
  readonly onClose: () => void;
}

/** The open menu of `<TakeAlong>`. */
export function TakeAlongMenu<Result, Variables extends AnyVariables>(props: TakeAlongMenuProps<Result, Variables>) {
  const { view, button, follow, onClose } = props;
  const t = useTranslations('along');
  const language = useLocale();
  const asOf = useAsOf()?.date;
  const [hasPicture] = useState(() => view.picture !== undefined || hasCharts());
  const notSaved = (reason: string) => t('notSaved', { reason });
  return (
    <Popover
      isOpen
      onOpenChange={onClose}
      triggerRef={button}
      trigger="MenuTrigger"
      placement="bottom end"
      aria-label={t('title')}
    >
      <Menu aria-label={t('title')} autoFocus="first" onClose={onClose}>
        <Group title={t('view')}>
          <MenuItem onAction={() => void follow(copy(linkToView(language)), t('copied'), () => t('notCopied'))}>
            {t('copyLink')}
          </MenuItem>
          <MenuItem href={playgroundAddress(view)}>{t('operation')}</MenuItem>
          <MenuItem onAction={() => print()}>{t('print')}</MenuItem>
        </Group>
        <Group title={t('data')}>
          {dataFormats.map((format) => (
            <MenuItem
              key={format}
              onAction={() => void follow(download(format, { ...view, asOf }), t('saved'), notSaved, t('saving'))}
            >
              {t(format)}
            </MenuItem>
          ))}
        </Group>
        {hasPicture && (
          <Group title={t('pictures')}>
            {pictureFormats.map((format) => (
              <MenuItem key={format} onAction={() => void follow(savePictures(format, view.picture), t('saved'), notSaved)}>
                {t(format)}
              </MenuItem>
            ))}
          </Group>
        )}
      </Menu>
    </Popover>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <MenuSection>
      <Header>{title}</Header>
      {children}
    </MenuSection>
  );
}

/** Only pages from a secure address may write to the clipboard. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
