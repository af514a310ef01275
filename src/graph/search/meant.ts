import { editDistance } from './edit-distance.js';

/** ` Did you mean "x"?` for the nearest of these names that differs in few letters; otherwise nothing. */
export function meant(name: string, names: readonly string[]): string {
  const most = Math.min(3, Math.floor(name.length / 2));
  const near = names
    .map((each) => ({ each, errors: editDistance(name.toLowerCase(), each.toLowerCase(), most) }))
    .filter(({ each, errors }) => errors <= most && errors < each.length)
    .sort((a, b) => a.errors - b.errors)[0];
  return near === undefined ? '' : ` Did you mean "${near.each}"?`;
}

/** The same after a message that ends without a full stop. */
export function hint(name: string, names: readonly string[]): string {
  const near = meant(name, names);
  return near === '' ? '' : `.${near}`;
}
