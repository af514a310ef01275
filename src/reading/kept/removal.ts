/** A document that is taken out of the graph. */
import { emptyRequest, type ChangeRequest } from '../../changesets/change-request.js';
import type { ReadWriteGraph, Transaction } from '../../graph/port.js';
import { query } from '../../graph/query.js';
import { withoutDocument } from './document-claims.js';
import { hideText } from './kept-readings.js';

const documentsWith = query<{ hashes: readonly string[] }, { documents: number }>('graph/archived-documents');

interface Removal {
  readonly lists: () => Promise<Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'retractions'>>;
  /** Leaves its text to editors, where no other document has the same. */
  readonly hide: (transaction: Transaction) => Promise<void>;
}

/** What the removal of a document changes. */
export const removalOf = (graph: ReadWriteGraph, document: string, sha256: string | undefined): Removal => ({
  lists: async () => ({ ...emptyRequest, ...(await withoutDocument(graph, document)) }),
  hide: async (transaction) => {
    if (sha256 === undefined) return;
    const [row] = await transaction.run(documentsWith({ hashes: [sha256] }));
    if ((row?.documents ?? 0) <= 1) await hideText(transaction, sha256);
  },
});
