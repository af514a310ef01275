import { useEffect } from 'react';

const rows = 'li, tbody tr';
const headings = 'h1, h2, h3, h4, h5, h6';
const focusable = 'a[href], button, input, select, [tabindex="0"]';

/**
 * Keeps the reader's place when what has the focus leaves the page: a button that shows more, tries again or closes its part. The focus goes to the first row that
 * came, else to the heading of the part that is left, or to the first thing in it that takes it. What is above the page, such as a menu, looks after itself.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    const page = document.getElementById('explorer')!;
    let around: readonly HTMLElement[] = []; // what has the focus and all that it is in, within the page
    const follow = ({ target }: FocusEvent) => (around = ancestorsIn(page, target as HTMLElement));
    const observer = new MutationObserver((changes) => {
      if (around.length === 0 || around[0]!.isConnected || document.activeElement !== document.body) return;
      const part = around.find((element) => element.isConnected) ?? page;
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      focusOn(successor(part, added));
    });
    document.addEventListener('focusin', follow);
    observer.observe(page, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', follow);
      observer.disconnect();
    };
  }, []);
}

function ancestorsIn(page: HTMLElement, target: HTMLElement): HTMLElement[] {
  const ancestors: HTMLElement[] = [];
  for (let each: HTMLElement | null = target; each !== null && each !== page; each = each.parentElement) ancestors.push(each);
  return page.contains(target) ? ancestors : [];
}

/** What takes the place of something that left `part`. */
function successor(part: HTMLElement, added: readonly Node[]): HTMLElement {
  const first = added.find((node): node is HTMLElement => node instanceof HTMLElement && part.contains(node));
  if (first !== undefined) return first.matches(rows) ? first : (first.querySelector<HTMLElement>(rows) ?? first);
  return part.querySelector<HTMLElement>(headings) ?? part.querySelector<HTMLElement>(focusable) ?? part;
}

function focusOn(element: HTMLElement): void {
  if (!element.matches(focusable)) element.tabIndex = -1;
  element.focus({ preventScroll: true });
}
