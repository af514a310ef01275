/** The search: a dialog whose index is loaded when it is first opened. */
import { element } from './element.ts';
import { excerpt, marked } from './excerpt.ts';
import { findSections, loadIndex, type Found } from './find.ts';

const dialog = element<HTMLDialogElement>('dialog.search');
const input = element<HTMLInputElement>('input', dialog);
const status = element('[role=status]', dialog);
const list = element('ol', dialog);
const site = document.documentElement.dataset['site'] ?? './';

function row({ address, title, page, text, terms }: Found): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = site + address;
  const heading = document.createElement('strong');
  heading.append(...marked(title, terms));
  const place = document.createElement('small');
  place.textContent = page === title ? '' : page;
  const passage = document.createElement('p');
  passage.append(...marked(excerpt(text, terms), terms));
  link.append(heading, ' ', place, passage);
  link.addEventListener('click', () => dialog.close()); // it may lead to the same page
  item.append(link);
  return item;
}

async function show(): Promise<void> {
  const query = input.value.trim();
  const found = query === '' ? [] : findSections(await loadIndex(), query);
  if (query !== input.value.trim()) return; // more was typed meanwhile
  list.replaceChildren(...found.map(row));
  const count = found.length === 1 ? '1 result' : `${found.length} results`;
  status.textContent = query === '' ? '' : found.length === 0 ? `No page has “${query}”.` : count;
}

function fail(): void {
  status.textContent = 'The search index could not be loaded. Reload the page to try again.';
}

function open(): void {
  dialog.showModal();
  input.select();
  loadIndex().then(show).catch(fail);
}

/** Up and down from the field through the results. */
function move(event: KeyboardEvent): void {
  const stops = [input, ...list.querySelectorAll('a')];
  const at = stops.indexOf(document.activeElement as HTMLAnchorElement);
  if (event.key === 'Enter' && at === 0) stops[1]?.click();
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
}

export function watchSearch(): void {
  element('.search-open').addEventListener('click', open);
  element('.search-close').addEventListener('click', () => dialog.close());
  input.addEventListener('input', () => void show().catch(fail));
  dialog.addEventListener('keydown', move);
  dialog.addEventListener('click', ({ target }) => target === dialog && dialog.close()); // on the backdrop
  document.addEventListener('keydown', (event) => {
    const isTyping = (event.target as HTMLElement).matches('input, textarea, select');
    const isShortcut = event.key === '/' ? !isTyping : event.key === 'k' && (event.ctrlKey || event.metaKey);
    if (!isShortcut || dialog.open) return;
    event.preventDefault();
    open();
  });
}
