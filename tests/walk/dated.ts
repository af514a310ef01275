import { certaintyOn } from '../../src/graph/time/certainty.js';
import { fuzzyDate } from '../../src/graph/time/dates.js';
import type { RelationRecord } from '../../src/graph/stored/record-types.js';

const date = (text: string | undefined) => (text === undefined ? undefined : fuzzyDate(text));

/** Whether a relation may hold on a day. */
export const holdsOn = ({ validFrom, validUntil, days }: RelationRecord, on: string): boolean =>
  certaintyOn({ from: date(validFrom), until: date(validUntil), ...days }, on) !== undefined;
