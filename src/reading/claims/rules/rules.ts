import type { ReadingRule } from '../rule.js';
import { partyTo } from './agreements.js';
import { listedOn, rivalOf } from './business.js';
import { madeUpOf } from './composition.js';
import { affectsIt, dependsOn } from './dependence.js';
import { documentPublished, documentRead, sourceCited } from './document.js';
import { documentMentions, newEntity } from './entities.js';
import { amountMeasures, rankMeasures } from './observations.js';
import { policyRules } from './policy-rules.js';
import { marketIs, soldIn } from './markets.js';
import { nationalByName, nationalOf } from './nationality.js';
import { foundedIt, ownPortal, ownsIt } from './ownership.js';
import { actProvides, actPurpose } from './provisions.js';
import { sentenceNoted } from './notes.js';
import { sourceReports, statementReported } from './statements.js';

import { worksIn } from './sectors.js';
import { participated, reactedTo, studies } from './taking-part.js';

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
  nationalOf,
  nationalByName,
  worksIn,
  ownsIt,
  ownPortal,
  foundedIt,
  listedOn,
  rivalOf,
  soldIn,
  marketIs,
  dependsOn,
  affectsIt,
  madeUpOf,
  participated,
  reactedTo,
  studies,
  partyTo,
];

/** For sentences of which the others say nothing: the first that finds something. */
export const lastRules: readonly ReadingRule[] = [sourceReports, sentenceNoted];
