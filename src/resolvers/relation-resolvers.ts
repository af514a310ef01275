/** The fields that lead along relations, made from the model: `Program.regions`, `Region.parent`. */
import type { ClassType } from 'type-graphql';
import { labels, relationFields, type Label, type RelationField } from '../model/model.js';
import { relationConnection, targetOf } from '../schema/connections.js';
import { entityTypes } from '../schema/entity-types.js';
import {
  coveredRegionArguments,
  includedArguments,
  peopleArguments,
  relatedArguments,
  scopedArguments,
  type ListInput,
} from '../schema/list-arguments.js';
import { firstOf, follow } from './lists.js';
import { listResolver, oneResolver } from './made-resolver.js';

/** One resolver for each relation field. `Entity.documents`, which every entity has, is a field of the interface. */
export function relationResolvers(): Function[] {
  return labels.flatMap((label) =>
    [...relationFields(label)].filter(([name]) => name !== 'documents').map(([name, field]) => resolverOf(label, name, field)),
  );
}

function resolverOf(on: Label, name: string, field: RelationField): Function {
  const { description } = field;
  if (field.one)
    return oneResolver({
      on,
      name,
      description,
      type: () => entityTypes[targetOf(field)],
      nullable: true,
      resolve: (id, context) => firstOf(on, name, id, context),
    });
  return listResolver({
    on,
    name,
    description,
    type: () => relationConnection(on, name),
    args: argumentsOf(on, field),
    resolve: (id, input, context) => follow(on, name, id, input, context),
  });
}

/** What covers a region, or concerns a sector or product, can be asked of its surroundings too. */
function argumentsOf(on: Label, field: RelationField): ClassType<ListInput> {
  const [[type], target] = [field.types, targetOf(field)];
  if (type === 'COVERS')
    return field.direction === 'out' ? coveredRegionArguments() : scopedArguments(target as 'Policy' | 'Program');
  if (type === 'HOLDS_POSITION' && field.direction === 'in') return peopleArguments();
  if (type === 'CONCERNS' && field.direction === 'in' && on !== 'Organization')
    return includedArguments(target as 'Policy' | 'Program');
  return relatedArguments(target);
}
