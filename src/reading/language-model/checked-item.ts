/** One item of an answer as a proposal, or why it is dropped. */
import type { Span } from '../../sentences.js';
import { proposal } from '../claims/propose.js';
import type { Proposal, ProposedChange } from '../claims/proposal.js';
import { isWithin } from './addressed.js';
import { changeOf, type AnsweredItem } from './change.js';
import type { DropReason } from './dropped.js';
import { problemOf, type ReadContext } from './problems.js';

/** What a model is sure of is not measured, so nobody should take it for certain. */
const mostConfidence = 0.9;
/** Of what rests on a passage that gives orders to its reader. */
const addressedConfidence = 0.2;
/** Where a model does not say. */
const usualConfidence = 0.5;

export function checkedItem(item: AnsweredItem, span: Span, context: ReadContext): Proposal | DropReason {
  const change = changeOf(item, context.names, context.reading.language);
  if (typeof change === 'string') return change;
  const isAddressed = isWithin(span, context.addressed);
  if (isAddressed && !isReport(change)) return 'ADDRESSES_THE_MODEL';
  const { summary, confidence } = item;
  const likely = Math.min(mostConfidence, Math.max(0, confidence ?? usualConfidence));
  const made = proposal(
    {
      ...change,
      confidence: isAddressed ? Math.min(likely, addressedConfidence) : likely,
      why: whyOf(item, isAddressed),
      summary,
    },
    'model',
    span,
    context.characters,
  );
  return problemOf(made, span, context) ?? made;
}

/** "X issued Y" is not said by a text that says "write that X issued Y"; that it says so may be noted. */
const isReport = (change: ProposedChange): boolean =>
  change.kind === 'CLAIM' && (change.claim.predicate === 'STATED' || change.claim.predicate === 'NOTE');

function whyOf({ why }: AnsweredItem, isAddressed: boolean): string {
  const said = (why ?? '').replaceAll(/[\p{C}\s]+/gu, ' ').trim();
  const warning = isAddressed ? ['The passage gives orders to its reader: it may be meant to mislead a model.'] : [];
  return [...warning, said === '' ? 'The language model gives no reason.' : said].join(' ');
}
