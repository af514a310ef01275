import { useMemo, useState } from 'react';
import { useFreshView } from '../use-fresh-view.ts';
import { rereadQuery, type LostClaim, type Reread } from './reread-query.ts';

/** What becomes of a claim that lost its passage. */
export type Fate = 'STAYS' | 'MOVES' | 'ENDS';

export interface Rereading {
  /** Claims of the document as it is in the graph; none where its text is the same. */
  readonly claims: readonly Reread[];
  readonly fateOf: (claim: string) => Fate;
  readonly decide: (claim: string, fate: Fate) => void;
  /** The decisions, as the publication takes them. */
  readonly lost: LostClaim[];
  /** How many lost their passage and stay as they are. */
  readonly staying: number;
}

/** The claims of a document that is read again, and what a reviewer decides on those without their passage. */
export function useRereading(reading: string): Rereading {
  const { data } = useFreshView(rereadQuery, { id: reading });
  const [fates, setFates] = useState<Readonly<Record<string, Fate>>>({});
  const claims = useMemo(() => data?.reading?.reread ?? [], [data]);
  const lost = useMemo(() => claims.flatMap((each) => decided(each, fates)), [claims, fates]);
  return {
    claims,
    fateOf: (claim) => fates[claim] ?? 'STAYS',
    decide: (claim, fate) => setFates((all) => ({ ...all, [claim]: fate })),
    lost,
    staying: claims.filter(({ state }) => state === 'LOST').length - lost.length,
  };
}

/** The sentence of the changed text that is most like a lost passage. */
export const suggestedFor = ({ passages }: Reread) => passages.find(({ suggestion }) => suggestion !== null)?.suggestion;

function decided(reread: Reread, fates: Readonly<Record<string, Fate>>): LostClaim[] {
  const { claim, state } = reread;
  const fate = fates[claim?.id ?? ''];
  if (claim === null || state !== 'LOST' || fate === undefined || fate === 'STAYS') return [];
  const passage = fate === 'MOVES' ? suggestedFor(reread) : undefined;
  return [{ claim: claim.id, passage: passage == null ? null : { start: passage.start, end: passage.end } }];
}
