/** Days in ISO 8601, such as 2019-12-31. */

/** Whether it is a day that the calendar has. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = Date.parse(value);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(value);
}

export const today = (): string => new Date().toISOString().slice(0, 10);
