/** An EDTF period in SDMX: its frequency, and the period itself. */
import { writtenDay } from '../graph/time/edtf.js';
import { cachedDate } from '../graph/time/dates.js';

export interface SdmxPeriod {
  /** Code list CL_FREQ; undefined for a period of a length of its own. */
  readonly frequency?: string | undefined;
  /** Undefined where an end is not known. */
  readonly text?: string | undefined;
  /** How the period is meant; undefined where there is none. */
  readonly status?: 'EXACT' | 'APPROXIMATE' | 'UNCERTAIN' | 'ONE_OF' | 'ALL_OF' | 'OPEN' | undefined;
}

/** The parts of a year in EDTF (level 2) and their SDMX forms; SDMX has no seasons. */
const parts: Readonly<Record<string, readonly [frequency: string, part: string]>> = Object.fromEntries([
  ...[1, 2, 3, 4].map((quarter) => [32 + quarter, ['Q', `Q${quarter}`]]),
  ...[1, 2, 3].map((third) => [36 + third, ['T', `T${third}`]]),
  ...[1, 2].map((half) => [39 + half, ['S', `S${half}`]]),
]);

export function sdmxPeriod(period: string | undefined): SdmxPeriod {
  if (period === undefined) return {};
  const edtf = writtenDay(period) ?? period.replace(/^[[{]([^,.]*)[\]}]$/, '$1'); // a set of one says that a season is meant, not years
  const range = timeRange(edtf);
  const status = statusOf(edtf, range !== undefined);
  return { ...(plainPeriod(edtf.replace(/[?~%]$/, '')) ?? { text: range }), status };
}

/** Uncertain dates are said to be so before approximate ones: a wrong year misleads more than a rough one. */
function statusOf(edtf: string, isBounded: boolean): SdmxPeriod['status'] {
  if (!isBounded) return 'OPEN';
  if (/[?%]/.test(edtf)) return 'UNCERTAIN';
  if (edtf.includes('~')) return 'APPROXIMATE';
  if (edtf.startsWith('{')) return 'ALL_OF';
  return edtf.startsWith('[') || edtf.includes('X') ? 'ONE_OF' : 'EXACT';
}

/** A year, a part of one, a month or a day. */
function plainPeriod(edtf: string): SdmxPeriod | undefined {
  const [text, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(edtf) ?? [];
  if (text === undefined) return undefined;
  if (month === undefined) return { frequency: 'A', text };
  if (Number(month) <= 12) return { frequency: day === undefined ? 'M' : 'D', text };
  const [frequency, part] = parts[month] ?? [];
  return frequency === undefined ? undefined : { frequency, text: `${year}-${part}` };
}

/** From the first to the last day that a period allows: the day, and how long. */
function timeRange(edtf: string): string | undefined {
  const { earliest, latest } = cachedDate(edtf);
  if (earliest === undefined || latest === undefined) return undefined;
  return `${earliest}/P${(Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1}D`;
}
