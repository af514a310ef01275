import type { Parameters } from '../query.js';

/** The engine takes JSON only: a cycle would end the process, and a Map would become empty. */
export const plain = (parameters: Parameters): unknown =>
  isPlain(parameters, deepest) ? parameters : JSON.parse(JSON.stringify(parameters));

/** Levels of lists and objects that are looked into: a cycle has no end. */
const deepest = 20;

/** Whether a value is just what its JSON is. */
function isPlain(value: unknown, depth: number): boolean {
  if (typeof value === 'string' || typeof value === 'boolean' || value === null) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || depth === 0) return false;
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index += 1) if (!isPlain(value[index], depth - 1)) return false;
    return true;
  }
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const key in value) if (!isPlain((value as Readonly<Record<string, unknown>>)[key], depth - 1)) return false;
  return true;
}
