/** Search by Neo4j's full-text index: its creation, questions in the language of Lucene, and which of what it finds is likeliest. */
import { groupBy } from '../group-by.js';
import type { Label } from '../../model/model.js';
import type { Search } from '../port.js';
import { query, type CypherText, type Statement } from '../query.js';
import type { SearchTerm } from '../search/tokens.js';
import { descriptionWorth, drawOf, isWhole, nameWorth } from '../search/worth.js';

interface CandidateParameters extends Readonly<Record<string, unknown>> {
  readonly index: string;
  readonly questions: readonly { readonly position: number; readonly text: string }[];
  readonly labels: readonly Label[] | null;
  readonly among: readonly string[] | null;
  /** How many the index gives before labels and ids are looked at. */
  readonly looked: number;
  readonly limit: number;
}

interface CandidateRow {
  readonly position: number;
  readonly id: string;
  readonly names: string;
  readonly description: string | null;
}

const index = 'entity_terms';
const create = query<Record<string, never>, never, 'name'>('search/index');
const candidatesOf = query<CandidateParameters, CandidateRow>('search/candidates');

export const searchIndex = { create: create({}, { name: index as CypherText }) };

/** More than any store of the size that this service is made for. */
const everything = 1_000_000;

/** Lucene has an order of its own: so many times the entities that are wanted are looked at, to be put in the order that both engines share. */
const margin = 5;

export function candidates({ questions, labels, among, limit }: Search): Statement<CandidateRow> {
  const asked = questions.flatMap((terms, position) => (terms.length === 0 ? [] : [{ position, text: luceneQuery(terms) }]));
  const looked = labels === undefined && among === undefined ? limit * margin : everything;
  return candidatesOf({
    index,
    questions: asked,
    labels: labels ?? null,
    among: among ?? null,
    looked,
    limit: limit * margin,
  });
}

/** For each question the ids of the likeliest rows. */
export function likeliest({ questions, limit }: Search, rows: readonly CandidateRow[]): string[][] {
  const byPosition = groupBy(rows, ({ position }) => position);
  return questions.map((terms, position) => {
    const worthOf = worthOfRow(terms);
    const scored = (byPosition.get(position) ?? []).map((row) => ({ id: row.id, worth: worthOf(row), draw: drawOf(row.id) }));
    const found = scored.filter(({ worth }) => worth > 0);
    return found
      .sort((a, b) => b.worth - a.worth || a.draw - b.draw || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id);
  });
}

/** Rows margin most of their tokens, so each is compared with the question once. */
function worthOfRow(terms: readonly SearchTerm[]): (row: CandidateRow) => number {
  const ofName = remembered((token) => sum(terms.map((term) => nameWorth(term, token))));
  const ofDescription = remembered((token) => sum(terms.map((term) => descriptionWorth(term, token))));
  return ({ names, description }) => sum(names.split(' ').map(ofName)) + sum((description ?? '').split(' ').map(ofDescription));
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

function remembered(work: (token: string) => number): (token: string) => number {
  const known = new Map<string, number>();
  return (token) => {
    const value = known.get(token) ?? work(token);
    known.set(token, value);
    return value;
  };
}

/** Any of the tokens, a whole name or code before all else, then right words, their beginnings, and words with errors. Tokens are letters and digits after an optional "=" or "#". */
function luceneQuery(terms: readonly SearchTerm[]): string {
  return terms.flatMap(clauses).join(' ');
}

function clauses({ text, edits, prefix }: SearchTerm): string[] {
  const token = text.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
  if (isWhole(text)) return [`searchTerms:${token}^20`];
  return [
    `searchTerms:${token}^3`,
    `descriptionTerms:${token}^0.5`,
    ...(prefix ? [`searchTerms:${token}*^0.7`] : []),
    ...(edits > 0 ? [`searchTerms:${token}~${edits}^0.5`] : []),
  ];
}
