/** Where the proposals of a reading are in its text. Places are code points. */
import type { Proposal, State } from './proposal-parts.ts';

/** A passage with all that is proposed from it. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  /** The ids of the proposals, in their order. */
  readonly proposals: readonly string[];
  /** PENDING as long as one of them is; ACCEPTED where one is. */
  readonly state: State;
}

/** The passages in the order of the text; of two that begin together, the longer one first. */
export function marksOf(proposals: readonly Proposal[]): Mark[] {
  const places = new Map<string, { start: number; end: number; all: Proposal[] }>();
  for (const proposal of proposals)
    for (const { start, end } of proposal.passages) {
      const place = places.get(`${start}-${end}`) ?? { start, end, all: [] };
      place.all.push(proposal);
      places.set(`${start}-${end}`, place);
    }
  return [...places.values()]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, all }) => ({ start, end, proposals: all.map(({ id }) => id), state: stateOf(all) }));
}

function stateOf(proposals: readonly Proposal[]): State {
  const has = (state: State) => proposals.some((each) => each.state === state);
  return has('PENDING') ? 'PENDING' : has('ACCEPTED') ? 'ACCEPTED' : 'REJECTED';
}
