import type { Formulas } from './formulas.js';
import type { GraphReader } from './graph-reader.js';

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
  /** What writes it. Loaded when it is used: other commands need not wait for its libraries. */
  readonly file: () => Promise<(graph: GraphReader, formulas?: Formulas) => AsyncIterable<string>>;
  /** Spreadsheet programs open it, so text that looks like a formula is escaped unless `formulas` is "keep". */
  readonly isSpreadsheet?: true;
}

/** A format that takes several files, in a folder. */
export interface FolderFormat {
  readonly description: string;
  /** What writes it; `suffix` is what the names of packed files end in, beyond those that the pieces give. */
  readonly folder: () => Promise<(graph: GraphReader, suffix: string, formulas?: Formulas) => AsyncIterable<Piece>>;
  readonly isSpreadsheet?: true;
}

export type FormatName = 'jsonl' | 'neo4j-csv' | 'csv' | 'graphml' | 'jsonld' | 'ntriples' | 'sdmx-csv';

export const formats: Readonly<Record<FormatName, FileFormat | FolderFormat>> = {
  jsonl: {
    description: 'JSON Lines of the record, which can be read in again',
    file: async () => (await import('./json-lines.js')).jsonLines,
  },
  'neo4j-csv': {
    description: "a folder for Neo4j's bulk importer",
    folder: async () => (await import('./neo4j-csv.js')).neo4jCsv,
  },
  csv: {
    description: 'a folder of tables for spreadsheets',
    folder: async () => (await import('./spreadsheets.js')).spreadsheets,
    isSpreadsheet: true,
  },
  graphml: {
    description: 'entities and relations, for programs that draw graphs',
    file: async () => (await import('./graphml.js')).graphml,
  },
  jsonld: {
    description: 'JSON-LD 1.1, as linked data with its provenance',
    file: async () => (await import('./rdf/json-ld.js')).jsonLd,
  },
  ntriples: {
    description: 'N-Triples, the same as RDF for triple stores',
    file: async () => (await import('./rdf/n-triples.js')).nTriples,
  },
  'sdmx-csv': {
    description: 'observations, with the column names of SDMX',
    file: async () => (await import('./sdmx-csv.js')).sdmxCsv,
    isSpreadsheet: true,
  },
};
