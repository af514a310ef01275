/** What is said of acts and programs, and of the bodies and people behind them. */
import type { ReadingRule } from '../rule.js';
import { agencyRuns } from './administration.js';
import { positionEnded, positionsOfLife } from './careers.js';
import { concernsByName, concernsByProvision, concernsByTopic } from './concerns.js';
import { placesCovered } from './coverage.js';
import { actEnds, actNumbered, actTakesEffect, programBegins, programEnds } from './dates-of-acts.js';
import { eventHeld, tookPart } from './events.js';
import { actAnnounced, actIssued } from './issuing.js';
import {
  actAmends,
  actEstablishes,
  actFollows,
  actImplements,
  actRegulates,
  actRegulatesTrade,
  actRepeals,
  helpsProgram,
} from './links.js';
import { locatedBeside, locatedByName } from './locations.js';
import { agencyNamedAfterWhole, agencyPartOf, regionInRegion } from './places.js';
import { ministerNamed, positionHeld, positionUntitled } from './positions.js';
import { positionOfTopic } from './titles.js';

export const policyRules: readonly ReadingRule[] = [
  actIssued,
  actAnnounced,
  actTakesEffect,
  actEnds,
  actNumbered,
  actAmends,
  actRepeals,
  actImplements,
  actFollows,
  actEstablishes,
  actRegulates,
  actRegulatesTrade,
  helpsProgram,
  agencyRuns,
  programBegins,
  programEnds,
  placesCovered,
  concernsByTopic,
  concernsByName,
  concernsByProvision,
  positionHeld,
  positionUntitled,
  positionEnded,
  positionsOfLife,
  ministerNamed,
  positionOfTopic,
  locatedByName,
  locatedBeside,
  regionInRegion,
  agencyPartOf,
  agencyNamedAfterWhole,
  eventHeld,
  tookPart,
];
