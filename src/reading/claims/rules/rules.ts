import type { ReadingRule } from '../rule.js';
import { documentPublished, documentRead, sourceCited } from './document.js';
import { documentMentions, newEntity } from './entities.js';
import { amountMeasures, rankMeasures } from './observations.js';
import { policyRules } from './policy-rules.js';
import { actProvides, actPurpose } from './provisions.js';
import { sentenceNoted } from './notes.js';
import { sourceReports, statementReported } from './statements.js';

/** All rules. Where two say the same of one passage, the first counts. */
export const rules: readonly ReadingRule[] = [
  documentRead,
  newEntity,
  documentPublished,
  sourceCited,
  documentMentions,
  ...policyRules,
  amountMeasures,
  rankMeasures,
  statementReported,
  actProvides,
  actPurpose,
];

/** For sentences of which the others say nothing: the first that finds something. */
export const lastRules: readonly ReadingRule[] = [sourceReports, sentenceNoted];
