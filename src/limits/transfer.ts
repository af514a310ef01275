/** What goes in and out: writes, imports, exports, reconciliation, and commands that use a running service. */
import { invalid, page, rejected, type Limits } from './limit.js';

export const writes = {
  items: invalid(500, 'items', 'Each list of an input'),
  text: invalid(10_000, 'characters', 'Text'),
  name: invalid(2_000, 'characters', 'Name, title or key'),
  code: invalid(200, 'characters', 'Code or unit'),
} satisfies Limits;

const overHttp = (value: number, unit: string, of: string) => ({
  ...invalid(value, unit, of),
  beyond: 'The request is rejected. The command has no such limit.',
});

export const imports = {
  files: rejected(8, 'files', 'Files of one `POST /import`', 'BODY_TOO_LARGE'),
  file: rejected(128 * 1024 * 1024, 'bytes', 'File of `POST /import`', 'BODY_TOO_LARGE'),
  concurrent: {
    value: 1,
    unit: 'import',
    of: 'Concurrent imports over HTTP',
    beyond: 'The request is rejected.',
    code: 'UNAVAILABLE',
  },
  time: {
    value: 1_800,
    unit: 's',
    of: 'Time of an import over HTTP',
    beyond: 'It ends between two batches; the same files sent again go on from there.',
    code: 'TIMEOUT',
  },
  memory: rejected(512, 'MB', 'Memory that an import over HTTP takes to read its files', 'BODY_TOO_LARGE'),
  lines: overHttp(1_000_000, 'lines', 'Lines of a file sent over HTTP'),
  unpacked: overHttp(1_000_000_000, 'bytes', 'A packed file sent over HTTP, unpacked'),
  sharedTexts: invalid(50_000_000, 'characters', 'Texts that the cells of a workbook share'),
  growth: invalid(200, 'times', 'Growth of a packed file that is unpacked, from 16 MB on'),
  record: invalid(1_000_000, 'characters', 'Row of a table, cell, or line of JSON Lines'),
  columns: invalid(1_000, 'columns', 'Columns of a table'),
  depth: invalid(32, 'levels', 'Nesting of a line of JSON Lines, of YAML, and of a mapping'),
  values: invalid(20_000, 'values', 'Values of a line of JSON Lines'),
  entries: invalid(1_000, 'entries', 'Each list of a record, such as names or evidence'),
  made: invalid(2_000, 'items', 'Entities, claims and observations that one row makes'),
  yaml: invalid(8 * 1024 * 1024, 'characters', 'A YAML file, and a mapping'),
  yamlEntries: invalid(200_000, 'keys and list entries', 'A YAML file, and a mapping'),
  yamlAliases: invalid(1_000, 'aliases', 'A YAML file, and a mapping'),
  wrong: {
    ...invalid(10_000, 'problems', 'Problems of records by themselves'),
    beyond: 'The files are read no further.',
  },
  batch: {
    value: 100,
    unit: 'records',
    of: 'Records that an import over HTTP writes in one changeset',
    beyond: 'The others are written in the next ones.',
  },
  batchItems: {
    value: 1_000,
    unit: 'items',
    of: 'Entities, claims, observations and evidence of such a changeset, but for those of one record',
    beyond: 'The others are written in the next ones.',
  },
} satisfies Limits;

export const exports = {
  concurrent: rejected(4, 'exports', 'Exports over HTTP that run at once', 'UNAVAILABLE'),
  each: rejected(2, 'exports', 'Of them, exports of one client', 'UNAVAILABLE'),
  time: {
    value: 600,
    unit: 's',
    of: 'Time of an export over HTTP',
    beyond: 'The download ends before it is whole. The command has no such limit.',
    code: 'TIMEOUT',
  },
  bytes: {
    value: 2_000_000_000,
    unit: 'bytes',
    of: 'Export over HTTP, before compression',
    beyond: 'The download ends before it is whole. The command has no such limit.',
  },
  unread: { value: 30, unit: 's', of: 'Time without reading a download', beyond: 'The client is disconnected.' },
} satisfies Limits;

export const reconciliation = {
  queries: rejected(50, 'queries', 'Queries of one batch', 'BODY_TOO_LARGE'),
  conditions: invalid(20, 'conditions', 'Properties, or conditions, of one query'),
  values: invalid(20, 'values', 'Values of one property or condition'),
  suggestions: page(100, 10, 'suggestions', 'Suggestions (`limit`)'),
  properties: invalid(20, 'properties', 'Properties of a data extension'),
  cell: {
    value: 100,
    unit: 'values',
    of: 'Values of one property of an entity in a data extension',
    beyond: 'The others are left out.',
  },
} satisfies Limits;

export const commands = {
  frame: rejected(256 * 1024 * 1024, 'bytes', 'Message of a command to the service', 'BAD_USER_INPUT'),
  silence: {
    value: 60,
    unit: 's',
    of: 'Time between two statements of a transaction of a command',
    beyond: 'The transaction is rolled back.',
    code: 'TIMEOUT',
  },
  greeting: {
    value: 10,
    unit: 's',
    of: 'Time for the service to greet a command',
    beyond: 'The command ends.',
    code: 'UNAVAILABLE',
  },
} satisfies Limits;
