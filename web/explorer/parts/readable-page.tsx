import { use, useLayoutEffect } from 'react';
import { ComboBoxStateContext } from 'react-aria-components';

/**
 * Keeps the page beside an open list readable. React Aria hides it from screen readers, although the keyboard still reaches it: what has the focus would then have no
 * name (axe: aria-hidden-focus). What it takes for a layer above the page stays.
 */
export function ReadablePage() {
  const isOpen = use(ComboBoxStateContext)?.isOpen === true;
  useLayoutEffect(() => {
    const page = document.getElementById('explorer');
    if (page === null || !isOpen) return undefined;
    page.dataset['reactAriaTopLayer'] = 'true';
    return () => void delete page.dataset['reactAriaTopLayer'];
  }, [isOpen]);
  return null;
}
