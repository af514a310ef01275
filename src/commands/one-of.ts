import { SettingsError } from '../settings/settings.js';

/** Which of the allowed names somebody means, in whatever case. Throws a SettingsError that lists them. */
export function oneOf<T extends string>(what: string, given: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each.toLowerCase() === given.toLowerCase());
  if (found === undefined)
    throw new SettingsError(`There is no ${what} ${JSON.stringify(given)}: it must be one of ${allowed.join(', ')}.`);
  return found;
}

/** Names with commas between them. */
export const listOf = <T extends string>(what: string, given: string, allowed: readonly T[]): T[] =>
  given.split(',').map((name) => oneOf(what, name.trim(), allowed));
