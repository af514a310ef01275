import { unclaimedProperties } from '../model/model.js';
import type { EntityRecord } from '../graph/stored/record-types.js';
import type { RawEntity } from './entities.js';

/** An entity as a file would write it, every field named: undefined means missing. */
export function rawEntity({ id, label, names, description, codes, identifiers, properties }: EntityRecord): RawEntity {
  return {
    ...Object.fromEntries(unclaimedProperties(label).map(([name]) => [name, properties[name]])),
    id,
    names: names.map((name) => ({ ...name })),
    description,
    codes,
    identifiers,
  };
}
