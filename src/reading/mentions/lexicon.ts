/** The names of a graph, to find them in texts. */
import { entities as models, type Label, type nameKinds } from '../../model/model.js';
import { wordsIn, type Word } from './words.js';

/** What is read of an entity to find it in a text. */
export interface NamedEntity {
  readonly id: string;
  readonly label: Label;
  readonly names: readonly { readonly value: string; readonly lang: string; readonly kind: keyof typeof nameKinds }[];
  /** Its values of enums, such as MINISTRY: what "the ministry" may mean. */
  readonly kinds: readonly string[];
  /** The ids of the countries that it is a national body of. */
  readonly countries?: readonly string[];
  /** Of an indicator: the unit of its values. */
  readonly unit?: string | undefined;
  /** It has ended: what is PART_OF others was so only until some day. */
  readonly isFormer?: boolean;
  /** The ids of what it is PART_OF. */
  readonly parents: readonly string[];
}

/** A name of one entity. */
export interface NameEntry {
  readonly entity: NamedEntity;
  readonly value: string;
  readonly kind: keyof typeof nameKinds;
  readonly words: readonly Word[];
}

/** Longer names are not found. */
const mostWords = 40;

/**
 * Names by their words. A lookup tries the lengths that names with the same first word have, the longest first:
 * as fast as a trie, in a tenth of the memory for the 400,000 names of a large graph.
 */
export class Lexicon {
  private readonly byKey = new Map<string, NameEntry[]>();
  private readonly lengths = new Map<string, number[]>();
  private readonly byId = new Map<string, NamedEntity>();
  private readonly measured = new Map<string, NamedEntity>();
  /** How many bodies each country has. */
  private readonly bodies = new Map<string, number>();

  constructor(entities: Iterable<NamedEntity>) {
    for (const entity of entities) this.add(entity);
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a);
  }

  /** The country that most national bodies are of. */
  get country(): string | undefined {
    return [...this.bodies].toSorted(([, one], [, other]) => other - one)[0]?.[0];
  }

  /** No text names them by their whole names: what it measures is matched with their words. */
  get indicators(): readonly NamedEntity[] {
    return [...this.measured.values()];
  }

  /** Gives an entity other names, or adds it. */
  replace(entity: NamedEntity): void {
    this.remove(entity.id);
    this.add(entity);
    for (const { value } of entity.names) this.lengths.get(wordsIn(value)[0]?.key ?? '')?.sort((a, b) => b - a);
  }

  /** Forgets an entity. Lengths of its names stay: a lookup tries them in vain. */
  remove(id: string): void {
    const entity = this.byId.get(id);
    if (entity === undefined) return;
    this.byId.delete(id);
    this.measured.delete(id);
    this.count(entity, -1);
    for (const { value } of entity.names) {
      const words = wordsIn(value);
      const key = keyOf(words, 0, words.length);
      const others = this.byKey.get(key)?.filter((entry) => entry.entity.id !== id) ?? [];
      if (others.length === 0) this.byKey.delete(key);
      else this.byKey.set(key, others);
    }
  }

  entity(id: string): NamedEntity | undefined {
    return this.byId.get(id);
  }

  /** The entries of the names that begin at a word, by length, the longest first. */
  *at(words: readonly Word[], index: number): Generator<{ readonly length: number; readonly entries: readonly NameEntry[] }> {
    for (const length of this.lengths.get(words[index]?.key ?? '') ?? []) {
      if (index + length > words.length) continue;
      const entries = this.byKey.get(keyOf(words, index, length));
      if (entries !== undefined) yield { length, entries };
    }
  }

  /** All that an entity is part of, at any distance. */
  ancestors(id: string): ReadonlySet<string> {
    const found = new Set<string>();
    const open = [...(this.byId.get(id)?.parents ?? [])];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (found.has(next)) continue;
      found.add(next);
      open.push(...(this.byId.get(next)?.parents ?? []));
    }
    return found;
  }

  private add(entity: NamedEntity): void {
    this.byId.set(entity.id, entity);
    this.count(entity, 1);
    if (entity.label === 'Indicator') this.measured.set(entity.id, entity);
    if (models[entity.label].inTexts === 'NEVER') return;
    for (const { value, kind } of entity.names) this.addName({ entity, value, kind, words: wordsIn(value) });
  }

  private count({ countries = [] }: NamedEntity, by: number): void {
    for (const country of countries) this.bodies.set(country, (this.bodies.get(country) ?? 0) + by);
  }

  private addName(entry: NameEntry): void {
    const { words } = entry;
    const first = words[0];
    if (first === undefined || words.length > mostWords) return;
    const key = keyOf(words, 0, words.length);
    const entries = this.byKey.get(key);
    if (entries === undefined) this.byKey.set(key, [entry]);
    else entries.push(entry);
    const lengths = this.lengths.get(first.key);
    if (lengths === undefined) this.lengths.set(first.key, [words.length]);
    else if (!lengths.includes(words.length)) lengths.push(words.length);
  }
}

function keyOf(words: readonly Word[], from: number, length: number): string {
  let key = '';
  for (let index = from; index < from + length; index++) key += `${(words[index] as Word).key} `;
  return key;
}
