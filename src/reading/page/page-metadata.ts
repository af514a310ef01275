/** What a web page says of itself: its title, date, outlet and address. */
import { Parser } from 'htmlparser2';
import { linkedData } from './linked-data.js';

/** A value, and the mark of the page that has it. */
interface FromPage {
  readonly value: string;
  readonly from: string;
}

type PageField = 'title' | 'date' | 'outlet' | 'url';
export type PageMetadata = Partial<Record<PageField, FromPage>>;

/** The marks of each field, the surest first: of the Open Graph, of linked data, of Chinese government sites, of Dublin Core and others. */
const marks: Readonly<Record<PageField, readonly string[]>> = {
  title: ['og:title', 'ld:headline', 'articletitle', 'dc.title', 'dcterms.title', 'citation_title', 'h1', 'title'],
  date: [
    'article:published_time',
    'ld:datepublished',
    'og:published_time',
    'pubdate',
    'publishdate',
    'publish_date',
    'publish-date',
    'firstpublishedtime',
    'dcterms.issued',
    'dc.date.issued',
    'dcterms.created',
    'dc.date',
    'citation_publication_date',
    'parsely-pub-date',
    'sailthru.date',
    'datepublished',
    'date',
  ],
  outlet: ['og:site_name', 'ld:publisher', 'sitename', 'dc.publisher', 'dcterms.publisher', 'application-name'],
  url: ['canonical', 'og:url', 'ld:url'],
};

const fit: Readonly<Record<PageField, (value: string) => string | undefined>> = {
  title: (value) => (value.length <= 500 ? value : undefined),
  date: dayOf,
  outlet: (value) => (value.length <= 200 ? value : undefined),
  url: (value) => (/^https?:\/\//i.test(value) && URL.canParse(value) && value.length <= 2_000 ? value : undefined),
};

export function metadataOfPage(html: string): PageMetadata {
  const found = marked(html);
  const metadata: PageMetadata = {};
  for (const field of ['title', 'date', 'outlet', 'url'] as const)
    for (const mark of marks[field]) {
      const value = fit[field](found.get(mark) ?? '');
      if (value === undefined || value === '') continue;
      metadata[field] = { value, from: mark };
      break;
    }
  return metadata;
}

/** The first value of each mark. */
function marked(html: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const keep = (mark: string | undefined, value: string | undefined): void => {
    const text = value?.replaceAll(/\s+/g, ' ').trim() ?? '';
    if (mark !== undefined && text !== '' && !found.has(mark.toLowerCase())) found.set(mark.toLowerCase(), text);
  };
  let open: string | undefined;
  let text = '';
  const parser = new Parser({
    onopentag(name, attributes) {
      const { property, itemprop, content, rel, href, datetime } = attributes;
      if (name === 'meta') keep(property ?? attributes['name'] ?? itemprop, content);
      if (name === 'link' && rel === 'canonical') keep('canonical', href);
      if (name === 'time') keep(itemprop ?? (attributes['pubdate'] === undefined ? undefined : 'pubdate'), datetime);
      const isLinkedData = name === 'script' && /ld\+json/i.test(attributes['type'] ?? '');
      if (isLinkedData || name === 'title' || name === 'h1') [open, text] = [isLinkedData ? 'ld' : name, ''];
    },
    ontext(part) {
      if (open !== undefined && text.length < 200_000) text += part;
    },
    onclosetag(name) {
      if (open === undefined || (open === 'ld' ? name !== 'script' : name !== open)) return;
      if (open === 'ld') for (const [mark, value] of linkedData(text)) keep(`ld:${mark}`, value);
      else keep(open, text);
      open = undefined;
    },
  });
  parser.end(html);
  return found;
}

/** The day of a date as it is written there: not that of another time zone. */
function dayOf(value: string): string | undefined {
  const [, year, month, day] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(value) ?? /^(\d{4})(\d\d)(\d\d)(?!\d)/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return undefined;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return new Date(Date.parse(iso) || 0).toISOString().startsWith(iso) ? iso : undefined;
}
