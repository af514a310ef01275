/** Where a list begins: at the entity that a condition names, which an index finds, or at all items of its kind. */
import { holds } from '../time/as-of.js';
import type { Filter } from './filter/filter.js';
import { claimJoins } from './filter/records.js';
import { relationFilters } from './filter/relations.js';
import { maxDepth } from './reach.js';
import { relations, type ClaimEdge, type Listed, type RelationModel, type RelationType } from '../../model/model.js';
import { fragment, nameOf, type Fragment } from '../query.js';

export interface ListStart {
  /** Matches the items as `node`, each once. */
  readonly text: Fragment;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What is left to test. */
  readonly where: Filter;
}

/** The beginning of a list that must pass a filter. */
export function listStart(listed: Listed | 'Entity', where: Filter = {}): ListStart {
  const conditions = conditionsOf(where);
  for (const condition of conditions) {
    const start = startAt(listed, condition);
    if (start !== undefined) return { ...start, where: { and: conditions.filter((other) => other !== condition) } };
  }
  return { text: fragment`MATCH (node:${nameOf(listed)})`, parameters: {}, where };
}

/** What must all hold, a key each. */
function conditionsOf(filter: Filter): Filter[] {
  return Object.entries(filter).flatMap(([key, value]) => {
    if (value == null) return [];
    return key === 'and' ? (value as Filter[]).flatMap(conditionsOf) : [{ [key]: value }];
  });
}

type Start = Omit<ListStart, 'where'>;

function startAt(listed: Listed | 'Entity', condition: Filter): Start | undefined {
  const [key, value] = Object.entries(condition)[0] as [string, unknown];
  const regions = key === 'within' ? [value as string] : key === 'or' ? regionsOf(value as Filter[]) : undefined;
  if (listed === 'Region' && regions !== undefined) return { text: inside, parameters: { starts: regions } };
  if (listed === 'Claim' && Object.hasOwn(claimJoins, key))
    return { text: joinedBy(claimJoins[key as keyof typeof claimJoins]), parameters: { starts: [value] } };
  const relation = listed === 'Claim' || listed === 'Observation' ? [] : relationFilters(listed);
  const found = relation.find(({ name }) => name === key);
  return found === undefined
    ? undefined
    : { text: relatedBy(nameOf(listed), found.type, found.direction), parameters: { starts: [value] } };
}

/** The regions of which items may lie in any; undefined where something else is asked too. */
function regionsOf(alternatives: readonly Filter[]): string[] | undefined {
  const regions = alternatives.map((filter) => (Object.keys(filter).length === 1 ? filter['within'] : undefined));
  return regions.length > 0 && regions.every((region) => typeof region === 'string') ? regions : undefined;
}

const begin = fragment`UNWIND $starts AS start MATCH (begin:Entity {id: start})`;
const inside =
  `${begin} MATCH inward = (begin)<-[:PART_OF*0..${maxDepth}]-(node:Region) WHERE all(step IN relationships(inward) WHERE ${holds('step')}) WITH DISTINCT node` as Fragment;

const joinedBy = (edge: ClaimEdge): Fragment => `${begin} MATCH (begin)<-[:${edge}]-(node:Claim) WITH DISTINCT node` as Fragment;

function relatedBy(label: Fragment, type: RelationType, direction: 'out' | 'in'): Fragment {
  const name = nameOf(type);
  const pattern = direction === 'out' ? fragment`<-[related:${name}]-` : fragment`-[related:${name}]->`;
  const { ofParts }: RelationModel = relations[type];
  if (ofParts !== undefined && direction === 'out')
    return `${begin} MATCH outwards = (begin)-[:${ofParts}*0..${maxDepth}]->(part:Entity) WHERE all(step IN relationships(outwards) WHERE ${holds('step')}) WITH DISTINCT part MATCH (part)${pattern}(node:${label}) WHERE ${holds('related')} WITH DISTINCT node` as Fragment;
  return `${begin} MATCH (begin)${pattern}(node:${label}) WHERE ${holds('related')} WITH DISTINCT node` as Fragment;
}
