/** Conditions on what every entity has: its id, names, codes and type, and the regions that it lies in. */
import { holds } from '../../time/as-of.js';
import { labelsOf } from '../../stored/projection.js';
import { storedCode } from '../../stored/storage.js';
import { maxDepth } from '../reach.js';
import { comparison, idTests, lowered, tests } from './properties.js';
import { never, type Compiler, type Scope, type Test } from './scope.js';

export const entityCompilers: readonly [string, Compiler][] = [
  ['id', (value, scope) => idTests(`${scope.node}.id`, value as Test, scope)],
  ['name', (value, scope) => tests(value as Test, (operator, operand) => nameTest(operator, operand, scope))],
  ['code', (value, scope) => codeTest('codes', value as Test, scope)],
  ['identifier', (value, scope) => codeTest('identifiers', value as Test, scope)],
  ['type', (value, { node, bind }) => `any(known IN ${labelsOf(node)} WHERE known IN ${bind(value)})`],
  ['within', (value, scope) => withinTest(scope.bind(value), scope)],
];

/** Every entity has a name. */
function nameTest(operator: string, operand: unknown, { node, bind }: Scope): string {
  if (operator === 'known') return operand === true ? 'true' : never(node);
  return `any(known IN ${node}.names WHERE ${comparison('toLower(known)', operator, bind(lowered(operand)))})`;
}

/** A code of a scheme; without a scheme, of any. No stored scheme has a colon in it, but a value may: it is all that follows the first. */
function codeTest(property: string, { scheme, value }: Test, { node, bind }: Scope): string {
  const known = `coalesce(${node}.${property}, [])`;
  if (scheme != null) return `${bind(storedCode({ scheme: String(scheme), value: String(value) }))} IN ${known}`;
  const colons = String(value).split(':').length;
  return `any(known IN ${known} WHERE known ENDS WITH ${bind(`:${String(value)}`)} AND size(split(known, ':')) = ${bind(colons + 1)})`;
}

/** In a region, or the region itself. */
function withinTest(region: string, { node, variable }: Scope): string {
  const [upward, outer] = [variable('upward'), variable('outer')];
  return `${node}.id = ${region} OR EXISTS { MATCH ${upward} = (${node})-[:PART_OF*1..${maxDepth}]->(${outer}:Region) WHERE ${outer}.id = ${region} AND all(step IN relationships(${upward}) WHERE ${holds('step')}) }`;
}
