import type { ReadingRule } from '../rule.js';
import { positionAfterName } from './positions.js';

/** All rules. Where two say the same of one passage, the first counts. */
export const rules: readonly ReadingRule[] = [positionAfterName];
