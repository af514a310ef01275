/** Ways from an item of a list, called `node`, to entities: along a relation field of the model, or from a claim or observation to what it rests on. As Cypher that both engines run. */
import { holds, live } from '../time/as-of.js';
import {
  commonFields,
  relationFields,
  relations,
  targetOf,
  type Label,
  type RecordLabel,
  type RecordWay,
  type RelationField,
} from '../../model/model.js';
import type { CypherText } from '../query.js';
import { maxDepth } from './reach.js';

type PartsRelation = NonNullable<RelationField['parts']>['by'];

/** Relationships of any of these types, to nodes of a label. */
interface Step {
  readonly types: readonly string[];
  readonly direction: 'out' | 'in';
  readonly to: Label | 'Entity' | 'Claim' | 'Observation';
}

export interface Path {
  readonly predicate?: string | undefined;
  /** Also from all parts of the item, which this relation leads to. */
  readonly parts?: PartsRelation | undefined;
  readonly steps: readonly Step[];
}

/** What both ends of a list's query agree on is data, so that lists with the same arguments are read together. */
export interface Way {
  readonly paths: readonly Path[];
  /** Each relation counts, as in the total of its field: a person with two posts counts twice. */
  readonly countsRelations: boolean;
}

export interface NamedWay {
  readonly name: string;
  readonly description: string;
  readonly way: Way;
  /** It leads to one entity rather than to a list. */
  readonly one: boolean;
}

/** The ways of the relation fields of entities of a label; of all entities, those of the fields that every label has. */
export const waysOfEntity = (label: Label | 'Entity'): NamedWay[] =>
  [...(label === 'Entity' ? commonFields() : relationFields(label))].map(([name, field]) => ({
    name,
    description: field.description,
    way: wayOfField(field),
    one: field.one,
  }));

/** The way of a relation field, as far as the field leads by default. */
function wayOfField(field: RelationField): Way {
  const parts = field.parts?.byDefault === true ? field.parts.by : undefined;
  const step = { types: field.types, direction: field.direction, to: targetOf(field) };
  return { paths: [{ parts, steps: [step] }], countsRelations: parts !== 'INCLUDES' };
}

export const wayOfRecord = ({ paths }: RecordWay): Way => ({
  paths: paths.map(({ predicate, steps }) => ({
    predicate,
    steps: steps.map(({ type, ...rest }) => ({ types: [type], ...rest })),
  })),
  countsRelations: false,
});

/** Gives `name` the ids of what a way leads to, a row each; a row with null where it leads to nothing. */
export const eachOf = (way: Way, name: string): CypherText =>
  `CALL (node) { ${reached(way)} RETURN collect(DISTINCT reached) AS ${name}s } UNWIND CASE WHEN size(${name}s) = 0 THEN [null] ELSE ${name}s END AS ${name}` as CypherText;

/** Gives `name` the number of what a way leads to. */
export function countOf(way: Way, name: string): CypherText {
  const [path] = way.paths;
  const counted =
    way.countsRelations && path !== undefined
      ? `${matched(path)} RETURN count(step${path.steps.length}) AS ${name}`
      : `${reached(way)} RETURN count(DISTINCT reached) AS ${name}`;
  return `CALL (node) { ${counted} }` as CypherText;
}

/** The ids at the ends of all paths, as `reached`. */
function reached({ paths }: Way): string {
  const endOf = (path: Path) => `stop${path.steps.length}.id AS reached`;
  const [path] = paths;
  if (path !== undefined && paths.length === 1) return `${matched(path)} WITH ${endOf(path)}`;
  return `CALL (node) { ${paths.map((each) => `${matched(each)} RETURN ${endOf(each)}`).join(' UNION ')} }`;
}

function matched(path: Path): string {
  const begin = path.parts === undefined ? '' : `${partsClause(path.parts)} `;
  return begin + clausesOf(path, { from: path.parts === undefined ? 'node' : 'part' });
}

/** A whole INCLUDES its parts, and a part is PART_OF its whole. */
function partsClause(by: PartsRelation): string {
  const way = by === 'INCLUDES' ? `-[:INCLUDES*0..${maxDepth}]->` : `<-[:PART_OF*0..${maxDepth}]-`;
  return `MATCH partition = (node)${way}(part:Entity) WHERE all(division IN relationships(partition) WHERE ${holds('division')}) WITH DISTINCT part`;
}

interface Places {
  /** Where the path begins, and where it ends; the ends are nodes that are matched already. */
  readonly from: string;
  readonly to?: string;
  /** The name of a relationship or node on the way. */
  readonly variable?: (name: string) => string;
  readonly tests?: readonly string[];
}

/** A path from its end back to a record. */
export const reversed = ({ steps }: Path, record: RecordLabel): Path => ({
  steps: steps
    .map(({ types, direction }, index) => ({
      types,
      direction: direction === 'out' ? ('in' as const) : ('out' as const),
      to: steps[index - 1]?.to ?? record,
    }))
    .reverse(),
});

/** A MATCH for each step, and one WHERE, for EXISTS and COUNT take no more. Relationships are step1, step2 …, nodes stop1, stop2 …. */
export function clausesOf({ predicate, steps }: Path, { from, to, variable = (name) => name, tests = [] }: Places): string {
  const stopAt = (number: number) =>
    number === 0 ? from : number === steps.length && to !== undefined ? to : variable(`stop${number}`);
  const parts = steps.map((step, index) => stepOf(step, variable(`step${index + 1}`), stopAt(index), stopAt(index + 1)));
  const all = [
    ...parts.flatMap((part) => part.tests),
    ...(predicate === undefined ? [] : [`${from}.predicate = '${predicate}'`]),
    ...tests,
  ];
  return [...parts.map(({ match }) => match), ...(all.length === 0 ? [] : [`WHERE ${all.join(' AND ')}`])].join(' ');
}

function stepOf({ types, direction, to }: Step, edge: string, from: string, stop: string): { match: string; tests: string[] } {
  const line = `-[${edge}:${types.join('|')}]-`;
  const tests = [
    ...(types.every((type) => Object.hasOwn(relations, type)) ? [holds(edge)] : []),
    ...(to === 'Claim' ? [live(stop)] : []),
  ];
  return { match: `MATCH (${from})${direction === 'out' ? `${line}>` : `<${line}`}(${stop}:${to})`, tests };
}
