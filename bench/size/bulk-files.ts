/** Nodes and relationships, as stored, in files for Neo4j's bulk importer. */
import { closeSync, mkdirSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Stored } from '../../src/graph/stored/storage.js';

const separator = '\u001F';

export interface BulkNode {
  readonly labels: readonly string[];
  readonly properties: Stored;
}
export interface BulkEdge {
  readonly from: string;
  readonly to: string;
  readonly properties: Stored;
}

type Kind = 'nodes' | 'relationships';
interface File {
  readonly descriptor: number;
  /** The properties of its columns. */
  readonly properties: readonly string[];
}

/**
 * All records of one file have the properties of its first. Cells hold ids, words, numbers and days, none of which needs quotes: a library for tables took half
 * the time of 70 million lines.
 */
export class BulkFiles {
  private readonly files = new Map<string, File>();

  /** `part` keeps the files of one process from those of others. */
  constructor(
    private readonly folder: string,
    private readonly part: string | number,
  ) {
    mkdirSync(folder, { recursive: true });
  }

  nodes(name: string, records: readonly BulkNode[]): void {
    this.write('nodes', name, [':LABEL'], records, ({ labels }) => labels.join(separator));
  }

  edges(type: string, records: readonly BulkEdge[]): void {
    this.write('relationships', type, [':START_ID', ':END_ID', ':TYPE'], records, ({ from, to }) => `${from},${to},${type}`);
  }

  close(): void {
    for (const { descriptor } of this.files.values()) closeSync(descriptor);
  }

  private write<T extends { readonly properties: Stored }>(
    option: Kind,
    kind: string,
    head: readonly string[],
    records: readonly T[],
    begin: (record: T) => string,
  ): void {
    const [first] = records;
    if (first === undefined) return;
    const name = `${option}-${kind}-${this.part}.csv`;
    const file = this.files.get(name) ?? this.open(option, name, head, first.properties);
    let lines = '';
    for (const record of records) {
      lines += begin(record);
      for (const property of file.properties) lines += `,${cellOf(record.properties[property])}`;
      lines += '\n';
    }
    writeSync(file.descriptor, lines);
  }

  private open(option: Kind, name: string, head: readonly string[], sample: Stored): File {
    const file = { descriptor: openSync(join(this.folder, name), 'w'), properties: Object.keys(sample) };
    const columns = Object.entries(sample).map(([property, value]) =>
      option === 'nodes' && property === 'id' ? 'id:ID' : `${property}:${typeOf(value)}`,
    );
    writeSync(file.descriptor, `${[...head, ...columns].join(',')}\n`);
    this.files.set(name, file);
    return file;
  }
}

/** Writes the arguments of `neo4j-admin database import` for all files of a folder. */
export function writeArguments(folder: string): void {
  const options = readdirSync(folder).map((name) => `--${name.slice(0, name.indexOf('-'))}=${name}`);
  writeFileSync(
    join(folder, 'neo4j-admin.args'),
    [...options.sort(), '--array-delimiter=U+001F', '--max-off-heap-memory=4G', ''].join('\n'),
  );
}

const typeOf = (value: Stored[string]): string =>
  Array.isArray(value) ? 'string[]' : typeof value === 'number' ? 'long' : 'string';

const cellOf = (value: Stored[string] | undefined): string =>
  value === undefined ? '' : Array.isArray(value) ? value.join(separator) : String(value);
