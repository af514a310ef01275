/** Claims and their evidence, as parts of a plan. */
import { limits } from '../../limits.js';
import type { Budget } from '../loaders/budget.js';
import { block, cypher } from '../query.js';
import { claimOf, evidenceOf, type Claim, type Evidence, type NodeRow, type Properties } from '../stored/rows.js';
import type { Block, BlockSlot, Inside } from './block.js';
import {
  entityItem,
  insideOf,
  mapOf,
  plannedEntity,
  withReads,
  withValues,
  type EntityReads,
  type Keyed,
  type Read,
} from './reads.js';

const claims = block<BlockSlot>('block/claims');
const evidence = block<BlockSlot>('block/evidence');
const attributedTo = block<BlockSlot>('block/attributed-to');
const recordedIn = block<BlockSlot>('block/recorded-in');

/** What is read of a claim. */
export interface ClaimReads {
  readonly properties: readonly string[] | undefined;
  readonly attributedTo: boolean;
  readonly recordedIn: boolean;
  readonly reads: readonly Read[];
}

const part = (as: string, text: Block['text']): Inside => ({
  at: cypher`claim`,
  as,
  block: { text, parameters: {}, item: {}, inside: [] },
});

/** The first page of the claims of a relation. */
export const claimsBlock = (reads: ClaimReads): Block => ({
  text: claims,
  parameters: { limit: limits.lists.claims.default },
  item: { claim: mapOf('claim', 'claim', reads.properties && ['id', ...reads.properties]) },
  inside: [
    ...insideOf(reads.reads),
    ...(reads.attributedTo ? [part('attributedTo', attributedTo)] : []),
    ...(reads.recordedIn ? [part('recordedIn', recordedIn)] : []),
  ],
});

interface ClaimAnswer {
  readonly claim: Properties;
  readonly attributedTo?: readonly string[];
  readonly recordedIn?: string;
}

export const claimsOf = (rows: readonly ClaimAnswer[], { reads }: ClaimReads, budget: Budget): Claim[] =>
  rows.map((row) => withReads(claimOf({ attributedTo: [], recordedIn: '', ...row }), reads, row, budget));

/** What is read of evidence. */
export interface EvidenceReads {
  readonly properties: readonly string[] | undefined;
  /** What is read of its document, and what asks for it. */
  readonly document?: EntityReads | undefined;
  readonly documentKeys: readonly Keyed[];
}

export const evidenceBlock = ({ properties, document }: EvidenceReads): Block => ({
  text: evidence,
  parameters: {},
  item: {
    evidence: mapOf('evidence', 'evidence', properties),
    document: cypher`node.id`,
    ...(document === undefined ? {} : entityItem(document)),
  },
  inside: document === undefined ? [] : insideOf(document.reads),
});

interface EvidenceAnswer extends NodeRow {
  readonly evidence: Properties;
  readonly document: string;
}

export const evidenceOfRows = (
  rows: readonly EvidenceAnswer[],
  { document, documentKeys }: EvidenceReads,
  budget: Budget,
): Evidence[] =>
  rows.map((row) => {
    const found = evidenceOf(row);
    if (document === undefined) return found;
    const entity = plannedEntity(row, document, budget);
    return withValues(
      found,
      documentKeys,
      documentKeys.map(() => entity),
    );
  });
