import { Button, Dialog, DialogTrigger, Heading, Modal } from 'react-aria-components';
import { useTranslations } from 'use-intl';

/** Keys of the desk, in the order in which they are needed. */
const keys = ['j', 'k', 'a', 'x', 'e', 'u', 'r', '1', 'n', 'A', 'p', '?'] as const;

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
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <Button aria-keyshortcuts="?">
        {t('open')} <kbd aria-hidden="true">?</kbd>
      </Button>
      <Modal isDismissable className="review-dialog">
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title">{t('title')}</Heading>
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
                <Button onPress={close}>{t('close')}</Button>
              </p>
            </>
          )}
        </Dialog>
      </Modal>
    </DialogTrigger>
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
  p: 'publish',
  '?': 'help',
} as const;
