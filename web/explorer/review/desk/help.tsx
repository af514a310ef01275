import { useTranslations } from 'use-intl';
import { ReviewDialog } from '../review-dialog.tsx';

/** Keys of the desk, in the order in which they are needed. */
const keys = ['j', 'k', 'a', 'x', 'e', 'u', 'r', '1', 'n', 'A', 'R', 'p', 'D', '?'] as const;

interface HelpProps {
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly isOn: boolean;
  readonly onSwitch: (isOn: boolean) => void;
}

/** The keys, and a switch that turns them off: software that is spoken to may press them unasked. */
export function Help({ isOpen, onOpen, isOn, onSwitch }: HelpProps) {
  const t = useTranslations('review.help');
  return (
    <ReviewDialog label={t('open')} shortcut="?" title={t('title')} isOpen={isOpen} onOpen={onOpen}>
      {(close) => (
        <>
          <table>
            <tbody>
              {keys.map((key) => (
                <tr key={key}>
                  <th scope="row">
                    <kbd>{key === '1' ? '1–9' : key}</kbd>
                  </th>
                  <td>{t(`keys.${nameOf[key]}`)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <label className="switch">
            <input type="checkbox" checked={isOn} onChange={({ target }) => onSwitch(target.checked)} /> {t('on')}
          </label>
          <p className="actions">
            <button type="button" onClick={close}>
              {t('close')}
            </button>
          </p>
        </>
      )}
    </ReviewDialog>
  );
}

const nameOf = {
  j: 'next',
  k: 'previous',
  a: 'accept',
  x: 'reject',
  e: 'edit',
  u: 'undo',
  r: 'reopen',
  '1': 'candidate',
  n: 'add',
  A: 'acceptAll',
  R: 'trusted',
  p: 'publish',
  D: 'discard',
  '?': 'help',
} as const;
