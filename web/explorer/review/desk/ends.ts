/** Which entities proposals are about. */
import type { FragmentOf } from '../../api/graphql.ts';
import type { entityLink } from '../../parts/entity-link.tsx';
import type { End, EntityType, Proposal } from './proposal-parts.ts';

type Linked = FragmentOf<typeof entityLink>;

/** The entity of the graph that an end is; undefined for a new one. */
export const linkedOf = ({ node }: End): Linked | undefined => (node !== null && 'chinese' in node ? node : undefined);

/** The type of an entity, which its id begins with. */
export const typeOf = (id: string): EntityType => id.slice(0, id.indexOf(':')).toUpperCase() as EntityType;

/** "Policy" of POLICY. */
export const typenameOf = (type: EntityType): Linked['__typename'] =>
  `${type.charAt(0)}${type.slice(1).toLowerCase()}` as Linked['__typename'];

/** An entity of the graph as an end. */
export const endOfEntity = (entity: Linked): End => ({ id: entity.id, name: entity.name, isNew: false, node: entity });

/** What a claim or observation names, with its candidates, and what an entity is. */
function endsOf({ claim, observation, entity, choices }: Proposal): End[] {
  const own = [
    ...(claim === null ? [] : [claim.subject, claim.object, ...claim.about, ...claim.attributedTo, claim.event, claim.saidTo]),
    ...(observation === null
      ? []
      : [observation.indicator, observation.region, ...observation.about, observation.reportedBy, ...observation.attributedTo]),
  ];
  const made = entity === null ? [] : [{ id: entity.id, name: entity.names[0]?.value ?? entity.id, isNew: true, node: null }];
  const candidates = choices.flatMap((choice) =>
    choice.candidates.flatMap((each) => (each.entity === null ? [] : [endOfEntity(each.entity)])),
  );
  return [...own.flatMap((end) => end ?? []), ...made, ...candidates];
}

/** The entities of the proposals of a stretch of the text, each once. */
export function endsNear(
  proposals: readonly Proposal[],
  { start, end }: { readonly start: number; readonly end: number },
): End[] {
  const near = proposals.filter(({ passages }) => passages.some((passage) => passage.start < end && passage.end > start));
  return [...new Map(near.flatMap(endsOf).map((each) => [each.id, each])).values()];
}

/** The new entities that proposals name and nobody has decided on: what is said of them cannot land without them. */
export function neededBy(proposals: readonly Proposal[], all: readonly Proposal[]): Proposal[] {
  const named = new Set(
    proposals
      .filter(({ entity }) => entity === null)
      .flatMap(endsOf)
      .map(({ id }) => id),
  );
  return all.filter(({ entity, state }) => entity !== null && state === 'PENDING' && named.has(entity.id));
}
