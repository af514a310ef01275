/** The measurements as Markdown: a table for each figure, and the ratios that matter. */
import { digits, geometricMean, median, table } from '../statistics.js';
import type { Measured } from './measure.js';

type Figure = 'rate' | 'p50' | 'p95' | 'processor' | 'neo4j';
const figures: readonly (readonly [Figure, string])[] = [
  ['rate', 'Requests a second'],
  ['p50', 'p50, ms'],
  ['p95', 'p95, ms'],
  ['processor', "The server's processor time a request, ms"],
  ['neo4j', "Neo4j's processor time a request, ms"],
];

interface Ratio {
  readonly title: string;
  readonly figure: Figure;
  readonly servers: readonly [of: string, beside: string];
  /** By default all. */
  readonly shapes?: readonly string[];
  /** Whether a lower ratio is worse. */
  readonly isSpeed?: true;
}
const ratios: readonly Ratio[] = [
  { title: 'requests/s of P beside N', figure: 'rate', servers: ['P', 'N'], isSpeed: true },
  { title: 'requests/s of PC beside N', figure: 'rate', servers: ['PC', 'N'], isSpeed: true },
  { title: 'requests/s of E beside N', figure: 'rate', servers: ['E', 'N'], isSpeed: true },
  { title: 'p50 of P beside C', figure: 'p50', servers: ['P', 'C'] },
  { title: 'p50 of E beside SE', figure: 'p50', servers: ['E', 'SE'] },
  { title: 'processor time a request of P beside N', figure: 'processor', servers: ['P', 'N'] },
  { title: 'processor time of Neo4j a request, P beside N', figure: 'neo4j', servers: ['P', 'N'] },
  { title: 'processor time a request of P beside N, s10', figure: 'processor', servers: ['P', 'N'], shapes: ['s10'] },
  { title: 'processor time a request of P beside C, s10', figure: 'processor', servers: ['P', 'C'], shapes: ['s10'] },
  { title: 'processor time a request of E beside SE', figure: 'processor', servers: ['E', 'SE'] },
];

export class ComparisonReport {
  private readonly servers: readonly string[];
  private readonly shapes: readonly string[];
  private readonly connections: readonly number[];

  constructor(
    private readonly measured: readonly Measured[],
    /** How many statements P runs for each shape. */
    private readonly statements: ReadonlyMap<string, number>,
  ) {
    this.servers = [...new Set(measured.map(({ server }) => server))];
    this.shapes = [...new Set(measured.map(({ shape }) => shape))];
    this.connections = [...new Set(measured.map(({ connections }) => connections))];
  }

  text(): string {
    return [this.statementTable(), ...this.connections.flatMap((count) => this.figureTables(count)), this.ratioTable()].join(
      '\n\n',
    );
  }

  /** The last table: geometric mean and worst of each ratio. */
  ratioTable(): string {
    const rows = ratios
      .filter(({ servers }) => servers.every((server) => this.servers.includes(server)))
      .map((ratio) => [ratio.title, ...this.connections.flatMap((count) => this.ratioCells(ratio, count))]);
    const heads = this.connections.flatMap((count) => [`${count} conn.: geometric mean`, 'worst']);
    return `## Ratios\n\n${table(['', ...heads], rows)}`;
  }

  private ratioCells({ figure, servers: [of, beside], shapes = this.shapes, isSpeed }: Ratio, connections: number): string[] {
    const values = shapes
      .map((shape) => this.median(of, shape, connections, figure) / this.median(beside, shape, connections, figure))
      .filter(Number.isFinite);
    return [digits(geometricMean(values)), digits(isSpeed ? Math.min(...values) : Math.max(...values))];
  }

  private statementTable(): string {
    const rows = this.shapes.map((shape) => [shape, String(this.statements.get(shape) ?? '–')]);
    return `## Statements of P a request\n\n${table(['shape', 'statements'], rows)}`;
  }

  private figureTables(connections: number): string[] {
    return figures.map(([figure, title]) => {
      const rows = this.shapes.map((shape) => [
        shape,
        ...this.servers.map((server) => digits(this.median(server, shape, connections, figure))),
      ]);
      return `## ${title}, ${connections} connection${connections === 1 ? '' : 's'}\n\n${table(['shape', ...this.servers], rows)}`;
    });
  }

  private median(server: string, shape: string, connections: number, figure: Figure): number {
    const runs = this.measured.filter((run) => run.server === server && run.shape === shape && run.connections === connections);
    return median(runs.map((run) => run[figure]));
  }
}
