/** Where a list begins: at the entity that a condition names, which an index finds, or at all items of its kind. */
import { holds } from '../time/as-of.js';
import { conditionsOf } from './filter/conditions.js';
import { filterFields, type FilterField } from './filter/fields.js';
import type { Filter } from './filter/filter.js';
import type { QuantifierFilter } from './filter/quantifiers.js';
import { relationFilters } from './filter/relations.js';
import { maxDepth } from './reach.js';
import {
  isRecord,
  relations,
  targetOf,
  waysOfRecord,
  type Listed,
  type RecordLabel,
  type RelationModel,
  type RelationType,
} from '../../model/model.js';
import { anyOf, cypher, nameOf, type CypherText } from '../query.js';
import { clausesOf, reversed, wayOfRecord, type Path } from './way.js';

export interface ListStart {
  /** Matches the items as `node`, each once. */
  readonly text: CypherText;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What is left to test. */
  readonly where: Filter;
  /** How the entity that they are related to is, where it begins at one. */
  readonly hub?: { readonly pattern: CypherText } | undefined;
  /** All items of the kind are looked at. */
  readonly scans: boolean;
}

/** The beginning of a list that must pass a filter. */
export function listStart(listed: Listed | 'Entity', where: Filter = {}): ListStart {
  const conditions = conditionsOf(where);
  for (const condition of conditions) {
    const start = startAt(listed, condition);
    if (start !== undefined) return { ...start, where: { and: conditions.filter((other) => other !== condition) }, scans: false };
  }
  const near = nearStart(listed, conditions);
  if (near !== undefined) return { ...near, where, scans: false };
  return { text: cypher`MATCH (node:${nameOf(listed)})`, parameters: {}, where, scans: true };
}

type Start = Pick<ListStart, 'text' | 'parameters' | 'hub'>;

function startAt(listed: Listed | 'Entity', condition: Filter): Start | undefined {
  const [key, value] = Object.entries(condition)[0] as [string, unknown];
  const regions = key === 'within' ? [value as string] : key === 'or' ? regionsOf(value as Filter[]) : undefined;
  if (listed === 'Region' && regions !== undefined) return { text: inside, parameters: { starts: regions } };
  if (isRecord(listed)) {
    const way = waysOfRecord(listed).find(([name]) => name === key)?.[1];
    return way === undefined ? undefined : { text: recordsAt(listed, wayOfRecord(way).paths), parameters: { starts: [value] } };
  }
  const found = relationFilters(listed).find(({ name }) => name === key);
  return found === undefined
    ? undefined
    : { ...relatedBy(nameOf(listed), found.type, found.direction), parameters: { starts: [value] } };
}

/** A start that gives more than passes the conditions: what they name by id, or what is related to that. They are all left to test. */
function nearStart(listed: Listed | 'Entity', conditions: readonly Filter[]): Start | undefined {
  for (const condition of conditions) {
    const [key, value] = Object.entries(condition)[0] as [string, IdTest & QuantifierFilter];
    const field = filterFields(listed).get(key);
    const start =
      key === 'id' ? startWithIds(listed, value) : field === undefined ? undefined : startAcross(listed, field, value);
    if (start !== undefined) return start;
  }
  return undefined;
}

interface IdTest {
  readonly eq?: string | null;
  readonly in?: readonly string[] | null;
}

function startWithIds(listed: Listed | 'Entity', test: IdTest): Start | undefined {
  const ids = test.eq == null ? test.in : [test.eq];
  const text =
    `UNWIND $starts AS start MATCH (node:Entity {id: start}) WHERE node:${nameOf(listed)} WITH DISTINCT node` as CypherText;
  return ids == null ? undefined : { text, parameters: { starts: ids } };
}

/** A list of what has a related item that passes a filter begins where the list of such items begins. */
function startAcross(listed: Listed | 'Entity', field: FilterField, { some }: QuantifierFilter): Start | undefined {
  if (some == null || field.parts?.byDefault === true) return undefined;
  const [target, conditions] = [targetOf(field), conditionsOf(some)];
  const starts = conditions.map((condition) => startAt(target, condition));
  const start = starts.find((each) => each !== undefined) ?? nearStart(target, conditions);
  if (start === undefined) return undefined;
  const [from, to] = { out: ['<-', '-'], in: ['-', '->'], any: ['-', '-'] }[field.direction];
  const across = `MATCH (near)${from}[related:${anyOf(field.types)}]${to}(node:${nameOf(listed)}) WHERE ${holds('related')}`;
  return { ...start, text: `${start.text} WITH node AS near ${across} WITH DISTINCT node` as CypherText };
}

/** The regions of which items may lie in any; undefined where something else is asked too. */
function regionsOf(alternatives: readonly Filter[]): string[] | undefined {
  const regions = alternatives.map((filter) => (Object.keys(filter).length === 1 ? filter['within'] : undefined));
  return regions.length > 0 && regions.every((region) => typeof region === 'string') ? regions : undefined;
}

const begin = cypher`UNWIND $starts AS start MATCH (begin:Entity {id: start})`;
const inside =
  `${begin} MATCH inward = (begin)<-[:PART_OF*0..${maxDepth}]-(node:Region) WHERE all(step IN relationships(inward) WHERE ${holds('step')}) WITH DISTINCT node` as CypherText;

/** The records from which any of these paths leads to the beginning. */
function recordsAt(record: RecordLabel, paths: readonly Path[]): CypherText {
  const found = paths.map((path) => {
    const tests = path.predicate === undefined ? [] : [`node.predicate = '${path.predicate}'`];
    return clausesOf(reversed(path, record), { from: 'begin', to: 'node', tests });
  });
  const each =
    found.length === 1 ? found.join('') : `CALL (begin) { ${found.map((text) => `${text} RETURN node`).join(' UNION ')} }`;
  return `${begin} ${each} WITH DISTINCT node` as CypherText;
}

function relatedBy(label: CypherText, type: RelationType, direction: 'out' | 'in'): Pick<Start, 'text' | 'hub'> {
  const name = nameOf(type);
  const pattern = direction === 'out' ? cypher`<-[related:${name}]-` : cypher`-[related:${name}]->`;
  const { ofParts }: RelationModel = relations[type];
  if (ofParts !== undefined && direction === 'out')
    return {
      text: `${begin} MATCH outwards = (begin)-[:${ofParts}*0..${maxDepth}]->(part:Entity) WHERE all(step IN relationships(outwards) WHERE ${holds('step')}) WITH DISTINCT part MATCH (part)${pattern}(node:${label}) WHERE ${holds('related')} WITH DISTINCT node` as CypherText,
    };
  const text = `${begin} MATCH (begin)${pattern}(node:${label}) WHERE ${holds('related')} WITH DISTINCT node` as CypherText;
  return { text, hub: { pattern } };
}
