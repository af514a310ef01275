/** Observations under the names that SDMX's cross-domain concepts give their columns. */
import { constantCase, givenFields, observationFields } from '../model/model.js';
import type { ObservationRecord } from '../graph/stored/record-types.js';
import type { GraphReader } from './graph-reader.js';
import { cellsWith, type Formulas } from './formulas.js';
import { sdmxPeriod } from './sdmx-period.js';
import { sdmxUnit } from './sdmx-unit.js';
import { Table, type Cell, type Column } from './table.js';

/** Fields that have a column, or several, under a concept of SDMX. */
const concepts: readonly Column<ObservationRecord>[] = [
  ['FREQ', ({ period }) => sdmxPeriod(period).frequency],
  ['REF_AREA', ({ region }) => region?.replace(/^region:/, '')],
  ['INDICATOR', ({ indicator }) => indicator.replace(/^indicator:/, '')],
  ['TIME_PERIOD', ({ period }) => sdmxPeriod(period).text],
  ['OBS_VALUE', ({ value }) => value],
  ['UNIT_MEASURE', ({ unit }) => sdmxUnit(unit).measure],
  ['UNIT_MULT', ({ unit }) => sdmxUnit(unit).multiplier],
  ['OBS_STATUS', status],
  ['BASE_PER', ({ basePeriod }) => basePeriod],
  ['REP_AGENCY', ({ reportedBy }) => reportedBy],
  ['OBS_KIND', ({ kind }) => kind],
  ['OBS_RANK', ({ rank }) => rank],
  ['RANKED_IN', ({ rankedIn }) => rankedIn?.replace(/^region:/, '')],
  ['OBS_COMPARATOR', ({ comparator }) => comparator],
  ['OBS_ABOUT', ({ about }) => about.join(' ')],
  ['PERIOD_EDTF', ({ period }) => period],
  ['PERIOD_STATUS', ({ period }) => sdmxPeriod(period).status],
  ['CONVERTED_VALUE', ({ convertedValue }) => convertedValue],
  ['CONVERTED_UNIT', ({ convertedUnit }) => convertedUnit],
];
const inConcepts = new Set(
  'indicator about region period basePeriod value unit comparator kind convertedValue convertedUnit reportedBy rank rankedIn'.split(
    ' ',
  ),
);

/** Fields without an SDMX concept keep their own names. */
const otherColumns = givenFields(observationFields)
  .filter(([name]) => !inConcepts.has(name))
  .map(([name]): Column<ObservationRecord> => [
    constantCase(name),
    (observation) => {
      const value = (observation as unknown as Readonly<Record<string, Cell | readonly string[]>>)[name];
      return typeof value === 'object' ? value.join(' ') : value;
    },
  ]);

const columns: readonly Column<ObservationRecord>[] = [...concepts, ...otherColumns, ['OBS_ID', ({ id }) => id]];

export async function* sdmxCsv(graph: GraphReader, formulas: Formulas = 'escape'): AsyncGenerator<string> {
  const table = new Table(columns, cellsWith(formulas));
  yield table.lines([]);
  for await (const page of graph.observations()) yield table.lines(page);
}

/** Code list CL_OBS_STATUS: it has no code for a target, nor for a change. */
function status({ kind, comparator, value }: ObservationRecord): string | undefined {
  if (value === undefined) return 'M';
  if (kind === 'FORECAST') return 'F';
  if (kind !== 'ACTUAL') return undefined;
  return comparator === 'ABOUT' || comparator === 'NEARLY' ? 'E' : 'A';
}
