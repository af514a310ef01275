/** Nodes and relationships, as stored, in files for Neo4j's bulk importer. */
import { closeSync, mkdirSync, openSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Table, type Cell, type Column } from '../../src/export/table.js';
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

interface File<T> {
  readonly name: string;
  readonly option: 'nodes' | 'relationships';
  readonly descriptor: number;
  readonly table: Table<T>;
}

/** All records of one file have the properties of its first. */
export class BulkFiles {
  private readonly files = new Map<string, File<never>>();

  constructor(private readonly folder: string) {
    mkdirSync(folder, { recursive: true });
  }

  nodes(name: string, records: readonly BulkNode[]): void {
    const [first] = records;
    if (first === undefined) return;
    const columns: Column<BulkNode>[] = [
      [':LABEL', ({ labels }) => labels.join(separator)],
      ...propertiesOf<BulkNode>(first.properties, 'id'),
    ];
    this.write('nodes', name, columns, records);
  }

  edges(type: string, records: readonly BulkEdge[]): void {
    const [first] = records;
    if (first === undefined) return;
    const columns: Column<BulkEdge>[] = [
      [':START_ID', ({ from }) => from],
      [':END_ID', ({ to }) => to],
      [':TYPE', () => type],
      ...propertiesOf<BulkEdge>(first.properties),
    ];
    this.write('relationships', type, columns, records);
  }

  /** Writes the arguments of `neo4j-admin database import` and closes the files. */
  close(): void {
    const options = [...this.files.values()].map(({ option, name, descriptor }) => {
      closeSync(descriptor);
      return `--${option}=${name}`;
    });
    writeFileSync(join(this.folder, 'neo4j-admin.args'), [...options, '--array-delimiter=U+001F', ''].join('\n'));
  }

  private write<T>(option: File<T>['option'], kind: string, columns: readonly Column<T>[], records: readonly T[]): void {
    const name = `${option}-${kind}.csv`;
    let file = this.files.get(name) as File<T> | undefined;
    if (file === undefined) {
      file = { name, option, descriptor: openSync(join(this.folder, name), 'w'), table: new Table(columns) };
      this.files.set(name, file);
    }
    writeSync(file.descriptor, file.table.lines(records));
  }
}

function propertiesOf<T extends { readonly properties: Stored }>(sample: Stored, key?: string): Column<T>[] {
  return Object.entries(sample).map(([name, value]): Column<T> => [
    name === key ? `${name}:ID` : `${name}:${Array.isArray(value) ? 'string[]' : typeof value === 'number' ? 'long' : 'string'}`,
    ({ properties }) => cellOf(properties[name]),
  ]);
}

const cellOf = (value: Stored[string] | undefined): Cell =>
  Array.isArray(value) ? value.join(separator) : (value as string | number | undefined);
