import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';

/** Scrolls to the passage or claim that the URL names, and focuses it, as soon as it is on the page: `content` is what it waits for. */
export function useFragment(...content: readonly unknown[]): void {
  const { hash, state } = useLocation();
  const shown = useRef<unknown>(undefined);
  const visit = state.__TSR_key ?? hash;
  useEffect(() => {
    if (hash === '' || shown.current === visit) return;
    const target = document.getElementById(hash);
    if (target === null) return;
    shown.current = visit;
    target.focus({ preventScroll: true });
    target.scrollIntoView({ block: 'center' });
  }, [hash, visit, ...content]);
}
