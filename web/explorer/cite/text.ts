/** Citations in words. */
import type { messages } from '../messages/en.ts';
import { dateOf, type CitedEvidence } from './source.ts';

type Translate = (key: keyof typeof messages.cite, values?: Record<string, string | number>) => string;

interface Words {
  readonly t: Translate;
  /** Of an EDTF date. */
  readonly date: (edtf: string) => string;
}

/** Title, outlet, date, place, address and day of access, as far as they are known. */
export function citationText({ document, locator, record }: CitedEvidence, accessedOn: string, { t, date }: Words): string {
  const published = dateOf(document);
  const source = [
    t('quotedTitle', { title: document.name }),
    document.publisher,
    published === undefined ? t('undated') : date(published),
    locator === null ? null : t('characters', { start: locator.start, end: locator.end }),
    record === null ? null : t('record', { key: record }),
  ];
  const sentence = source.filter((part) => part !== null).join(t('comma'));
  return [sentence + t('fullStop'), document.url, t('accessed', { date: date(accessedOn) })]
    .filter((part) => part !== null)
    .join(' ');
}
