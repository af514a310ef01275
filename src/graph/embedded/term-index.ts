import { setImmediate as nextTurn } from 'node:timers/promises';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { SearchTerm } from '../search/tokens.js';

/** What the store keeps of an entity to be found by. */
export interface TermRow {
  readonly id: string;
  readonly names: string;
  readonly description?: string | null;
}

/** Entities that are taken in before other work gets its turn: a few milliseconds. */
const chunk = 200;

/** Which entities have which tokens, in this process's memory. */
export class TermIndex {
  private readonly index = new MiniSearch<TermRow>({ fields: ['names', 'description'], tokenize: tokensOf, processTerm: (token) => token });

  /** Takes in entities, in place of what is known of them. */
  async put(rows: readonly TermRow[]): Promise<void> {
    for (let start = 0; start < rows.length; start += chunk) {
      for (const row of rows.slice(start, start + chunk)) {
        if (this.index.has(row.id)) this.index.discard(row.id);
        this.index.add(row);
      }
      await nextTurn();
    }
  }

  /** The ids of entities that have any of these tokens, the likeliest first. */
  find(terms: readonly SearchTerm[], accepts: (id: string) => boolean, limit: number): string[] {
    if (terms.length === 0) return [];
    const found = this.index.search(terms.map(({ text }) => text).join(' '), { ...optionsOf(terms), filter: ({ id }) => accepts(id as string) });
    return found.slice(0, limit).map(({ id }) => id as string);
  }
}

function optionsOf(terms: readonly SearchTerm[]): SearchOptions {
  return {
    boost: { names: 3, description: 0.5 },
    weights: { prefix: 0.3, fuzzy: 0.2 },
    boostTerm: (token) => (token.startsWith('=') ? 20 : 1),
    prefix: (_, position) => terms[position]?.prefix === true,
    fuzzy: (_, position) => terms[position]?.edits ?? 0,
  };
}

/** Tokens are stored and asked with a space between them. */
function tokensOf(text: string): string[] {
  return text.split(' ');
}
