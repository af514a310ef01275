/** Conditions on claims and observations besides their properties: what they rest on, who says it, and what their texts say. */
import { live } from '../../time/as-of.js';
import { waysOfRecord, type RecordLabel, type RecordWay } from '../../../model/model.js';
import { clausesOf, wayOfRecord, type Path } from '../way.js';
import { comparison, tests } from './properties.js';
import type { Compiler, Scope, Test } from './scope.js';

/** Words to look for, with the claims whose quotes have them: the archive of texts is no part of the store. */
export interface TextTest {
  readonly words: string;
  readonly quotedBy: readonly string[];
}

export const recordCompilers = (record: RecordLabel): [string, Compiler][] => [
  ...waysOfRecord(record).flatMap(([name, model]) => wayCompilers(name, model)),
  ['text', (value, scope) => textCondition(record, value as string | TextTest, scope)],
];

function wayCompilers(name: string, model: RecordWay): [string, Compiler][] {
  const { paths } = wayOfRecord(model);
  const leadsTo: Compiler = (id, scope) => {
    const parameter = scope.bind(id);
    return paths.map((path) => exists(path, scope, parameter)).join(' OR ');
  };
  const counted: Compiler = (value, scope) => countCondition(paths[0] as Path, (value as { count?: Test }).count ?? {}, scope);
  return [[name, leadsTo], ...(model.plural === undefined ? [] : [[model.plural, counted] satisfies [string, Compiler]])];
}

const exists = (path: Path, { node, variable }: Scope, id: string): string =>
  `EXISTS { ${clausesOf(path, { from: node, variable, tests: [`${variable(`stop${path.steps.length}`)}.id = ${id}`] })} }`;

/** How many documents there are. Several passages may be of one document: the first of them counts. */
function countCondition(path: Path, test: Test, scope: Scope): string {
  const last = path.steps.length;
  const names = (prefix: string) => (name: string) => scope.variable(`${prefix}${name}`);
  const [any, earlier] = [names('any_'), names('earlier_')];
  const place = (name: typeof any) =>
    `${last === 1 ? scope.node : name(`stop${last - 1}`)}.id + ' ' + toString(${name(`step${last}`)}.position)`;
  const before = [`${earlier(`stop${last}`)}.id = ${any(`stop${last}`)}.id`, `${place(earlier)} < ${place(any)}`];
  const repeated = `EXISTS { ${clausesOf(path, { from: scope.node, variable: earlier, tests: before })} }`;
  const count = `COUNT { ${clausesOf(path, { from: scope.node, variable: any, tests: [`NOT ${repeated}`] })} }`;
  return tests(test, (operator, operand) => comparison(count, operator, scope.bind(operand)));
}

function textCondition(record: RecordLabel, value: string | TextTest, scope: Scope): string {
  const { words, quotedBy } = typeof value === 'string' ? { words: value, quotedBy: [] } : value;
  const [text, claims] = [scope.bind(words.toLowerCase()), scope.bind(quotedBy)];
  const own = record === 'Claim' ? scope.node : scope.variable('stated');
  const has = (property: string) => `toLower(toString(coalesce(${property}, ''))) CONTAINS ${text}`;
  const [evidence, cited] = [scope.variable('evidence'), scope.variable('cited')];
  const passages = `MATCH (${own})-[${evidence}:EVIDENCED_BY]->(${cited}:Document)`;
  if (record === 'Claim')
    return `${has(`${own}.value`)} OR ${own}.id IN ${claims} OR EXISTS { ${passages} WHERE ${has(`${evidence}.summary`)} }`;
  const stated = `MATCH (${scope.node})<-[:SUBJECT]-(${own}:Claim)`;
  return `EXISTS { ${stated} WHERE ${live(own)} AND (${has(`${own}.value`)} OR ${own}.id IN ${claims}) } OR EXISTS { ${stated} ${passages} WHERE ${live(own)} AND ${has(`${evidence}.summary`)} }`;
}
