/** What was read of a text, for people at a terminal. */
import { groupBy } from '../graph/group-by.js';
import type { AmountInText } from '../reading/amounts.js';
import type { Mention } from '../reading/mentions/mention.js';
import type { ReadText } from '../reading/read-text.js';
import { counted } from './report.js';

/** Each paragraph with what it names, then a list of the entities. */
export function readingLines({ paragraphs, mentions, dates, amounts, date, outlet, url, language }: ReadText): string[] {
  const source = [outlet, date, url, language].filter((part) => part !== undefined).join(', ');
  const parts = [
    ...mentions.map((mention) => ({ start: mention.start, text: line(mention) })),
    ...dates.map((found) => ({ start: found.start, text: `${place(found)} = ${found.edtf}` })),
    ...amounts.map((found) => ({ start: found.start, text: `${place(found)} = ${amount(found)}` })),
  ].sort((a, b) => a.start - b.start);
  let next = 0;
  const lines = paragraphs.flatMap(({ start, end, text }) => {
    const own: string[] = [];
    while ((parts[next]?.start ?? Infinity) < end) own.push(`    ${parts[next++]?.text}`);
    return [`[${start}-${end}] ${oneLine(text)}`, ...own, ''];
  });
  const counts = [
    counted(paragraphs.length, 'paragraph'),
    counted(mentions.length, 'mention'),
    counted(dates.length, 'date'),
    counted(amounts.length, 'amount'),
  ];
  return [`${counts.join(', ')} (${source})`, '', ...lines, ...entities(mentions)];
}

const place = ({ start, end, text }: Pick<Mention, 'start' | 'end' | 'text'>): string => `${start}-${end} "${oneLine(text)}"`;

/** A paragraph may hold carriage returns and tabs, which a terminal obeys. */
const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ');

const amount = ({ comparator, value, upper, unit, isChange }: AmountInText): string =>
  [
    ...(isChange ? ['change'] : []),
    ...(comparator === 'EXACT' ? [] : [comparator]),
    upper === undefined ? value : `${value} to ${upper}`,
    unit ?? '',
  ]
    .join(' ')
    .trim();

function line(mention: Mention): string {
  const { label, entity, newName, candidates = [], confidence, reason } = mention;
  const several = `${label}, one of ${candidates.map(({ id }) => id).join(', ')}`;
  const meaning = entity ?? (newName === undefined ? several : `new ${label}`);
  return `${place(mention)} = ${meaning} (${confidence.toFixed(2)}: ${reason})`;
}

function entities(mentions: readonly Mention[]): string[] {
  const groups = groupBy(
    mentions,
    ({ entity, newName, label, text }) => entity ?? (newName === undefined ? `ambiguous: ${text}` : `new ${label}: ${newName}`),
  );
  return [
    `${counted(groups.size, 'entity', 'entities')}:`,
    ...[...groups].map(([key, group]) => `  ${key}, ${counted(group.length, 'mention')}`),
  ];
}
