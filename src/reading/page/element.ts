/** What an element of a page is, by its name and attributes. */
export type Attributes = Readonly<Record<string, string>>;

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '));

/** Their content is no text of the page. */
const silent = setOf(
  'script style noscript template title svg math select button iframe textarea object canvas audio video dialog datalist map rt rp',
);

/** They begin and end a line. */
const blocks = setOf(
  'address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li ' +
    'main nav ol p pre section summary table tbody tfoot thead tr td th ul',
);

const furnitureNames = setOf('nav footer aside menu');
const furnitureRoles = setOf('navigation contentinfo complementary search dialog alertdialog banner menu menubar');

/** Words of classes and ids. */
const furnitureWords =
  /(?:^|[\s_-])(?:cookies?|consent|gdpr|breadcrumbs?|share|sharing|social|related|recommend(?:ed|ation|ations)?|side-?bar|comments?|advert\w*|ads|newsletter|subscribe|copyright|footer|nav|navbar|navigation|menu|skip-?link|pop-?up|modal|toolbar|pagination)(?:$|[\s_-])/i;

export const isSilent = (name: string, attributes: Attributes): boolean =>
  silent.has(name) ||
  attributes['hidden'] !== undefined ||
  attributes['aria-hidden'] === 'true' ||
  /display\s*:\s*none/i.test(attributes['style'] ?? '');

export const isBlock = (name: string): boolean => blocks.has(name);

/** What holds the article, as its page says. */
export const isArticle = (name: string, { role, itemprop }: Attributes): boolean =>
  name === 'article' || name === 'main' || role === 'main' || itemprop === 'articleBody';

/** Navigation and what else is around every page. */
export const isFurniture = (name: string, { role = '' }: Attributes): boolean =>
  furnitureNames.has(name) || furnitureRoles.has(role);

/** The same by the words of its class, which may be of what holds the whole page: an article in it is none. */
export const seemsFurniture = (name: string, attributes: Attributes): boolean =>
  name === 'header' ||
  (name !== 'body' && name !== 'html' && furnitureWords.test(`${attributes['class'] ?? ''} ${attributes['id'] ?? ''}`));
