/** Observations under the names that SDMX's cross-domain concepts give their columns. */
import { fuzzyDate } from '../graph/dates.js';
import type { ObservationRecord } from '../graph/records.js';
import type { GraphReader } from './graph-reader.js';
import { Table, type Column } from './table.js';

const columns: readonly Column<ObservationRecord>[] = [
  ['FREQ', ({ period }) => plainPeriod(period)?.frequency],
  ['REF_AREA', ({ region }) => region?.replace(/^region:/, '')],
  ['INDICATOR', ({ indicator }) => indicator.replace(/^indicator:/, '')],
  ['TIME_PERIOD', ({ period }) => plainPeriod(period)?.text ?? timeRange(period)],
  ['OBS_VALUE', ({ value }) => value],
  ['UNIT_MEASURE', ({ unit }) => unit],
  ['UNIT_MULT', () => 0],
  ['OBS_STATUS', status],
  ['BASE_PER', ({ basePeriod }) => basePeriod],
  ['REP_AGENCY', ({ reportedBy }) => reportedBy],
  ['OBS_KIND', ({ kind }) => kind],
  ['OBS_COMPARATOR', ({ comparator }) => comparator],
  ['OBS_ABOUT', ({ about }) => about.join(' ')],
  ['PERIOD_EDTF', ({ period }) => period],
  ['CONVERTED_VALUE', ({ convertedValue }) => convertedValue],
  ['CONVERTED_UNIT', ({ convertedUnit }) => convertedUnit],
  ['OBS_ID', ({ id }) => id],
];

export async function* sdmxCsv(graph: GraphReader): AsyncGenerator<string> {
  const table = new Table(columns, {});
  yield table.lines([]);
  for await (const page of graph.observations()) yield table.lines(page);
}

/** Code list CL_OBS_STATUS: it has no code for a target, nor for a change. */
function status({ kind, comparator }: ObservationRecord): string | undefined {
  if (kind === 'FORECAST') return 'F';
  if (kind !== 'ACTUAL') return undefined;
  return comparator === 'ABOUT' ? 'E' : 'A';
}

/** A year, month or day, which EDTF and SDMX write alike. */
function plainPeriod(period: string | undefined): { readonly text: string; readonly frequency: string } | undefined {
  const [text, month, day] = /^\d{4}(-(?:0[1-9]|1[0-2]))?(-\d\d)?$/.exec(period ?? '') ?? [];
  return text === undefined ? undefined : { text, frequency: day !== undefined ? 'D' : month !== undefined ? 'M' : 'A' };
}

/** From the first to the last day that a period allows, as SDMX has it: the day, and how long. */
function timeRange(period: string | undefined): string | undefined {
  const { earliest, latest } = period === undefined ? {} : fuzzyDate(period);
  if (earliest === undefined || latest === undefined) return undefined;
  return `${earliest}/P${(Date.parse(latest) - Date.parse(earliest)) / 86_400_000 + 1}D`;
}
