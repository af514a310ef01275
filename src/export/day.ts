/** The day whose relations an export has. */
import { formats, type FormatName } from './formats.js';

/** Why a format cannot be written as of a day; undefined where it can. `name` is that of the parameter or option. */
export function whyNotAsOf(name: string, day: string, format: FormatName): string | undefined {
  if (formats[format].hasRelations !== true)
    return `${name} is for formats with relations: ${format} has the claims that assert them, with their dates.`;
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? new Date(day).getTime() : Number.NaN;
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(day)) return `${name} must be a day such as 2024-02-05.`;
  return undefined;
}
