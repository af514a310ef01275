import { useState } from 'react';
import { pageFields, type FileText, type PageField } from './file-text.ts';

const empty = { title: '', outlet: '', date: '', url: '', language: '', text: '' };

export type PastedText = typeof empty;

interface State {
  readonly typed: PastedText;
  /** What the last file filled in, and the marks of its page. */
  readonly filled: Partial<Record<PageField, { readonly value: string; readonly mark: string }>>;
}

interface Pasting {
  readonly typed: PastedText;
  readonly set: (name: keyof PastedText) => (value: string) => void;
  /** Takes the text of a file, and what its page says where nobody has typed anything. */
  readonly fill: (read: FileText) => void;
  /** The mark of the page that has the value of a field; undefined where a person typed it. */
  readonly markOf: (field: PageField) => string | undefined;
}

/** A text and what is known of it, as it is typed, pasted or read from a file. */
export function usePastedText(): Pasting {
  const [{ typed, filled }, setState] = useState<State>({ typed: empty, filled: {} });
  const set = (name: keyof PastedText) => (value: string) =>
    setState((state) => ({ ...state, typed: { ...state.typed, [name]: value } }));
  const fill = (read: FileText) => setState((state) => filledWith(state, read));
  const markOf = (field: PageField) => (typed[field] === filled[field]?.value ? filled[field].mark : undefined);
  return { typed, set, fill, markOf };
}

/** What the file before filled in goes with it. */
function filledWith({ typed, filled: before }: State, read: FileText): State {
  const free = pageFields.filter((field) => typed[field] === '' || typed[field] === before[field]?.value);
  const values = Object.fromEntries(free.map((field) => [field, read[field] ?? '']));
  const found = free.filter((field) => read[field] !== null);
  const filled = Object.fromEntries(found.map((field) => [field, { value: read[field] ?? '', mark: read.marks[field] ?? '' }]));
  return { typed: { ...typed, ...values, text: read.text }, filled };
}
