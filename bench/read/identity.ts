/** Which reviewed entity a found one is. */
import { piecesOf } from '../../src/graph/search/pieces.js';
import { stemKey } from '../../src/graph/search/tokens.js';
import { slugOf } from '../../src/import/mapping/slug.js';
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
}

/** For a proposed id, the reviewed one: a new entity is the one of the text alone that has its type and name. */
export function identities({ reviewed, reading, proposals }: Reading): (id: string) => string {
  const found = new Map<string, NewEntity>();
  for (const { newName, label } of reading.mentions)
    if (newName !== undefined) found.set(`${label.toLowerCase()}:${slugOf(newName)}`, { label, names: [newName] });
  for (const proposal of proposals)
    if (proposal.kind === 'ENTITY')
      found.set(proposal.entity.id, { label: proposal.entity.label, names: proposal.entity.names.map(({ value }) => value) });
  return (id) => {
    const entity = found.get(id);
    if (entity === undefined || reviewed.lexicon.entity(id) !== undefined) return id;
    const ids = [...reviewed.own].filter((each) => reviewed.entities.get(each)?.label === entity.label);
    return entity.names.map((name) => namedAs(name, ids, reviewed)).find((each) => each !== undefined) ?? id;
  };
}
