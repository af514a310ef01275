import { useState, type ReactNode } from 'react';
import { Button, Header, Menu, MenuItem, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import type { AnyVariables } from 'urql';
import { useLocale, useTranslations } from 'use-intl';
import { dataFormats, download, type Exported } from '../take-along/download.ts';
import { linkToView } from '../take-along/link.ts';
import { playgroundAddress } from '../take-along/operation.ts';
import { hasCharts, pictureFormats, savePictures, type Picture } from '../take-along/pictures.ts';
import { useAsOf } from '../url/use-as-of.ts';
import './take-along.css';

interface TakeAlongProps<Result, Variables extends AnyVariables> extends Omit<Exported<Result, Variables>, 'asOf'> {
  /** Of a view that draws on a canvas; charts (`svg[data-chart]`) are found. */
  readonly picture?: Picture;
}

/** What a reader may do with a view: send it, ask it again, keep its data and pictures. It belongs beside the view's heading. */
export function TakeAlong<Result, Variables extends AnyVariables>(view: TakeAlongProps<Result, Variables>) {
  const t = useTranslations('along');
  const language = useLocale();
  const asOf = useAsOf()?.date;
  const [note, follow] = useNote();
  const [hasPicture, setHasPicture] = useState(false);
  const look = () => setHasPicture(view.picture !== undefined || hasCharts());
  return (
    <div className="take-along">
      <MenuTrigger onOpenChange={look}>
        <Button>{t('title')}</Button>
        <Popover placement="bottom end">
          <Menu aria-label={t('title')}>
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
                  onAction={() =>
                    void follow(
                      download(format, { ...view, asOf }),
                      t('saved'),
                      (reason) => t('notSaved', { reason }),
                      t('saving'),
                    )
                  }
                >
                  {t(format)}
                </MenuItem>
              ))}
            </Group>
            {hasPicture && (
              <Group title={t('pictures')}>
                {pictureFormats.map((format) => (
                  <MenuItem
                    key={format}
                    onAction={() =>
                      void follow(savePictures(format, view.picture), t('saved'), (reason) => t('notSaved', { reason }))
                    }
                  >
                    {t(format)}
                  </MenuItem>
                ))}
              </Group>
            )}
          </Menu>
        </Popover>
      </MenuTrigger>
      <p role="status">{note}</p>
    </div>
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

/** What became of the last action, in words. */
function useNote() {
  const [note, setNote] = useState('');
  const follow = async (action: Promise<void>, done: string, failed: (reason: string) => string, meanwhile = '') => {
    setNote(meanwhile);
    try {
      await action;
      setNote(done);
    } catch (error) {
      setNote(failed(error instanceof Error ? error.message : String(error)));
    }
  };
  return [note, follow] as const;
}

/** Only pages from a secure address may write to the clipboard. */
async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
}
