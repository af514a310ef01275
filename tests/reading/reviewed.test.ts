/** What is read of the built-in articles, against their reviewed claims, where their texts are at hand. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { amountsIn, type AmountInText } from '../../src/reading/amounts.js';
import { datesIn, type DateInText } from '../../src/reading/dates.js';
import { overlap, type Span } from '../../src/sentences.js';
import { sources } from '../support/texts.js';

interface Reviewed {
  readonly value?: number | string;
  readonly unit?: string;
  readonly comparator?: string;
  readonly from?: string;
  readonly evidence: readonly (Partial<Span> & { readonly supports?: string })[];
}

interface Article {
  readonly id: string;
  readonly sha256?: string;
  readonly publishedOn?: string;
  readonly citedOn?: string;
  readonly writtenOn?: string;
}

const read = <T>(name: string): T => parse(readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8')) as T;

const texts = new Map(
  (sources === undefined ? [] : readdirSync(sources)).map((name) => {
    const bytes = readFileSync(join(sources ?? '', name));
    return [createHash('sha256').update(bytes).digest('hex'), bytes.toString()];
  }),
);

const articles = read<Article[]>('documents.yaml').flatMap((article) => {
  const text = texts.get(article.sha256 ?? '');
  const published = article.publishedOn ?? article.citedOn ?? article.writtenOn;
  if (text === undefined) return [];
  const { claims = [], observations = [] } = read<{ claims?: Reviewed[]; observations?: Reviewed[] }>(
    `claims/${article.id.slice('document:'.length)}.yaml`,
  );
  return [{ claims, observations, dates: datesIn(text, { published }), amounts: amountsIn(text, { published }) }];
});

const inPassages = <T extends Span>({ evidence }: Reviewed, found: readonly T[]): T[] =>
  found.filter((span) =>
    evidence.some(({ start, end }) => start !== undefined && end !== undefined && overlap(span, { start, end })),
  );

/** The unit that people chose is of the entity that is counted, where the words name another: the pilot cities are regions. */
const isAmount = ({ value, unit = '', comparator = 'EXACT' }: Reviewed, amount: AmountInText): boolean =>
  amount.value === value &&
  amount.comparator === comparator &&
  (amount.unit === unit || (unit === '{region}' && amount.unit === '{city}'));

const share = (found: readonly boolean[]): number => found.filter(Boolean).length / found.length;

describe.skipIf(articles.length === 0)('the reviewed claims of the built-in articles', () => {
  test('have their amounts', () => {
    const observations = articles.flatMap((article) => article.observations.map((reviewed) => ({ ...article, reviewed })));
    const numbers = observations.filter(({ reviewed }) => typeof reviewed.value === 'number' && reviewed.value !== 0);
    const found = numbers.map(({ reviewed, amounts }) =>
      inPassages(reviewed, amounts).some((amount) => isAmount(reviewed, amount)),
    );
    expect(share(found)).toBeGreaterThanOrEqual(0.9);
  });

  test('have their dates', () => {
    const claims = articles.flatMap((article) => article.claims.map((reviewed) => ({ ...article, reviewed })));
    const dated = claims.flatMap(({ reviewed, dates }) => {
      const date =
        reviewed.from ??
        (/^[\d[][\d.[\]-]*$/.test(String(reviewed.value)) && typeof reviewed.value === 'string' ? reviewed.value : undefined);
      const inside: DateInText[] = inPassages(reviewed, dates);
      return date === undefined || inside.length === 0 ? [] : [{ date, inside, reviewed }];
    });
    const found = dated.map(({ date, inside }) => inside.some(({ edtf }) => edtf === date));
    expect(share(found)).toBeGreaterThanOrEqual(0.9);
  });
});
