import { useRouter } from '@tanstack/react-router';
import { useEffect, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

/** Makes the heading of the view, when it comes, the title of the page, and focuses it after navigation to another view. */
export function useHeading(content: RefObject<HTMLElement | null>): void {
  const router = useRouter();
  const name = useTranslations('shell')('name');
  useEffect(() => {
    let isAwaited = false;
    let focused: HTMLElement | undefined;
    const update = () => {
      const heading = content.current?.querySelector('h1');
      if (heading == null) return;
      document.title = `${heading.textContent} — ${name}`;
      const isReplaced = focused?.isConnected === false && document.activeElement === document.body;
      const { hash } = router.state.location;
      const isElsewhere = hash !== '' && document.activeElement?.id === hash; // at what the address names
      if ((isAwaited || isReplaced) && !isElsewhere) focus((focused = heading));
      isAwaited = false;
    };
    const observer = new MutationObserver(update);
    if (content.current !== null) observer.observe(content.current, { childList: true, characterData: true, subtree: true });
    update();
    const unsubscribe = router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
      isAwaited = fromLocation !== undefined && pathChanged;
      update();
    });
    return () => {
      observer.disconnect();
      unsubscribe();
    };
  }, [router, name, content]);
}

/** Where to scroll is for the router. */
function focus(heading: HTMLElement): void {
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
