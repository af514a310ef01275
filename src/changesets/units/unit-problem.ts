import { everydayUnit } from './everyday.js';
import { isUnit } from './ucum.js';

/** What is wrong with a text as a unit, and what would be right, as the rest of a sentence; undefined where it is one. */
export function unitProblem(text: string): string | undefined {
  const everyday = everydayUnit(text);
  if (everyday !== undefined) {
    const times = everyday.power === 0 ? '' : ` with the value times ${(10 ** everyday.power).toLocaleString('en')}`;
    return `must be a unit of ISO 4217 or UCUM: write "${everyday.unit}"${times}`;
  }
  if (isUnit(text)) return undefined;
  const isThing = /^[A-Za-z][A-Za-z_-]*$/.test(text);
  return `must be a currency of ISO 4217 (CNY), a unit of UCUM (kg, %, kW.h), or what is counted, in braces ({car})${isThing ? `. Did you mean "{${text}}"?` : ''}`;
}
