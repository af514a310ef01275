import { GraphError } from '../errors.js';
import { compileFilter, type Filter } from '../lists/filter/filter.js';
import { query } from '../query.js';
import { observationOf, type Properties } from '../stored/rows.js';
import { maxObservations, type Value } from '../statistics/statistics.js';
import { grouped, type Ids, type Reader } from './reader.js';

type Parameters = Readonly<Record<string, unknown>>;
interface Row {
  readonly origin: string;
  readonly node: Properties;
  readonly levels: readonly string[];
}

const ofIndicators = query<Parameters, Row, 'filter'>('observation/of-indicators');

/** Units of work for 1,000 values that are read and taken together. */
const readingWork = 100;

export class StatisticsLoader {
  constructor(private readonly reader: Reader) {}

  /** The values of an indicator that pass a filter, all of them: arithmetic on a part would be wrong. */
  values(indicator: string, where: Filter): Promise<readonly Value[]> {
    const fetch = async (ids: Ids['ids']) => {
      const { text, parameters } = compileFilter('Observation', where);
      const rows = await this.reader.read(ofIndicators({ ids, ...parameters, limit: maxObservations + 1 }, { filter: text }));
      if (rows.length > maxObservations) throw tooMany();
      this.reader.payFor(rows.length, readingWork);
      return grouped(rows, ({ origin }) => origin, valueOf);
    };
    return this.reader.batches.load<readonly Value[]>('values of indicator', where, indicator, fetch, []);
  }
}

function valueOf({ node, levels }: Row): Value {
  return { ...observationOf(node), level: levels[0] } as Value;
}

function tooMany(): GraphError {
  return new GraphError(
    'QUERY_TOO_EXPENSIVE',
    `More than ${maxObservations.toLocaleString('en')} observations would be taken together, which is the limit: restrict them with "from", "to", "region", "about" or "unit".`,
  );
}
