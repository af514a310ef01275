/** Which sentences of the archived texts the claims rest on, which `uncovered.yaml` explains, and which neither does. */
import { hashOf, type Texts } from '../archive.js';
import { groupBy } from '../graph/group-by.js';
import { overlap, sentencesOf, type Sentence, type Span } from '../sentences.js';
import type { LocatedDataset } from './dataset.js';
import { archivedDocuments, missingText, type ArchivedDocument } from './documents.js';
import { sentence as problemSentence, type Located } from '../changesets/problem.js';
import type { Uncovered } from './uncovered.js';

export interface JudgedSentence extends Sentence {
  /** The document whose range it begins in, or `outside …` for what no document's range has. */
  readonly document: string;
  readonly verdict: 'COVERED' | Uncovered['reason'] | 'UNEXPLAINED';
}

export interface Coverage {
  readonly sentences: readonly JudgedSentence[];
  /** What is wrong with the entries of `uncovered.yaml`, and which texts are missing. */
  readonly problems: readonly string[];
}

/** One archived text with all that refers to it. */
interface JudgedText {
  readonly characters: readonly string[];
  readonly documents: readonly ArchivedDocument[];
  /** The passages that claims rest on. */
  readonly claimed: readonly Span[];
  readonly entries: readonly Located<Uncovered>[];
}

/** Judges every sentence of every archived text that a document names, also outside of the documents' ranges. */
export async function judgeSentences(
  { entities, claims }: Pick<LocatedDataset, 'entities' | 'claims'>,
  entries: readonly Located<Uncovered>[],
  texts: Texts,
): Promise<Coverage> {
  const documents = archivedDocuments(entities.values());
  const evidence = claims.flatMap(({ item }) => item.evidence);
  const judged: Coverage[] = [{ sentences: [], problems: strangers(entries, documents) }];
  for (const [sha256, group] of groupBy(documents, (document) => document.sha256)) {
    const characters = await texts.text(sha256);
    const ids = new Set(group.map(({ id }) => id));
    const claimed = evidence.flatMap(({ document, locator }) => (locator !== undefined && ids.has(document) ? [locator] : []));
    const own = entries.filter(({ item }) => ids.has(item.document));
    judged.push(characters === undefined ? missing(group) : judgeText({ characters, documents: group, claimed, entries: own }));
  }
  return { sentences: judged.flatMap(({ sentences }) => sentences), problems: judged.flatMap(({ problems }) => problems) };
}

function strangers(entries: readonly Located<Uncovered>[], documents: readonly ArchivedDocument[]): string[] {
  const known = new Set(documents.map(({ id }) => id));
  return entries
    .filter(({ item }) => !known.has(item.document))
    .map(({ problem }) => problemSentence(problem(['document'], 'is not a document with an archived text')));
}

function missing(documents: readonly ArchivedDocument[]): Coverage {
  return {
    sentences: [],
    problems: documents.map((document) => `${document.id} ${missingText(document)}`),
  };
}

function judgeText(text: JudgedText): Coverage {
  const sentences = sentencesOf(text.characters.join('')).map((sentence): JudgedSentence => ({
    ...sentence,
    document: placeOf(sentence, text),
    verdict: verdictOn(sentence, text),
  }));
  return { sentences, problems: text.entries.flatMap((entry) => entryProblem(entry, text.characters, sentences) ?? []) };
}

function placeOf(sentence: Sentence, { documents }: JudgedText): string {
  const within = documents.find(({ start, end }) => start <= sentence.start && sentence.start < end);
  return within?.id ?? `outside the documents of ${documents[0]?.sha256.slice(0, 12)}…`;
}

function verdictOn(sentence: Sentence, { claimed, entries }: JudgedText): JudgedSentence['verdict'] {
  if (claimed.some((span) => overlap(span, sentence))) return 'COVERED';
  return entries.find(({ item }) => overlap(item, sentence))?.item.reason ?? 'UNEXPLAINED';
}

/** An entry that claims have caught up with hides that the sentence is no longer open, so it must go. */
function entryProblem(
  { item, problem }: Located<Uncovered>,
  characters: readonly string[],
  sentences: readonly JudgedSentence[],
): string | undefined {
  const { start, end, sha256 } = item;
  const at = (key: string, message: string) => problemSentence(problem([key], message));
  if (hashOf(characters.slice(start, end).join('')) !== sha256)
    return at('sha256', `is not the hash of the text from ${start} to ${end}`);
  const explained = sentences.filter((each) => overlap(item, each));
  if (explained.length === 0) return at('start', `explains no sentence: there is none from ${start} to ${end}`);
  const covered = explained.find(({ verdict }) => verdict === 'COVERED');
  if (covered === undefined) return undefined;
  return at(
    'start',
    `is out of date: a claim rests on the sentence at ${covered.start} to ${covered.end} as well, so take the entry out or narrow it`,
  );
}
