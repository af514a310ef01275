/** Conditions on one entity that an item is related to: `issuedBy: "agency:cn-mofcom"`. */
import { holds } from '../../time/as-of.js';
import { relations, type Label, type Listed, type RelationModel, type RelationType } from '../../../model/model.js';
import { maxDepth } from '../reach.js';
import { filterFields } from './fields.js';
import type { Compiler, Scope } from './scope.js';

export interface RelationFilter {
  readonly name: string;
  readonly type: RelationType;
  readonly direction: 'out' | 'in';
  /** The labels of the entities at the other end. */
  readonly labels: readonly Label[];
  readonly description: string;
}

/** The filters of a label by an entity that is related to it: `issuedBy`, `covers`. A name that is a relation field too, such as `owns`, is that field's. */
export function relationFilters(listed: Listed | 'Entity'): RelationFilter[] {
  const fields = filterFields(listed);
  return relationsOf(listed).filter(({ name }) => !fields.has(name));
}

function relationsOf(listed: Listed | 'Entity'): RelationFilter[] {
  return (Object.entries(relations) as [RelationType, RelationModel][]).flatMap(
    ([type, { where, from, to, sameLabel, ofParts, description }]) => [
      ...(listed === 'Entity' || (from as readonly string[]).includes(listed)
        ? [
            {
              name: where.out,
              type,
              direction: 'out',
              labels: sameLabel && listed !== 'Entity' ? [listed as Label] : to,
              description: ofParts === undefined ? description : `${description} What is said of a part counts for the whole.`,
            } as const,
          ]
        : []),
      ...(listed === 'Entity' || (to as readonly string[]).includes(listed)
        ? [
            {
              name: where.in,
              type,
              direction: 'in',
              labels: sameLabel && listed !== 'Entity' ? [listed as Label] : from,
              description,
            } as const,
          ]
        : []),
    ],
  );
}

export function relationCompilers(listed: Listed | 'Entity'): [string, Compiler][] {
  return relationFilters(listed).map(({ name, type, direction }) => [
    name,
    (id, scope) => related(type, direction, scope.bind(id), scope),
  ]);
}

function related(type: RelationType, direction: 'out' | 'in', id: string, { node, variable }: Scope): string {
  const [relation, other, part, inwards] = [variable('related'), variable('other'), variable('part'), variable('inwards')];
  const pattern = direction === 'out' ? `-[${relation}:${type}]->` : `<-[${relation}:${type}]-`;
  const { ofParts }: RelationModel = relations[type];
  if (ofParts !== undefined && direction === 'out')
    return `EXISTS { MATCH (${node})${pattern}(${part}:Entity) MATCH ${inwards} = (${part})<-[:${ofParts}*0..${maxDepth}]-(${other}:Entity) WHERE ${other}.id = ${id} AND ${holds(relation)} AND all(step IN relationships(${inwards}) WHERE ${holds('step')}) }`;
  return `EXISTS { MATCH (${node})${pattern}(${other}:Entity) WHERE ${other}.id = ${id} AND ${holds(relation)} }`;
}
