/** What is known of a text: as the options say, otherwise as its page says. */
import type { PageMetadata } from '../reading/page/page-metadata.js';
import type { TextMetadata } from '../reading/read-text.js';

type Given = Partial<Omit<TextMetadata, 'language'>>;

interface KnownMetadata {
  readonly metadata: Given;
  /** What the page alone says, and the mark that says it. */
  readonly fromPage: PageMetadata;
}

export function knownMetadata(given: Given, page: PageMetadata): KnownMetadata {
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const fromPage = Object.fromEntries(Object.entries(page).filter(([field]) => !(field in own)));
  const values = Object.fromEntries(Object.entries(fromPage).map(([field, { value }]) => [field, value]));
  return { metadata: { ...values, ...own }, fromPage };
}

/** For people: `From the page: date 2024-02-27 (article:published_time)`. */
export function pageLine(fromPage: PageMetadata): string[] {
  const parts = Object.entries(fromPage).map(([field, { value, from }]) => `${field} ${value} (${from})`);
  return parts.length === 0 ? [] : [`From the page: ${parts.join('; ')}`];
}
