import { Ctx, FieldResolver, Resolver, Root } from '../type-graphql/decorators.js';
import { isObservation } from '../model/model.js';
import type { Candidate } from '../reading/mentions/mention.js';
import { Entity } from '../schema/entity.js';
import { Node } from '../schema/node.js';
import { ProposalCandidate, ProposedEnd, ProposedPassage } from '../schema/reading-proposal.js';
import type { Context } from './context.js';
import { textSeen, type EndView } from './reading-views.js';

@Resolver(() => ProposedPassage)
export class ProposedPassageResolver {
  @FieldResolver(() => String)
  async text(@Root() { start, end, textOf }: ProposedPassage & { readonly textOf: string }, @Ctx() context: Context) {
    return (await textSeen({ sha256: textOf }, context)).slice(start, end).join('');
  }
}

@Resolver(() => ProposedEnd)
export class ProposedEndResolver {
  @FieldResolver(() => String)
  async name(@Root() { id, newNames }: EndView, @Ctx() { loaders }: Context) {
    const entity = isObservation(id) ? null : await loaders.entities.byId(id);
    return entity?.['name'] ?? newNames.get(id) ?? id;
  }

  @FieldResolver(() => Boolean)
  async isNew(@Root() end: EndView, @Ctx() context: Context) {
    return (await nodeOf(end, context)) === null;
  }

  @FieldResolver(() => Node, { nullable: true })
  node(@Root() end: EndView, @Ctx() context: Context) {
    return nodeOf(end, context);
  }
}

const nodeOf = async ({ id }: EndView, { loaders }: Context) =>
  isObservation(id) ? loaders.observations.byId(id) : loaders.entities.byId(id);

@Resolver(() => ProposalCandidate)
export class ProposalCandidateResolver {
  @FieldResolver(() => Entity, { nullable: true })
  entity(@Root() { id }: Candidate, @Ctx() { loaders }: Context) {
    return loaders.entities.byId(id);
  }
}
