/** From claims, observations and evidence to what they name: a resolver for each of their links. */
import { Ctx, FieldResolver, Resolver, Root, type ClassType } from '../type-graphql/decorators.js';
import {
  claimFields,
  evidenceFields,
  isObservation,
  observationFields,
  outputDescription,
  type RecordField,
  type Fields,
} from '../model/model.js';
import { Claim } from '../schema/claim.js';
import { entityTypes } from '../schema/entity-types.js';
import { Evidence } from '../schema/evidence.js';
import { Node } from '../schema/node.js';
import { Observation } from '../schema/observation.js';
import { isAlwaysShown } from '../schema/record-fields.js';
import type { Context } from './context.js';

export const linkResolvers = (): Function[] => [
  ...linksOf(Claim, claimFields),
  ...linksOf(Observation, observationFields),
  ...linksOf(Evidence, evidenceFields),
];

const linksOf = (type: ClassType, fields: Fields): Function[] =>
  Object.entries(fields).flatMap(([name, field]) => (field.edge === undefined ? [] : [linkResolver(type, name, field)]));

function linkResolver(type: ClassType, name: string, field: RecordField): Function {
  const load = field.orObservation === true ? subjectWithId : entityWithId;
  class LinkResolver {
    [name](record: Readonly<Record<string, string | readonly string[] | undefined>>, context: Context) {
      const ids = record[name];
      if (ids === undefined) return null;
      return typeof ids === 'string' ? load(ids, context) : Promise.all(ids.map((id) => load(id, context)));
    }
  }
  const target = targetOf(field);
  const returns = () => (field.many === true ? [target] : target) as ClassType;
  const nullable = field.many !== true && !isAlwaysShown(field);
  FieldResolver(returns, { nullable, description: outputDescription(field) })(LinkResolver.prototype, name, {});
  Root()(LinkResolver.prototype, name, 0);
  Ctx()(LinkResolver.prototype, name, 1);
  Resolver(() => type)(LinkResolver);
  return LinkResolver;
}

const entityWithId = (id: string, { loaders }: Context) => loaders.entities.byId(id);
const subjectWithId = (id: string, { loaders }: Context) =>
  isObservation(id) ? loaders.observations.byId(id) : loaders.entities.byId(id);

function targetOf({ to = [], orObservation }: RecordField): object {
  if (orObservation === true) return Node;
  return entityTypes[to.length === 1 && to[0] !== undefined ? to[0] : 'Entity'];
}
