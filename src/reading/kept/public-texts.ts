/** The texts that everybody may read: each that was published as a document on which claims rest. */
import { liveClaimsInto } from '../../changesets/stored.js';
import { groupBy } from '../../graph/group-by.js';
import type { Transaction } from '../../graph/port.js';
import { query } from '../../graph/query.js';

interface TextOf {
  readonly sha256: string;
  readonly document: string;
}

const textsOfDocuments = query<{ documents: readonly string[] }, { sha256: string }>('reading/texts-of-documents');
const publishedAs = query<{ texts: readonly string[] }, TextOf>('reading/documents-of-texts');
const documentsWith = query<{ texts: readonly string[] }, TextOf>('text/documents');
const documentsOfClaims = query<{ ids: readonly string[] }, { document: string }>('claim/documents');
const publish = query<{ id: string; at: string }, never>('text/publish');
const hide = query<{ id: string }, never>('text/hide');

export const rests = async (transaction: Transaction, document: string): Promise<boolean> =>
  (await liveClaimsInto(transaction, 'EVIDENCED_BY', [document])).length > 0;

/** Leaves texts of these documents to editors where no claims rest on a document with that text any more, and gives them back to everybody where claims do again. */
export async function settleTexts(transaction: Transaction, documents: readonly string[]): Promise<void> {
  if (documents.length === 0) return;
  const { run } = transaction;
  const texts = (await run(textsOfDocuments({ documents }))).map(({ sha256 }) => sha256);
  const rows = [...(await run(publishedAs({ texts }))), ...(await run(documentsWith({ texts })))];
  const at = new Date().toISOString();
  for (const [id, group] of groupBy(rows, ({ sha256 }) => sha256))
    await run((await anyRests(transaction, group)) ? publish({ id, at }) : hide({ id }));
}

async function anyRests(transaction: Transaction, texts: readonly TextOf[]): Promise<boolean> {
  for (const document of new Set(texts.map((text) => text.document))) if (await rests(transaction, document)) return true;
  return false;
}

/** Claims of one statement. */
const together = 1_000;

/** The same for the documents on which these claims rest, or did. */
export async function settleTextsOfClaims(transaction: Transaction, claims: readonly string[]): Promise<void> {
  const documents = new Set<string>();
  for (let from = 0; from < claims.length; from += together)
    for (const { document } of await transaction.run(documentsOfClaims({ ids: claims.slice(from, from + together) })))
      documents.add(document);
  await settleTexts(transaction, [...documents]);
}
