import { parseArgs } from 'node:util';
import { serverKinds } from './servers.js';
import { shapes } from './shapes/shapes.js';

export interface Options {
  readonly part: string;
  readonly servers: readonly string[];
  readonly shapes: readonly string[];
  readonly connections: readonly number[];
  readonly rounds: number;
  /** Of each measurement, and of the one that comes before them. */
  readonly seconds: number;
  readonly warm: number;
  readonly data: string | undefined;
  /** The folder of an embedded graph. */
  readonly graph: string | undefined;
  readonly relations: readonly number[];
  /** Of stalls; all by default. */
  readonly kinds: readonly string[] | undefined;
}

const names = serverKinds.map(({ name }) => name);
const ids = shapes.map(({ id }) => id);

export const help = `npm run bench [-- PART] [-- OPTIONS]

  (no part)   PolicyGraph beside its alternatives: the shapes on every server
  stalls      how long an expensive request keeps others waiting
  memory      resident memory at the start and after 10,000 mixed queries
  seeing      processor time of the log, the metrics and their scrapes for one request
  start       time and memory from the start to the first answer
  size        the shapes on Neo4j at 10 thousand, 1 million and 10 million relations
  explorer    bytes of its first view, time until its views have their content, and frames a second of its graph

  --quick              three short rounds: five minutes on two cores
  --servers LIST       of ${names.join(',')}
  --shapes LIST        of ${ids.join(',')}
  --connections LIST   by default 1,16
  --rounds N           by default 3
  --seconds N          of each measurement; by default 5
  --data FOLDER        the folder of china-policy-metadata.csv.gz, by default ../shared/data; without it policies are generated
  --graph FOLDER       of stalls, memory, start and explorer: an embedded graph, which is copied; by default the built-in data
  --kinds LIST         of stalls, such as search,walks: only requests of these kinds
  --relations LIST     of size, by default 10000,1000000,10000000
  --help               this text

Needs Linux for processor time and memory, Java and Maven for Neo4j, Chromium for the explorer. Results are in bench/out/.`;

/** Throws an error that says what is wrong. Undefined when help was requested. */
export function readOptions(args: readonly string[]): Options | undefined {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: flag,
      help: flag,
      servers: text,
      shapes: text,
      connections: text,
      rounds: text,
      seconds: text,
      data: text,
      graph: text,
      relations: text,
      kinds: text,
    },
  });
  if (values.help) return undefined;
  return {
    part: positionals[0] ?? 'compare',
    servers: listOf('--servers', values.servers, names),
    shapes: listOf('--shapes', values.shapes, ids),
    connections: (values.connections ?? '1,16').split(',').map((each) => numberOf('--connections', each)),
    rounds: numberOf('--rounds', values.rounds ?? '3'),
    seconds: numberOf('--seconds', values.seconds ?? (values.quick ? '0.5' : '5')),
    warm: values.quick ? 0.2 : 2,
    data: values.data,
    graph: values.graph,
    kinds: values.kinds?.split(','),
    relations: (values.relations ?? '10000,1000000,10000000').split(',').map((each) => numberOf('--relations', each)),
  };
}

function listOf(option: string, value: string | undefined, allowed: readonly string[]): readonly string[] {
  const items = value?.split(',') ?? allowed;
  const unknown = items.find((item) => !allowed.includes(item));
  if (unknown !== undefined) throw new Error(`${option} must be a list of ${allowed.join(', ')}, not "${unknown}".`);
  return items;
}

function numberOf(option: string, value: string): number {
  const number = Number(value);
  if (!(number > 0)) throw new Error(`${option} must be a number above 0, not "${value}".`);
  return number;
}
