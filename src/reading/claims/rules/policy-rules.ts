/** What is said of acts and programs, and of the bodies and people behind them. */
import type { ReadingRule } from '../rule.js';
import { actAnnounced, actIssued } from './issuing.js';
import { agencyNamedAfterWhole, agencyPartOf, nationalByName, nationalOfCountry, regionInRegion } from './places.js';
import { ministerNamed, positionHeld, positionUntitled } from './positions.js';

export const policyRules: readonly ReadingRule[] = [
  actIssued,
  actAnnounced,
  positionHeld,
  positionUntitled,
  ministerNamed,
  regionInRegion,
  agencyPartOf,
  agencyNamedAfterWhole,
  nationalOfCountry,
  nationalByName,
];
