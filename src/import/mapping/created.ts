/** Entities that decisions create: the names that the graph does not have yet. */
import type { RawEntity } from '../../changesets/entities.js';
import type { Located } from '../../changesets/problem.js';
import { storedEntities } from '../../changesets/stored.js';
import { readerOf, type Graph } from '../../graph/port.js';
import { idPrefix, labelOf, type Label } from '../../model/model.js';
import type { Name } from '../../graph/stored/record-types.js';
import type { Decision } from './decisions.js';
import { slugOf } from './slug.js';

type Decided = Pick<Decision, 'name' | 'type' | 'decision'>;

/** The id of the entity that a decision creates, its own or one made of the name; undefined for other decisions. */
export function createdId({ name, type, decision }: Decided): string | undefined {
  const [found, own] = /^create(?: +(\S+))?$/.exec(decision) ?? [];
  return found === undefined ? undefined : (own ?? `${idPrefix(type)}${slugOf(name)}`);
}

/** Whether a decision is an id of the type, or creates an entity of the type. */
export function isDecisionFor(type: Label, { name, decision }: Pick<Decision, 'name' | 'decision'>): boolean {
  if (decision === '' || decision === 'skip') return true;
  return labelOf(createdId({ name, type, decision }) ?? decision) === type;
}

/** One entity for each id that is created, with all names that were decided to be it. */
export function createdEntities(decided: Iterable<Decided>, path: string): Located<RawEntity>[] {
  const names = new Map<string, Name[]>();
  for (const each of decided) {
    const id = createdId(each);
    if (id === undefined) continue;
    const known = names.get(id) ?? [];
    if (!known.some(({ value }) => value === each.name)) names.set(id, [...known, nameOf(each.name, known)]);
  }
  return [...names].map(([id, own]) => ({
    item: { id, names: own },
    problem: (_at, message) => ({ file: path, value: own[0]?.value, message }),
  }));
}

/** Those that the graph does not have: one that an earlier import created may have more names by now. */
export async function newEntities(graph: Graph, created: readonly Located<RawEntity>[]): Promise<Located<RawEntity>[]> {
  const known = await storedEntities(
    readerOf(graph),
    created.map(({ item }) => item.id),
  );
  return created.filter(({ item }) => !known.has(item.id));
}

/** The first name in a language is the preferred one. */
function nameOf(value: string, known: readonly Name[]): Name {
  const lang = /\p{Script=Han}/u.test(value) ? 'zh' : 'en';
  return { value, lang, kind: known.some((name) => name.lang === lang) ? 'ALIAS' : 'PREFERRED' };
}
