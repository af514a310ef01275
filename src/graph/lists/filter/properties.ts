/** Conditions on properties of a node, each a test with operators: `announcedOn: { gte: "2024-01-01" }`. */
import type { PropertyModel } from '../../../model/model.js';
import { codeKey } from '../../search/tokens.js';
import { keyOf } from '../../stored/storage.js';
import type { Compiler, Scope, Test } from './scope.js';

type Properties = Readonly<Record<string, PropertyModel>>;

export function propertyCompilers(properties: Properties): [string, Compiler][] {
  return Object.entries(properties).map(([name, property]) => [
    name,
    (value, { node, bind }) => propertyTests(node, name, property, value as Test, bind),
  ]);
}

/** The tests of a property of a node or relation that a Cypher variable names. */
export function propertyTests(
  variable: string,
  name: string,
  { type, comparedByKey }: PropertyModel,
  value: Test,
  bind: Scope['bind'],
): string {
  return tests(value, (operator, operand) =>
    comparedByKey && operator !== 'known'
      ? total(comparison(`${variable}.${keyOf(name)}`, operator, bind(keyed(operand))))
      : propertyTest(`${variable}.${name}`, type, operator, operand, bind),
  );
}

function propertyTest(
  property: string,
  type: PropertyModel['type'],
  operator: string,
  operand: unknown,
  bind: Scope['bind'],
): string {
  if (operator === 'known') return operand === true ? `${property} IS NOT NULL` : `${property} IS NULL`;
  if (type === 'date') return total(dateTest(property, operator, bind(operand)));
  if (type === 'string' || type === 'url') return total(comparison(`toLower(${property})`, operator, bind(lowered(operand))));
  return total(comparison(property, operator, bind(operand)));
}

/** A date is on or after a day when even its earliest reading is. */
function dateTest(property: string, operator: string, day: string): string {
  return operator === 'gte' || operator === 'gt'
    ? comparison(`${property}Earliest`, operator, day)
    : comparison(`${property}Latest`, operator, day);
}

/** A test of something that may be absent is false for it, so that NOT of it is true. */
const total = (test: string): string => `coalesce(${test}, false)`;

const operators: Readonly<Record<string, string>> = {
  eq: '=',
  in: 'IN',
  gt: '>',
  gte: '>=',
  lt: '<',
  lte: '<=',
  contains: 'CONTAINS',
  startsWith: 'STARTS WITH',
};

export function comparison(left: string, operator: string, right: string): string {
  const text = operators[operator];
  if (text === undefined) throw new Error(`Unknown operator "${operator}".`);
  return `${left} ${text} ${right}`;
}

export function lowered(operand: unknown): unknown {
  return Array.isArray(operand) ? operand.map(lowered) : String(operand).toLowerCase();
}

function keyed(operand: unknown): unknown {
  return Array.isArray(operand) ? operand.map(keyed) : codeKey(String(operand));
}

/** The tests of an id or another name that is compared as it is. */
export const idTests = (name: string, value: Test, bind: Scope['bind']): string =>
  tests(value, (operator, operand) =>
    operator === 'known'
      ? `${name} IS ${operand === true ? 'NOT NULL' : 'NULL'}`
      : total(comparison(name, operator, bind(operand))),
  );

/** All operators of a test must hold. */
export function tests(value: Test, test: (operator: string, operand: unknown) => string): string {
  const parts = Object.entries(value).flatMap(([operator, operand]) => (operand == null ? [] : [test(operator, operand)]));
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}
