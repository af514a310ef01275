import type { Formulas } from './formulas.js';
import type { GraphReader } from './graph-reader.js';
import type { Entry } from './zip.js';

/** A piece of one of several files. */
export interface Piece {
  /** The file's name in the folder. */
  readonly file: string;
  readonly text: string;
  /** The file is not packed, whatever becomes of the others. */
  readonly isPlain?: true;
}

interface AnyFormat {
  /** What it is, for people. */
  readonly description: string;
  readonly mediaType: string;
  /** What the name of its file ends in. */
  readonly extension: string;
  /** It has relations, which can be those of a day; others have the claims that assert them. */
  readonly hasRelations?: true;
}

/** A format that takes one file. */
export interface FileFormat extends AnyFormat {
  /** What writes it. Loaded when it is used: other commands need not wait for its libraries. */
  readonly file: () => Promise<(graph: GraphReader, formulas?: Formulas) => AsyncIterable<string | Uint8Array>>;
  /** Spreadsheet programs open it, so text that looks like a formula is escaped unless `formulas` is "keep". */
  readonly isSpreadsheet?: true;
}

/** A format that takes several files, in a folder. */
export interface FolderFormat extends AnyFormat {
  /** What writes it; `suffix` is what the names of packed files end in, beyond those that the pieces give. */
  readonly folder: () => Promise<(graph: GraphReader, suffix: string, formulas?: Formulas) => AsyncIterable<Piece>>;
  /** What writes its files one after another, where they can be: such a folder can be sent as a ZIP. */
  readonly files?: () => Promise<(graph: GraphReader, formulas?: Formulas) => readonly Entry[]>;
  readonly isSpreadsheet?: true;
}

export type FormatName = 'jsonl' | 'json' | 'neo4j-csv' | 'csv' | 'xlsx' | 'graphml' | 'jsonld' | 'ntriples' | 'sdmx-csv';

export const formats: Readonly<Record<FormatName, FileFormat | FolderFormat>> = {
  jsonl: {
    description: 'JSON Lines of all records, which can be imported again',
    mediaType: 'application/jsonl',
    extension: 'jsonl',
    file: async () => (await import('./json-lines.js')).jsonLines,
  },
  json: {
    description: 'one JSON document with a list of each kind of record',
    mediaType: 'application/json; charset=utf-8',
    extension: 'json',
    hasRelations: true,
    file: async () => (await import('./json.js')).json,
  },
  'neo4j-csv': {
    description: "a folder for Neo4j's bulk importer",
    mediaType: 'application/zip',
    extension: 'zip',
    folder: async () => (await import('./neo4j-csv.js')).neo4jCsv,
  },
  csv: {
    description: 'a folder of tables for spreadsheets',
    mediaType: 'application/zip',
    extension: 'zip',
    hasRelations: true,
    folder: async () => (await import('./spreadsheets.js')).spreadsheets,
    files: async () => (await import('./spreadsheets.js')).spreadsheetFiles,
    isSpreadsheet: true,
  },
  xlsx: {
    description: 'the same tables as one workbook',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extension: 'xlsx',
    hasRelations: true,
    file: async () => (await import('./xlsx.js')).xlsx,
  },
  graphml: {
    description: 'entities and relations, for programs that draw graphs',
    mediaType: 'application/graphml+xml',
    extension: 'graphml',
    hasRelations: true,
    file: async () => (await import('./graphml.js')).graphml,
  },
  jsonld: {
    description: 'JSON-LD 1.1, as linked data with its provenance',
    mediaType: 'application/ld+json',
    extension: 'jsonld',
    file: async () => (await import('./rdf/json-ld.js')).jsonLd,
  },
  ntriples: {
    description: 'N-Triples, the same as RDF for triple stores',
    mediaType: 'application/n-triples',
    extension: 'nt',
    file: async () => (await import('./rdf/n-triples.js')).nTriples,
  },
  'sdmx-csv': {
    description: 'observations, with the column names of SDMX',
    mediaType: 'text/csv; charset=utf-8',
    extension: 'csv',
    file: async () => (await import('./sdmx-csv.js')).sdmxCsv,
    isSpreadsheet: true,
  },
};
