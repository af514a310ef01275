/** Which places of a segment may answer a search. */
import { labelOf, type Label } from '../../../model/model.js';
import type { Search } from '../../port.js';
import type { Strings } from './strings.js';

/** Whether an entity may be found, by its place. */
export type Accepts = (place: number) => boolean;

export function acceptedPlaces(ids: Strings, gone: Uint8Array, { labels, among }: Pick<Search, 'labels' | 'among'>): Accepts {
  const ofLabels = labels === undefined ? undefined : placesOfLabels(ids, labels);
  const listed = among === undefined ? undefined : placesOfIds(ids, among);
  return (place) => gone[place] === 0 && (ofLabels?.[place] ?? 1) === 1 && (listed?.[place] ?? 1) === 1;
}

function placesOfIds(ids: Strings, among: readonly string[]): Uint8Array {
  const places = new Uint8Array(ids.size);
  for (const id of among) {
    const place = ids.indexOf(id);
    if (place >= 0) places[place] = 1;
  }
  return places;
}

/** Ids are sorted and begin with their label, so that those of a label are neighbours. */
function placesOfLabels(ids: Strings, labels: readonly Label[]): Uint8Array {
  const places = new Uint8Array(ids.size);
  for (let place = 0; place < ids.size;) {
    const id = ids.at(place);
    const end = ids.afterPrefix(id.slice(0, id.indexOf(':') + 1), place);
    if (labels.includes(labelOf(id) as Label)) places.fill(1, place, end);
    place = end;
  }
  return places;
}
