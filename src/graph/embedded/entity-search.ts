import { labelOf, type Label } from '../../model/model.js';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { untilAborted } from '../abort.js';
import type { Search } from '../port.js';
import { query, statements as known, type Statement } from '../query.js';
import { TermIndex, type TermRow } from './term-index.js';

const termsPage = query<{ after: string; limit: number }, TermRow>('search/terms');

/** Rows that are read at once: their conversion holds up other requests. */
const page = 5000;

/** The engine's own search knows no beginnings of words and no typing errors, so entities are also indexed here, from the first search on. */
export class EntitySearch {
  private index: Promise<TermIndex> | undefined;

  constructor(private readonly read: (statement: Statement<TermRow>) => Promise<readonly TermRow[]>) {}

  /** One question after another, so that other requests get their turn in between. */
  async find({ questions, labels, among, limit }: Search, signal?: AbortSignal): Promise<string[][]> {
    const accepts = filterOf(labels, among);
    const found: string[][] = [];
    for (const terms of questions) {
      const index = await untilAborted(this.current(), signal);
      found.push(index.find(terms, accepts, limit));
      await nextTurn();
      signal?.throwIfAborted();
    }
    return found;
  }

  /** Keeps up with a write that has landed. Reads everything again when it cannot tell what changed. */
  written(statements: readonly Statement<unknown>[]): void {
    if (this.index === undefined) return;
    if (statements.some(mayTouchEntities)) this.index = undefined;
    else this.follow(statements.filter(({ name }) => name === entityWrite).flatMap(rowsOf));
  }

  private follow(rows: readonly TermRow[]): void {
    if (rows.length > 0) void this.keep(this.current().then(async (index) => (await index.put(rows), index)));
  }

  private current(): Promise<TermIndex> {
    return this.index ?? this.keep(this.build());
  }

  private async build(): Promise<TermIndex> {
    const index = new TermIndex();
    for (let after = ''; ;) {
      const rows = await this.read(termsPage({ after, limit: page }));
      await index.put(rows);
      if (rows.length < page) return index;
      after = rows.at(-1)?.id ?? '';
    }
  }

  /** An index that could not be made is forgotten, so that the next search tries again. */
  private keep(index: Promise<TermIndex>): Promise<TermIndex> {
    this.index = index;
    index.catch(() => {
      if (this.index === index) this.index = undefined;
    });
    return index;
  }
}

const entityWrite = 'entity/write';

/** A statement of entities other than the one whose rows are understood here, or one that is not of cypher/ and may do anything. */
const mayTouchEntities = ({ name, text }: Statement<unknown>): boolean =>
  name !== entityWrite && writes(text) && (name.startsWith('entity/') || name.startsWith('migration/') || !known.has(name));

/** Changes read before they write, and what only reads leaves the index as it is. */
const writes = (text: string): boolean => /\b(?:CREATE|MERGE|SET|DELETE|REMOVE)\b/.test(text);

interface WrittenEntity {
  readonly id: string;
  readonly properties: { readonly searchTerms?: string; readonly descriptionTerms?: string };
}

function rowsOf({ parameters }: Statement<unknown>): TermRow[] {
  const rows = parameters['rows'] as readonly WrittenEntity[];
  return rows.map(({ id, properties }) => ({
    id,
    names: properties.searchTerms ?? '',
    description: properties.descriptionTerms ?? null,
  }));
}

function filterOf(labels: Search['labels'], among: Search['among']): (id: string) => boolean {
  const ids = among === undefined ? undefined : new Set(among);
  return (id) => (labels === undefined || labels.includes(labelOf(id) as Label)) && (ids === undefined || ids.has(id));
}
