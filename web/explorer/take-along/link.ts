import type { Language } from '../messages/languages.ts';

/** The address of this view, also tomorrow and in another browser: with the day and the language that it shows. */
export function linkToView(language: Language): string {
  const address = new URL(location.href);
  const { searchParams } = address;
  if (!searchParams.has('asOf')) searchParams.set('asOf', new Date().toISOString().slice(0, 10));
  if (!searchParams.has('lang')) searchParams.set('lang', language);
  return address.href;
}
