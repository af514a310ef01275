/** Conditions on properties of a node, each a test with operators: `announcedOn: { gte: "2024-01-01" }`. */
import type { PropertyModel } from '../../../model/model.js';
import { codeKey } from '../../search/tokens.js';
import { keyOf } from '../../stored/storage.js';
import { testIn, type Compiler, type Test, type TestScope } from './scope.js';

type Properties = Readonly<Record<string, PropertyModel>>;

export function propertyCompilers(properties: Properties): [string, Compiler][] {
  return Object.entries(properties).map(([name, property]) => [
    name,
    (value, scope) => propertyTests(scope.node, name, property, value as Test, scope),
  ]);
}

/** The tests of a property of a node or relation that a Cypher variable names. */
export function propertyTests(variable: string, name: string, model: PropertyModel, value: Test, scope: TestScope): string {
  return tests(value, (operator, operand) =>
    model.comparedByKey && operator !== 'known'
      ? testIn(scope, comparison(`${variable}.${keyOf(name)}`, operator, scope.bind(keyed(operand))))
      : propertyTest(`${variable}.${name}`, model, operator, operand, scope),
  );
}

function propertyTest(
  property: string,
  { type, isId }: PropertyModel,
  operator: string,
  operand: unknown,
  scope: TestScope,
): string {
  if (operator === 'known') return operand === true ? `${property} IS NOT NULL` : `${property} IS NULL`;
  if (type === 'date') return testIn(scope, dateTest(property, operator, scope.bind(operand)));
  const isExact = isId === true && (operator === 'eq' || operator === 'in');
  if ((type === 'string' || type === 'url') && !isExact)
    return testIn(scope, comparison(`toLower(${property})`, operator, scope.bind(lowered(operand))));
  return testIn(scope, comparison(property, operator, scope.bind(operand)));
}

/** A date is on or after a day when even its earliest reading is. */
function dateTest(property: string, operator: string, day: string): string {
  return operator === 'gte' || operator === 'gt'
    ? comparison(`${property}Earliest`, operator, day)
    : comparison(`${property}Latest`, operator, day);
}

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
export const idTests = (name: string, value: Test, scope: TestScope): string =>
  tests(value, (operator, operand) =>
    operator === 'known'
      ? `${name} IS ${operand === true ? 'NOT NULL' : 'NULL'}`
      : testIn(scope, comparison(name, operator, scope.bind(operand))),
  );

/** All operators of a test must hold. */
export function tests(value: Test, test: (operator: string, operand: unknown) => string): string {
  const parts = Object.entries(value).flatMap(([operator, operand]) => (operand == null ? [] : [test(operator, operand)]));
  return parts.length === 0 ? 'true' : parts.join(' AND ');
}
