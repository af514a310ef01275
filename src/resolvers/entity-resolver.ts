import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, Info, Query, Resolver, Root } from '../type-graphql/decorators.js';
import { labelOf, labels } from '../model/model.js';
import type { Entity as EntityRow } from '../graph/stored/rows.js';
import { ClaimsArguments } from '../schema/claim-arguments.js';
import { Claim } from '../schema/claim.js';
import { anyRelationConnection, listConnection } from '../schema/connections.js';
import { ContradictionConnection } from '../schema/contradiction.js';
import { EntityArg } from '../schema/entity-ids.js';
import { Entity } from '../schema/entity.js';
import { Language } from '../schema/enums.js';
import { listArguments, relationArguments, type ListInput, type RelationInput } from '../schema/list-arguments.js';
import { Observation } from '../schema/observation.js';
import { ForwardPageArguments } from '../schema/page-arguments.js';
import { Relation } from '../schema/walk.js';
import { connectionOf, nodeEdge } from './connection.js';
import type { Context } from './context.js';
import { contradictionConnection } from './contradiction-resolver.js';
import { reachOf, recordArguments } from './list-input.js';
import { entityByPlan } from './plan/plans.js';
import { followAny } from './related.js';

const languages: Readonly<Record<string, string>> = { EN: 'en', ZH: 'zh', ZH_LATN: 'zh-Latn' };

@Resolver(() => Entity)
export class EntityResolver {
  @Query(() => Entity, { nullable: true, description: 'The entity with this id, whatever its type; null when there is none.' })
  async entity(
    @EntityArg('id', labels, 'Such as "region:CN-370200" (Qingdao).') id: string,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return (await entityByPlan(id, labelOf(id) ?? 'Entity', context, info)) ?? context.loaders.entities.known(id);
  }

  @FieldResolver(() => String, { description: 'Its preferred name.' })
  name(
    @Root() entity: EntityRow,
    @Arg('lang', () => Language, {
      nullable: true,
      description: 'In this language, where a name in it is known; else the name that lists show.',
    })
    lang?: string,
  ) {
    if (lang == null) return entity.name;
    const inLanguage = entity.names.filter((known) => known.lang === languages[lang]);
    return (inLanguage.find(({ kind }) => kind === 'PREFERRED') ?? inLanguage[0])?.value ?? entity.name;
  }

  @FieldResolver(() => anyRelationConnection(), {
    description:
      'All that it is related to, whatever the relation and whichever way it leads. Fields such as `regions` give each attribute of a relation a field of its own.',
  })
  relations(@Root() { id }: EntityRow, @Args(() => relationArguments()) input: RelationInput, @Ctx() context: Context) {
    return followAny(id, input, context);
  }

  @FieldResolver(() => [Relation], { description: 'The relations between it and another entity, whichever way they lead.' })
  relatedTo(
    @Root() { id }: EntityRow,
    @EntityArg('id', labels, 'The other entity, such as "region:CN-370200" (Qingdao).') other: string,
    @Ctx() { loaders }: Context,
  ) {
    return loaders.walks.between(id, other);
  }

  @FieldResolver(() => [Claim], {
    description:
      'The live claims about it: what sources say of it, each with its evidence. In the order in which they were recorded, and of one write by document and by place in it.',
  })
  claims(@Root() { id }: EntityRow, @Args(() => ClaimsArguments) page: ClaimsArguments, @Ctx() { loaders }: Context) {
    return loaders.claims.pageAbout(id, 'Entity', page);
  }

  @FieldResolver(() => ContradictionConnection, {
    description:
      'What cannot all be true among the live claims about it, and among the values that measure it, are about it, or were made there.',
  })
  async contradictions(
    @Root() { id }: EntityRow,
    @Args(() => ForwardPageArguments) page: ForwardPageArguments,
    @Ctx() { loaders }: Context,
  ) {
    return contradictionConnection(await loaders.contradictions.of(id), page);
  }

  @FieldResolver(() => listConnection('Observation', () => Observation), {
    description: 'The values that measure it, are about it, or were made there.',
  })
  async observations(
    @Root() { id }: EntityRow,
    @Args(() => listArguments('Observation', { scope: true })) input: ListInput,
    @Ctx() context: Context,
  ) {
    const args = { ...(await recordArguments('Observation', input, context)), reach: reachOf(input) };
    return connectionOf(context.loaders.observations.of(id, args), nodeEdge);
  }
}
