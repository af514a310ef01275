import { editDistance } from './edit-distance.js';

/** ` Did you mean "x"?` for a name that is nearly one of these; otherwise nothing. */
export function meant(name: string, names: readonly string[]): string {
  const near = names.find((each) => editDistance(name.toLowerCase(), each.toLowerCase(), 2) <= 2);
  return near === undefined ? '' : ` Did you mean "${near}"?`;
}
