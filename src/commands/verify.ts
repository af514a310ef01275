import { hashOf, type Texts } from '../archive.js';
import { groupBy } from '../graph/group-by.js';
import type { Locator } from '../graph/stored/record-types.js';
import type { RequestedClaim } from '../changesets/claims.js';
import { archivedDocuments, missingText, type ArchivedDocument } from '../import/documents.js';
import { sentence, type Located } from '../changesets/problem.js';
import { counted, type Report } from './report.js';
import type { Sources } from './sources.js';

/** One evidence that is a passage of a text. */
interface Passage {
  readonly document: string;
  readonly locator: Locator;
}

/** Checks whether every passage that the claims rest on is in its text where they say. Throws an InvalidInput or a GraphError. */
export async function verify(sources: Sources): Promise<Report> {
  const texts = sources.texts();
  const { entities, claims } = await sources.records();
  const documents = new Map(archivedDocuments(entities.values()).map((document) => [document.id, document]));
  const passages = groupBy(claims.flatMap(passagesOf), ({ item }) => item.document);
  for (const id of documents.keys()) if (!passages.has(id)) passages.set(id, []);
  const found = await Promise.all([...passages].map(([id, group]) => verifyDocument(id, documents.get(id), group, texts)));
  const problems = found.flatMap((each) => each.problems);
  const records = claims.filter(({ item }) => item.evidence.some(({ record }) => record !== undefined)).length;
  const onRecords = `${counted(records, 'claim rests', 'claims rest')} on records of data sets`;
  return { lines: [...problems, summary(found), onRecords], ok: problems.length === 0 };
}

function summary(found: readonly Verification[]): string {
  const verified = sum(found.map((each) => each.verified));
  const total = sum(found.map(({ passages }) => passages));
  return `${verified.toLocaleString('en')} of ${counted(total, 'passage')} verified (${percent(verified, total)} %), in ${counted(found.length, 'document')}`;
}

function passagesOf({ item, problem }: Located<RequestedClaim>): Located<Passage>[] {
  return item.evidence.flatMap(({ document, locator }, index) =>
    locator === undefined
      ? []
      : [{ item: { document, locator }, problem: (at, message) => problem(['evidence', index, ...at], message) }],
  );
}

/** Of one document. */
interface Verification {
  readonly passages: number;
  readonly verified: number;
  readonly problems: readonly string[];
}

async function verifyDocument(
  id: string,
  document: ArchivedDocument | undefined,
  passages: readonly Located<Passage>[],
  texts: Texts,
): Promise<Verification> {
  const text = document === undefined ? undefined : await texts.text(document.sha256);
  if (text !== undefined) {
    const problems = passages.flatMap((passage) => mismatch(passage, text) ?? []);
    return { passages: passages.length, verified: passages.length - problems.length, problems };
  }
  const reason = document === undefined ? 'has no sha256, so nothing says which text is its own' : missingText(document);
  const problem = `${id} ${reason}: ${counted(passages.length, 'passage is', 'passages are')} not verified`;
  return { passages: passages.length, verified: 0, problems: [problem] };
}

/** What is wrong with a passage; undefined when it is what its locator says. */
function mismatch({ item: { locator }, problem }: Located<Passage>, text: readonly string[]): string | undefined {
  const { start, end, sha256 } = locator;
  if (end > text.length)
    return sentence(problem(['end'], `lies past the end of the text, which has ${counted(text.length, 'character')}`));
  if (hashOf(text.slice(start, end).join('')) === sha256) return undefined;
  return sentence(problem(['sha256'], `is not the hash of the text from ${start} to ${end}`));
}

/** Rounded down, so that only all is 100. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 100 : Math.floor((1000 * part) / whole) / 10;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
