/** The door of operations, whatever carries them: which run, which wait and which are refused. */
import type { Graph } from '../../graph/port.js';
import { limits } from '../../limits.js';
import type { RequestContext } from '../../resolvers/context.js';
import { documentCache } from '../operation/documents.js';
import { AdmissionQueue, type Operation, type Places, type Work } from './queue.js';

/** What a request brings to GraphQL. */
export interface OperationContext extends RequestContext {
  /** Resolves when it is the turn of an operation of this price. By default it begins at once. */
  readonly enter?: (price: number) => Promise<void>;
}

const { embedded, embeddedEach, neo4j, neo4jEach, reserve } = limits.admission;

const places: Readonly<Record<Graph['engine'], Places>> = {
  embedded: { atOnce: embedded.value, each: embeddedEach.value, reserve: reserve.value },
  neo4j: { atOnce: neo4j.value, each: neo4jEach.value, reserve: reserve.value },
};

export class Admission extends AdmissionQueue {
  /** Of documents that came before. */
  private readonly prices = documentCache<{ readonly price: number }>((_, text) => text.length);

  constructor(engine: () => Graph['engine']) {
    super(() => places[engine()]);
  }

  /** Keeps what a document costs, so that it is refused before it is parsed when it comes again. */
  override run<T>({ text, ...operation }: Operation & { readonly text?: string | undefined }, work: Work<T>): Promise<T> {
    return super.run(operation, (enter) =>
      work((price) => {
        if (text !== undefined && this.prices.get(text)?.price !== price) this.prices.set(text, { price });
        return enter(price);
      }),
    );
  }

  /** Throws OVERLOADED for a document that would wait too long. One that did not come before is parsed first. */
  mustAdmit(client: string, text: string): void {
    this.mustHaveRoom(client, this.prices.get(text)?.price ?? 0);
  }
}
