/** Which reviewed entity a found one is. */
import { piecesOf } from '../../src/graph/search/pieces.js';
import { stemKey } from '../../src/graph/search/tokens.js';
import { slugOf } from '../../src/import/mapping/slug.js';
import { overlap, type Span } from '../../src/sentences.js';
import { labelOf } from '../../src/model/model.js';
import type { Reading, ReviewedText } from './reviewed-text.js';

export const keyOf = (text: string): string => stemKey(piecesOf(text));

/** Whether a name begins or ends with another. */
const isLike = (name: string, key: string): boolean =>
  Math.min(name.length, key.length) > 6 &&
  [name, key].some((long, index) => ((short) => long.startsWith(short) || long.endsWith(short))([key, name][index] as string));

/** The entity of a text's review that has a name, or a name like it. */
export function namedAs(name: string, ids: Iterable<string>, { entities }: ReviewedText): string | undefined {
  const key = keyOf(name);
  const here = [...ids];
  const names = (id: string) => (entities.get(id)?.names ?? []).map(({ value }) => keyOf(value));
  return here.find((id) => names(id).includes(key)) ?? here.find((id) => names(id).some((each) => isLike(each, key)));
}

interface NewEntity {
  readonly label: string;
  readonly names: readonly string[];
  /** Of what is proposed of it first. */
  readonly passages: readonly Span[];
}

/** For a proposed id, the reviewed one: a new entity is one of the text alone that has its type, by its name, or by its place where the text names neither. */
export function identities(reading: Reading): (id: string) => string {
  const { reviewed } = reading;
  const found = newEntities(reading);
  const unnamed = [...reviewed.own].filter((id) => !hasName(id, reviewed));
  return (id) => {
    const entity = found.get(id);
    if (entity === undefined || reviewed.lexicon.entity(id) !== undefined) return id;
    const isOfType = (each: string) => reviewed.entities.get(each)?.label === entity.label;
    const own = [...reviewed.own].filter(isOfType);
    const named = entity.names.map((name) => namedAs(name, own, reviewed)).find((each) => each !== undefined);
    return named ?? at(entity.passages, unnamed.filter(isOfType), reviewed) ?? id;
  };
}

function newEntities({ reading, proposals }: Reading): Map<string, NewEntity> {
  const found = new Map<string, NewEntity>();
  for (const { newName, label, start, end } of reading.mentions) {
    const id = `${label.toLowerCase()}:${slugOf(newName ?? '')}`;
    if (newName !== undefined && !found.has(id)) found.set(id, { label, names: [newName], passages: [{ start, end }] });
  }
  for (const proposal of proposals) {
    const passages = proposal.passages.slice(0, 1);
    if (proposal.kind === 'CLAIM')
      for (const id of [proposal.claim.subject, proposal.claim.object ?? ''])
        if (!found.has(id)) found.set(id, { label: labelOf(id) ?? '', names: [], passages });
    if (proposal.kind === 'ENTITY') {
      const { label, id, names } = proposal.entity;
      found.set(id, { label, names: names.map(({ value }) => value), passages });
    }
  }
  return found;
}

/** Whether the text has one of an entity's names: reviewers describe what it leaves unnamed, as "a guideline". */
function hasName(id: string, { entities, text }: ReviewedText): boolean {
  const plain = text.toLowerCase();
  return (entities.get(id)?.names ?? []).some(({ value }) => plain.includes(value.toLowerCase()));
}

/** The one that passages are about; of several, the one with the fewest passages. */
function at(places: readonly Span[], ids: readonly string[], { passages }: ReviewedText): string | undefined {
  const of = (id: string) => passages.get(id) ?? [];
  return ids
    .filter((id) => of(id).some((passage) => places.some((place) => overlap(place, passage))))
    .toSorted((one, other) => of(one).length - of(other).length)[0];
}
