/** Imports of small files into a graph in memory, as the command does them. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Graph } from '../../src/graph/port.js';
import { loadFiles, type Outcome } from '../../src/import/load/load-files.js';
import type { Load } from '../../src/import/load/load.js';
import { Rejects } from '../../src/import/load/rejects.js';
import { dateReader } from '../../src/import/mapping/dates.js';
import { IdNames } from '../../src/import/mapping/id-names.js';
import { unmatched } from '../../src/import/mapping/match.js';
import { onceOf, readMapping } from '../../src/import/mapping/mapping.js';
import { recordsOf } from '../../src/import/source/source-records.js';
import { isTable } from '../../src/import/source/rows.js';
import { sourceOf } from '../../src/import/source/sources.js';
import { formatFor, type TableFormat } from '../../src/import/source/table-format.js';
import { headOf } from '../../src/import/source/table.js';

export const world = `- { id: "document:list", title: The list }
- { id: "agency:ministry", kind: MINISTRY, names: [ { value: The ministry, lang: en } ] }
- { id: "region:north", level: PROVINCE, names: [ { value: The north, lang: en } ] }
`;

/** Policies with their date, their issuers, and the policy that they amend. */
export const mapping = `document: document:list
record: "{id}"
dates: { formats: [YYYY/MM/DD, RRR/MM/DD], none: ["1970-01-01"], latest: "2030-12-31" }
lookups: { kinds: { n: NOTICE, p: PLAN } }
entities:
  - id: "policy:{id}"
    names: [ { value: "{title}", lang: en } ]
    properties:
      kind: { from: "{kind}", lookup: kinds }
      announcedOn: { from: "{date}", as: date }
claims:
  - { subject: { from: "{issuers}", split: ";" }, predicate: ISSUED, object: "policy:{id}" }
  - { subject: "policy:{id}", predicate: AMENDS, object: "{amends}" }
`;
export const head = 'id,title,kind,date,issuers,amends';

export interface Given {
  readonly name: string;
  readonly content: string | Buffer;
  readonly mapping?: string;
  readonly keepGood?: boolean;
  readonly dryRun?: boolean;
  readonly batch?: number;
  readonly id?: string;
  readonly fingerprint?: string;
  readonly format?: TableFormat;
}

export interface Imported extends Outcome {
  readonly folder: string;
  /** How often the file was read. */
  readonly reads: number;
}

/** Imports one file. */
export async function imported(graph: Graph, given: Given): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-import-test-'));
  const path = join(folder, given.name);
  writeFileSync(path, given.content);
  writeFileSync(join(folder, 'map.yaml'), given.mapping ?? mapping);
  const map = given.name.includes('.csv') || given.mapping !== undefined ? readMapping(join(folder, 'map.yaml')) : undefined;
  const source = {
    ...(await sourceOf(path, { hasMapping: map !== undefined, format: formatFor(map?.item, given.format) }, {}, process.stdin)),
    name: given.name,
  };
  const rejects =
    given.keepGood === true ? new Rejects(join(folder, 'rejects'), isTable(source) ? await headOf(source) : '') : undefined;
  const observationIds = new Map<string, string>();
  const rules = () => ({
    lookups: map?.item.lookups ?? {},
    dates: dateReader(map?.item.dates ?? {}),
    names: unmatched,
    madeOf: new IdNames(),
  });
  let reads = 0;
  const load: Load = {
    name: given.id ?? 'test',
    fingerprint: given.fingerprint ?? 'one',
    author: 'tests',
    files: given.name,
    once: map === undefined ? [] : onceOf(map),
    records: () => (reads++, recordsOf(source, { mapping: map, rules: rules(), observationIds })),
    batch: given.batch ?? 1_000,
    dryRun: given.dryRun ?? false,
    keepGood: given.keepGood ?? false,
    rejects,
    progress: () => undefined,
  };
  try {
    const outcome = await loadFiles(graph, load);
    await rejects?.end(outcome.rejected > 0);
    return { ...outcome, folder, reads };
  } catch (error) {
    await rejects?.end(false);
    throw error;
  }
}
