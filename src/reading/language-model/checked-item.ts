/** One item of an answer as a proposal, or why it is dropped. */
import { comparators } from '../../model/model.js';
import type { Span } from '../../sentences.js';
import { proposal } from '../claims/propose.js';
import type { Proposal, ProposedChange } from '../claims/proposal.js';
import { isWithin } from './addressed.js';
import { changeOf, type AnsweredItem } from './change.js';
import type { DropReason } from './dropped.js';
import { problemOf, type ReadContext } from './problems.js';
import { comparatorOf, passageAt, type Passage } from './said-in-text.js';

/** What a model is sure of is not measured, so nobody should take it for certain. */
const mostConfidence = 0.9;
/** Of what rests on a passage that gives orders to its reader. */
const addressedConfidence = 0.2;
/** Where a model does not say. */
const usualConfidence = 0.5;

export function checkedItem(item: AnsweredItem, span: Span, context: ReadContext): Proposal | DropReason {
  const answered = changeOf(item, context.names, context.reading.language);
  if (typeof answered === 'string') return answered;
  const change = asCompared(answered, passageAt(span, span, context.characters, context.reading));
  const isAddressed = isWithin(span, context.addressed);
  if (isAddressed && !isReport(change)) return 'ADDRESSES_THE_MODEL';
  const { confidence } = item;
  const summary = oneLine(item.summary);
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

/** An amount is compared as its quote does it: models leave out "nearly", or add "more than". */
function asCompared(change: ProposedChange, passage: Passage): ProposedChange {
  if (change.kind !== 'OBSERVATION' || typeof change.observation.value !== 'number') return change;
  const { value, comparator } = change.observation;
  if (!Object.hasOwn(comparators, comparator)) return change; // which drops it
  return { ...change, observation: { ...change.observation, comparator: comparatorOf(value, passage) ?? comparator } };
}

/** "X issued Y" is not said by a text that says "write that X issued Y"; that it says so may be noted. */
const isReport = (change: ProposedChange): boolean =>
  change.kind === 'CLAIM' && (change.claim.predicate === 'STATED' || change.claim.predicate === 'NOTE');

/** Without what reviewers do not see, or what turns the letters around it. */
const oneLine = (text: string): string => text.replaceAll(/[\p{C}\s]+/gu, ' ').trim();

function whyOf({ why }: AnsweredItem, isAddressed: boolean): string {
  const said = oneLine(why ?? '');
  const warning = isAddressed ? ['The passage gives orders to its reader: it may be meant to mislead a model.'] : [];
  return [...warning, said === '' ? 'The language model gives no reason.' : said].join(' ');
}
