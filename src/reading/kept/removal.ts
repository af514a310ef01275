/** A document that is taken out of the graph. */
import { emptyRequest, type ChangeRequest } from '../../changesets/change-request.js';
import { GraphError } from '../../graph/errors.js';
import type { ReadWriteGraph, Transaction } from '../../graph/port.js';
import { withoutDocument } from './document-claims.js';
import { rests, settleTexts } from './public-texts.js';

interface Removal {
  readonly lists: () => Promise<Pick<ChangeRequest, 'entities' | 'claims' | 'observations' | 'retractions'>>;
  /** Leaves its texts to editors. Throws a CONFLICT where a claim came to rest on it after the lists were made. */
  readonly landing: (transaction: Transaction) => Promise<void>;
}

/** What the removal of a document changes. */
export const removalOf = (graph: ReadWriteGraph, document: string): Removal => ({
  lists: async () => ({ ...emptyRequest, ...(await withoutDocument(graph, document)) }),
  landing: async (transaction) => {
    if (await rests(transaction, document))
      throw new GraphError('CONFLICT', `Somebody else recorded claims of ${document} meanwhile: try again to remove them too.`);
    await settleTexts(transaction, [document]);
  },
});
