import { useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { AnyVariables } from 'urql';
import { useTranslations } from 'use-intl';
import type { TakenView } from './take-along-menu.tsx';
import { usePart } from './use-part.ts';
import './take-along.css';

const takeAlongMenu = async () => (await import('./take-along-menu.tsx')).TakeAlongMenu;

/** What a reader may do with a view: send it, ask it again, keep its data and pictures. It belongs beside the view's heading. */
export function TakeAlong<Result, Variables extends AnyVariables>(view: TakenView<Result, Variables>) {
  const t = useTranslations('along');
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [note, follow] = useNote();
  const [Menu, load] = usePart(takeAlongMenu);
  const prepare = () => void load().catch(() => {}); // who presses it gets to know
  const open = () => {
    setOpen(true);
    if (Menu === undefined) void follow(load(), '', () => t('notLoaded'));
  };
  return (
    <div className="take-along">
      <Button
        ref={button}
        aria-haspopup="menu"
        aria-expanded={isOpen && Menu !== undefined}
        onHoverStart={prepare}
        onFocus={prepare}
        onPress={open}
        onKeyDown={({ key }) => key === 'ArrowDown' && open()}
      >
        {t('title')}
      </Button>
      {Menu !== undefined && isOpen && <Menu view={view} button={button} follow={follow} onClose={() => setOpen(false)} />}
      <p role="status">{note}</p>
    </div>
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
