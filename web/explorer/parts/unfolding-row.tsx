import { useId, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components';

interface UnfoldingRowProps {
  /** All cells but the last, which has the button. */
  readonly children: ReactNode;
  /** How many columns the table has. */
  readonly columns: number;
  /** The text of the button. */
  readonly label: string;
  /** Its name, where the text does not say of what. */
  readonly name?: string;
  readonly beforeButton?: ReactNode;
  readonly afterButton?: ReactNode;
  readonly className?: string;
  /** What the row unfolds to; without it there is no button. */
  readonly content: (() => ReactNode) | undefined;
}

/** A row of a table that unfolds to what it rests on, in a row below it. */
export function UnfoldingRow({ children, columns, label, name, content, className, ...beside }: UnfoldingRowProps) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <tr>
        {children}
        <td className={className}>
          {beside.beforeButton}
          {content !== undefined && (
            <Button
              className="unfold"
              aria-expanded={isOpen}
              aria-controls={isOpen ? id : undefined}
              aria-label={name}
              onPress={() => setOpen(!isOpen)}
            >
              {label}
            </Button>
          )}
          {beside.afterButton}
        </td>
      </tr>
      {isOpen && content !== undefined && (
        <tr id={id} className="unfolded">
          <td colSpan={columns}>{content()}</td>
        </tr>
      )}
    </>
  );
}
