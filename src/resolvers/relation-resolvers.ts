/** The fields that lead along relations, made from the model: `Program.regions`, `Region.parent`. */
import { commonFields, labels, relationFields, targetOf, type Label, type RelationField } from '../model/model.js';
import { relationConnection } from '../schema/connections.js';
import { entityTypes } from '../schema/entity-types.js';
import { fieldArguments } from '../schema/list-arguments.js';
import { listResolver, oneResolver } from './made-resolver.js';
import { firstOf, follow } from './related.js';

/** One resolver for each relation field. What every entity has, such as `documents`, is a field of the interface. */
export function relationResolvers(): Function[] {
  const common = commonFields();
  const own = labels.flatMap((label) =>
    [...relationFields(label)].filter(([name]) => !common.has(name)).map(([name, field]) => resolverOf(label, name, field)),
  );
  return [...own, ...[...common].map(([name, field]) => resolverOf('Entity', name, field))];
}

function resolverOf(on: Label | 'Entity', name: string, field: RelationField): Function {
  const { description } = field;
  if (field.one)
    return oneResolver({
      on,
      name,
      description,
      type: () => entityTypes[targetOf(field)],
      nullable: true,
      resolve: (id, context) => firstOf(field, id, context),
    });
  const connection = relationConnection(on, name, field); // before the schema is built
  return listResolver({
    on,
    name,
    description,
    type: () => connection,
    args: fieldArguments(field),
    resolve: (id, input, context) => follow(field, id, input, context),
  });
}
