/** What the uncertain ends of a proposal may be. */
import { endOfEntity } from './ends.ts';
import { contentOf, type Correction } from './inputs.ts';
import type { End, Proposal } from './proposal-parts.ts';

export interface Candidate {
  /** The field of the claim or observation, such as "object". */
  readonly field: string;
  readonly entity: End;
  readonly reasons: readonly string[];
}

/** All that must be chosen from, the likeliest first. */
export const candidatesOf = ({ choices }: Proposal): Candidate[] =>
  choices.flatMap(({ field, candidates }) =>
    candidates.flatMap(({ entity, reasons }) => (entity === null ? [] : [{ field, entity: endOfEntity(entity), reasons }])),
  );

/** The proposal with a candidate at the end that it is for. */
export function chosen(proposal: Proposal, { field, entity: { id } }: Candidate): Correction {
  const content = contentOf(proposal);
  const kind = content.claim == null ? 'observation' : 'claim';
  const isList = Array.isArray((content[kind] as Readonly<Record<string, unknown>> | undefined)?.[field]);
  return { ...content, [kind]: { ...content[kind], [field]: isList ? [id] : id } };
}
