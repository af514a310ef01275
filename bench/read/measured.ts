/** All measures of one set of texts. */
import { byRule } from './by-rule.js';
import { claimResults, definitions as claimDefinitions, type JudgedProposal } from './measures/claims.js';
import { definitions as mentionDefinitions, mentionTallies } from './measures/mentions.js';
import { definitions as spanDefinitions, spanTallies } from './measures/spans.js';
import { readingOf, type ReviewedText } from './reviewed-text.js';
import { scoreOf, table, type Tally } from './score.js';

/** What is counted, as the code counts it. */
export const definitions = { ...mentionDefinitions, ...spanDefinitions, ...claimDefinitions } as const;

type Measure = keyof typeof definitions;

/** In the order of the table. */
const measures: readonly Measure[] = [
  'mentions',
  'links',
  'entities',
  'dates',
  'amounts',
  'relations',
  'relations exact',
  'MENTIONS',
  'properties',
  'statements',
  'notes',
  'observations',
  'new entities',
  'coverage',
  'locators',
];

export interface Measured {
  readonly id: string;
  readonly tallies: Readonly<Record<Measure, Tally>>;
  readonly judged: readonly JudgedProposal[];
}

export function measured(text: ReviewedText): Measured {
  const reading = readingOf(text);
  const { tallies, judged } = claimResults(reading);
  return { id: text.id, tallies: { ...mentionTallies(reading), ...spanTallies(reading), ...tallies }, judged };
}

export const totals = (all: readonly Measured[]): Record<string, ReturnType<typeof scoreOf>> =>
  Object.fromEntries(measures.map((measure) => [measure, scoreOf(all.map(({ tallies }) => tallies[measure]))]));

export interface Wanted {
  readonly mistakes: boolean;
  /** Of one rule only. */
  readonly rule?: string | undefined;
  /** Of one measure only. */
  readonly kind?: string | undefined;
}

/** The table of a set of texts, how often each rule was right, and the mistakes that are asked for. */
export function report(title: string, all: readonly Measured[], { mistakes, rule, kind }: Wanted): string[] {
  const judged = all.flatMap((each) => each.judged);
  const lines = [title, '', table(totals(all)), '', byRule(judged), ''];
  if (rule !== undefined) return [...lines, ...ofRule(all, rule)];
  if (!mistakes) return lines;
  const shown = measures.filter((measure) => kind === undefined || measure === kind);
  return [...lines, ...shown.flatMap((measure) => [`${measure}:`, ...all.flatMap((each) => mistakesOf(each, measure))])];
}

function mistakesOf({ id, tallies }: Measured, measure: Measure): string[] {
  const { wrong, missed } = tallies[measure];
  const text = shortId(id);
  return [...wrong.map((each) => `  ${text}: wrong ${each}`), ...missed.map((each) => `  ${text}: missed ${each}`)];
}

const ofRule = (all: readonly Measured[], rule: string): string[] =>
  all.flatMap(({ id, judged }) =>
    judged
      .filter(({ proposal }) => proposal.rule === rule)
      .map(({ proposal, isRight }) => {
        const { id: _, rule: __, passages, confidence: ___, why: ____, choices: _____, ...change } = proposal;
        return `  ${shortId(id)}: ${isRight ? 'right' : 'WRONG'} at ${passages[0]?.start} ${JSON.stringify(change)}`;
      }),
  );

const shortId = (id: string): string => id.replace('document:', '').slice(0, 32);
