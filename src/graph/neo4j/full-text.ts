/** Search by Neo4j's full-text index: its creation, and questions in the language of Lucene. */
import type { Label } from '../model.js';
import type { Search } from '../port.js';
import { query, type Fragment, type Statement } from '../query.js';
import type { SearchTerm } from '../search/tokens.js';

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
}

const index = 'entity_terms';
const create = query<Record<string, never>, never, 'name'>('search/index');
const awaitIndex = query<{ index: string }, never>('search/await-index');
const candidatesOf = query<CandidateParameters, CandidateRow>('search/candidates');

export const searchIndex = { create: create({}, { name: index as Fragment }), awaited: awaitIndex({ index }) };

/** More than any store of the size that this service is made for. */
const everything = 1_000_000;

export function candidates({ questions, labels, among, limit }: Search): Statement<CandidateRow> {
  const asked = questions.flatMap((terms, position) => (terms.length === 0 ? [] : [{ position, text: luceneQuery(terms) }]));
  const looked = labels === undefined && among === undefined ? limit : everything;
  return candidatesOf({ index, questions: asked, labels: labels ?? null, among: among ?? null, looked, limit });
}

/** The rows' ids in their order, a list for each question. */
export function idsByQuestion(count: number, rows: readonly CandidateRow[]): string[][] {
  const ids = Array.from({ length: count }, (): string[] => []);
  for (const { position, id } of rows) ids[position]?.push(id);
  return ids;
}

/** Any of the tokens, a whole name before all else, then right words, their beginnings, and words with errors. Tokens are letters and digits after an optional "=". */
function luceneQuery(terms: readonly SearchTerm[]): string {
  return terms.flatMap(clauses).join(' ');
}

function clauses({ text, edits, prefix }: SearchTerm): string[] {
  const token = text.replaceAll(/[^\p{L}\p{N}]/gu, String.raw`\$&`);
  if (text.startsWith('=')) return [`searchTerms:${token}^20`];
  return [
    `searchTerms:${token}^3`,
    `descriptionTerms:${token}^0.5`,
    ...(prefix ? [`searchTerms:${token}*^0.7`] : []),
    ...(edits > 0 ? [`searchTerms:${token}~${edits}^0.5`] : []),
  ];
}
