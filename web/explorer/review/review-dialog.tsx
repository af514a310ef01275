import type { ReactNode } from 'react';
import { Button, Dialog, DialogTrigger, Heading, Modal } from 'react-aria-components';
import '../parts/dialog.css';
import './review-dialog.css';

interface ReviewDialogProps {
  /** Of the button that opens it. */
  readonly label: string;
  readonly className?: string;
  /** The key that opens it, as it is shown, such as "A". */
  readonly shortcut?: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  readonly children: (close: () => void) => ReactNode;
}

/** A button, and the dialog that it opens. */
export function ReviewDialog({ label, className = '', shortcut, title, isOpen, onOpen, children }: ReviewDialogProps) {
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={onOpen}>
      <Button className={className} aria-keyshortcuts={shortcut && keyOf(shortcut)}>
        {label} {shortcut !== undefined && <kbd aria-hidden="true">{shortcut}</kbd>}
      </Button>
      <Modal isDismissable className="dialog review-dialog">
        <Dialog>
          {({ close }) => (
            <>
              <Heading slot="title">{title}</Heading>
              {children(close)}
            </>
          )}
        </Dialog>
      </Modal>
    </DialogTrigger>
  );
}

const keyOf = (shortcut: string): string => (/[A-Z]/.test(shortcut) ? `Shift+${shortcut}` : shortcut);
