/** Reads what an operation selects below an entity or a list in one statement, and gives it to the fields that ask for it. */
import {
  defaultFieldResolver,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
} from 'graphql';
import { sizeOf } from '../../graph/lists/order.js';
import type { Page } from '../../graph/lists/page.js';
import { payForPage, type ListArguments } from '../../graph/loaders/list-loader.js';
import type { RelationArguments } from '../../graph/loaders/relation-loader.js';
import { readWith, type EntityReads } from '../../graph/plan/reads.js';
import type { PlannedList } from '../../graph/plan/relations.js';
import type { Entity } from '../../graph/stored/rows.js';
import { labels, relationFields, type Label, type RelationField } from '../../model/model.js';
import type { Context } from '../context.js';
import { relationsOf } from '../related.js';
import { PlanPlace, type PlanValue } from './plan-cache.js';
import type { Resolve, Resolvers } from './planned-list.js';
import { Planner } from './planner.js';
import { reserve } from './reservation.js';
import { fieldsIn } from './selection.js';

type Field = GraphQLField<unknown, Context>;

const resolversOf = new WeakMap<GraphQLSchema, Resolvers>();

/** What a field gives of what was read for it. */
type Give = (read: unknown, parent: Entity, context: Context) => unknown;

const asRead: Give = (read) => read;

/** Has fields give what a plan has read for them; where none has, their resolvers answer. `counted` adds to a resolver that it counts what its field costs. */
export function usePlans(
  schema: GraphQLSchema,
  counted: (type: GraphQLObjectType, field: Field, resolve: Resolve) => Resolve,
): void {
  const resolvers = new Map<Field, Resolve>();
  resolversOf.set(schema, resolvers);
  const use = (type: string, name: string, give: Give) => {
    const object = schema.getType(type) as GraphQLObjectType;
    const field = object.getFields()[name] as Field;
    const { resolve = defaultFieldResolver } = field;
    resolvers.set(field, resolve);
    const given = counted(object, field, (parent, _, context, { fieldNodes }) =>
      give(readWith(parent, fieldNodes[0] as object), parent as Entity, context),
    );
    field.resolve = (parent, args, context, info) =>
      (readWith(parent, info.fieldNodes[0] as object) === undefined ? resolve : given)(parent, args, context, info);
  };
  for (const label of labels)
    for (const [name, relation] of relationFields(label)) use(label, name, relation.one ? asRead : connectionGiver(relation));
  use('Claim', 'evidence', asRead);
  use('Evidence', 'document', asRead);
}

/** What was not read is read when it is asked for. */
const connectionGiver =
  (relation: RelationField): Give =>
  (read, { id }, { loaders }) => {
    const { page, total, args } = read as PlannedList & { readonly args: RelationArguments };
    const others = () => loaders.relations.related(id, relation, args);
    return relationsOf(
      relation,
      id,
      {
        page: () => page ?? others().page(),
        totalCount: () => total ?? others().totalCount(),
        table: (...by) => others().table(...by),
      },
      loaders,
    );
  };

/** The entity with an id, with what is selected of it; undefined where its loader must answer. */
export async function entityByPlan(
  id: string,
  type: string,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Entity | undefined> {
  if (!isPlanned(context, info)) return undefined;
  const composite = info.schema.getType(type) as GraphQLCompositeType;
  const reads = await planned(context, info, [type, 1], (planner) =>
    planner.entity(fieldsIn(info.fieldNodes, composite, info), composite, 1),
  );
  if (reads === undefined || (reads.properties === undefined && reads.reads.length === 0)) return undefined;
  const entity = await context.loaders.plans.entity(id, reads);
  if (entity !== undefined && reads.properties === undefined) context.loaders.entities.keep(entity);
  return entity;
}

/** The page of a list of all entities of a label, with what is selected of each; undefined where its loader must answer. */
export async function pageByPlan(
  label: Label,
  args: ListArguments,
  context: Context,
  info: GraphQLResolveInfo,
): Promise<Page<Entity> | undefined> {
  const { reader, lists } = context.loaders;
  if (!isPlanned(context, info)) return undefined;
  const list = lists.whole(label, args);
  const { size } = sizeOf(list.keyset);
  if (!reserve(reader.budget, size)) return undefined;
  const reads = await planned(context, info, [label, size], (planner) => planner.items(info, size));
  if (reads === undefined) return undefined;
  await payForPage(reader, list, args);
  const page = await context.loaders.plans.page(list, reads);
  reader.budget.spend(page.edges.length);
  return page;
}

/** What is read of what a root field selects. */
async function planned(
  context: Context,
  info: GraphQLResolveInfo,
  values: readonly PlanValue[],
  plan: (planner: Planner) => Promise<EntityReads | undefined>,
): Promise<EntityReads | undefined> {
  const { asOf, budget, hasOrderedIndexes } = context.loaders.reader;
  const place = new PlanPlace(info, [...values, asOf.on, hasOrderedIndexes]);
  const made = place.get();
  if (made !== undefined && reserve(budget, made.nodes)) return made.reads;
  const planner = new Planner({ resolvers: resolversOf.get(info.schema) as Resolvers, context, info });
  const reads = await plan(planner);
  if (planner.isLasting) place.set({ reads, nodes: planner.nodes });
  return reads;
}

/** So many root fields are one statement; of more their loaders read together what hangs below them. */
const mostRoots = 4;

/** Nodes hold what is known now, so that other instants are not planned. */
const isPlanned = (context: Context, info: GraphQLResolveInfo): boolean =>
  resolversOf.has(info.schema) &&
  info.parentType === info.schema.getQueryType() &&
  context.withoutPlans !== true &&
  context.loaders.reader.isOfNow &&
  fieldsIn([info.operation], info.parentType, info).length <= mostRoots;
