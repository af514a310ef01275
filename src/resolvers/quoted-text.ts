/** Filters by text also look into quotes: these are in the archive, so the claims whose quotes have the words are found before a list is read. */
import { passageAt, type Texts } from '../archive.js';
import { GraphError } from '../graph/errors.js';
import type { Filter } from '../graph/lists/filter/filter.js';
import type { TextTest } from '../graph/lists/filter/joins.js';
import { limits } from '../limits.js';
import type { Context } from './context.js';

const most = limits.lists.searchedTexts.value;

/** A filter of claims or observations in which each `text` names the claims whose quotes have it. */
export async function withQuotes(filter: Filter, context: Context): Promise<Filter> {
  const parts = Object.entries(filter).map(async ([key, value]) => [key, await withQuotesIn(key, value, context)] as const);
  return Object.fromEntries(await Promise.all(parts));
}

function withQuotesIn(key: string, value: unknown, context: Context): unknown {
  if (value == null) return value;
  if (key === 'text') return textTest(String(value), context);
  if (key === 'not') return withQuotes(value as Filter, context);
  return key === 'and' || key === 'or' ? Promise.all((value as Filter[]).map((each) => withQuotes(each, context))) : value;
}

/** Each text is looked for once a request, however many lists ask for it. */
async function textTest(words: string, context: Context): Promise<TextTest> {
  const fetch = async (texts: readonly string[]) =>
    new Map(await Promise.all(texts.map(async (text) => [text, await claimsQuoting(text, context)] as const)));
  const { batches } = context.loaders.reader;
  return { words, quotedBy: await batches.load<readonly string[]>('claims quoting', null, words.toLowerCase(), fetch, []) };
}

async function claimsQuoting(words: string, { archive, loaders }: Context): Promise<string[]> {
  const hashes = await archive.textsWith(words);
  if (hashes.length > most) throw tooMany(words, hashes.length);
  const located = hashes.length === 0 ? [] : await loaders.claims.locatedIn(hashes);
  const quoted = await Promise.all(located.map(async (each) => ((await hasWords(archive, each, words)) ? [each.claim] : [])));
  return [...new Set(quoted.flat())];
}

type Located = Awaited<ReturnType<Context['loaders']['claims']['locatedIn']>>[number];

async function hasWords(archive: Texts, { hash, locator }: Located, words: string): Promise<boolean> {
  const { quote } = await passageAt(archive, hash, locator);
  return quote?.toLowerCase().includes(words) === true;
}

const tooMany = (words: string, found: number): GraphError =>
  new GraphError(
    'QUERY_TOO_EXPENSIVE',
    `"text": ${found.toLocaleString('en')} archived texts contain "${words}", and at most ${most.toLocaleString('en')} are searched for quotes: give more words.`,
  );
