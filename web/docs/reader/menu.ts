/** In a narrow window the list of pages is behind a button, and that of headings is closed. */
import { element } from './element.ts';

export function watchMenu(): void {
  const button = element('.menu');
  const set = (isOpen: boolean) => {
    button.setAttribute('aria-expanded', String(isOpen));
    document.body.toggleAttribute('data-menu', isOpen);
    element('.shell-header').toggleAttribute('data-open', isOpen);
  };
  button.addEventListener('click', () => set(button.getAttribute('aria-expanded') === 'false'));
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape' || button.getAttribute('aria-expanded') === 'false') return;
    set(false);
    button.focus();
  });
}

export function openLists(): void {
  const wide = matchMedia('(width >= 80rem)');
  const list = document.querySelector<HTMLDetailsElement>('.headings details');
  const follow = () => list !== null && (list.open = wide.matches);
  wide.addEventListener('change', follow);
  follow();
  const current = document.querySelector('#docs-pages [aria-current]');
  if (wide.matches) current?.scrollIntoView({ block: 'nearest' });
}
