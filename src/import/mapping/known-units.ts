import { everydayUnit, scaled } from '../../changesets/units/everyday.js';

type Item = Readonly<Record<string, unknown>>;

/** An observation in units of ISO 4217 or UCUM, where a table has 万辆 or 亿元. */
export function inKnownUnits(item: Item): Item {
  return { ...item, ...inKnownUnit(item, 'value', 'unit'), ...inKnownUnit(item, 'convertedValue', 'convertedUnit') };
}

function inKnownUnit(item: Item, value: string, unit: string): Item {
  const [number, everyday] = [item[value], everydayUnit(String(item[unit] ?? ''))];
  if (everyday === undefined || (number !== undefined && typeof number !== 'number')) return {};
  return { ...(number === undefined ? {} : { [value]: scaled(number, everyday) }), [unit]: everyday.unit };
}
