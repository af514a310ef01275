/** The button to the other theme; the choice is kept for later pages. */
import { element } from './element.ts';

export function watchTheme(): void {
  const button = element('.theme');
  const system = matchMedia('(prefers-color-scheme: dark)');
  const { dataset } = document.documentElement;
  const other = () => ((dataset['theme'] ?? (system.matches ? 'dark' : 'light')) === 'dark' ? 'light' : 'dark');
  const show = () => {
    const word = other() === 'dark' ? 'Dark' : 'Light';
    button.textContent = word;
    button.setAttribute('aria-label', `Theme: ${word}`);
  };
  button.addEventListener('click', () => {
    dataset['theme'] = other();
    try {
      localStorage.setItem('policygraph-docs:theme', dataset['theme']);
    } catch {
      // without storage the choice is that of this page
    }
    show();
  });
  system.addEventListener('change', show);
  show();
}
