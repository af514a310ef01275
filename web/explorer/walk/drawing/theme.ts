import { useSearch } from '@tanstack/react-router';
import { useSyncExternalStore } from 'react';

/** The colours of what is drawn, which no style sheet reaches. They are those of theme.css. */
export interface Palette {
  readonly isDark: boolean;
  readonly ground: string;
  readonly text: string;
  readonly quiet: string;
  readonly line: string;
  readonly accent: string;
}

const light: Palette = {
  isDark: false,
  ground: '#fdfdfb',
  text: '#1c1e21',
  quiet: '#595f66',
  line: '#85888c',
  accent: '#0a6264',
};
const dark: Palette = { isDark: true, ground: '#15171a', text: '#e4e6e8', quiet: '#a4abb3', line: '#737b84', accent: '#6cc9c7' };

const prefersDark = matchMedia('(prefers-color-scheme: dark)');
const prefersStill = matchMedia('(prefers-reduced-motion: reduce)');

/** The colours of the theme of the URL; without one, of that of the system. */
export function usePalette(): Palette {
  const { theme } = useSearch({ strict: false });
  const isSystemDark = useMatch(prefersDark);
  return (theme === undefined ? isSystemDark : theme === 'dark') ? dark : light;
}

export const usePrefersStill = (): boolean => useMatch(prefersStill);

function useMatch(query: MediaQueryList): boolean {
  return useSyncExternalStore(
    (changed) => {
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => query.matches,
  );
}
