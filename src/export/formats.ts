import { graphml } from './graphml.js';
import type { GraphReader } from './graph-reader.js';
import { jsonLines } from './json-lines.js';
import { neo4jCsv } from './neo4j-csv.js';
import { jsonLd } from './rdf/json-ld.js';
import { nTriples } from './rdf/n-triples.js';
import { sdmxCsv } from './sdmx-csv.js';
import { spreadsheets } from './spreadsheets.js';

/** A piece of one of several files. */
export interface Piece {
  /** The file's name in the folder. */
  readonly file: string;
  readonly text: string;
  /** The file is not packed, whatever becomes of the others. */
  readonly isPlain?: true;
}

/** A format that takes one file. */
export interface FileFormat {
  /** What it is, for people. */
  readonly description: string;
  readonly file: (graph: GraphReader) => AsyncIterable<string>;
}

/** A format that takes several files, in a folder. */
export interface FolderFormat {
  readonly description: string;
  /** `suffix` is what the names of packed files end in, beyond those that the pieces give. */
  readonly folder: (graph: GraphReader, suffix: string) => AsyncIterable<Piece>;
}

export type FormatName = 'jsonl' | 'neo4j-csv' | 'csv' | 'graphml' | 'jsonld' | 'ntriples' | 'sdmx-csv';

export const formats: Readonly<Record<FormatName, FileFormat | FolderFormat>> = {
  jsonl: { description: 'JSON Lines of the record, which can be read in again', file: jsonLines },
  'neo4j-csv': { description: "a folder for Neo4j's bulk importer", folder: neo4jCsv },
  csv: { description: 'a folder of tables for spreadsheets', folder: spreadsheets },
  graphml: { description: 'entities and relations, for programs that draw graphs', file: graphml },
  jsonld: { description: 'JSON-LD 1.1, as linked data with its provenance', file: jsonLd },
  ntriples: { description: 'N-Triples, the same as RDF for triple stores', file: nTriples },
  'sdmx-csv': { description: 'observations, with the column names of SDMX', file: sdmxCsv },
};
