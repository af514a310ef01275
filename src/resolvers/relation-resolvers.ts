/** The fields that lead along relations, made from the model: `Program.regions`, `Region.parent`. */
import { labels, relationFields, targetOf, type Label, type RelationField } from '../model/model.js';
import { relationConnection } from '../schema/connections.js';
import { entityTypes } from '../schema/entity-types.js';
import { fieldArguments } from '../schema/list-arguments.js';
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
    args: fieldArguments(field),
    resolve: (id, input, context) => follow(on, name, id, input, context),
  });
}
