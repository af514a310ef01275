/** Proposes a mapping for a table: rules on its heads and cells, by the model and the entities of the graph. */
import { InvalidInput, sentence, type Problem } from '../../changesets/problem.js';
import type { Graph } from '../../graph/port.js';
import type { Label } from '../../model/model.js';
import { missingColumns, parsedMapping } from '../mapping/mapping.js';
import type { Source } from '../source/source-records.js';
import { columnsOf, type Column } from './columns.js';
import { decided, itemTypes } from './item-type.js';
import { baseName, mappingText } from './mapping-text.js';
import { referencesOf, type Found } from './references.js';
import { rolesOf } from './roles.js';
import { meaningsOf } from './vocabulary.js';

/** Throws an InvalidInput where the table cannot be read, or its rows may be of several types. */
export async function proposedMapping(source: Source, graph: Graph, type: Label | undefined): Promise<string> {
  const all = await columnsOf(source);
  const columns = all.filter(({ name }) => !/[{}|]/.test(name)); // templates cannot name them
  const key = keyOf(columns);
  if (key === undefined) throw invalid(source, 'has no column whose texts could be the keys of its rows: add one with a number');
  const types = itemTypes(columns, baseName(source.name));
  const label = type ?? decided(types)?.label;
  if (label === undefined) throw invalid(source, undecided(types));
  const found = new Map<Column, readonly Found[]>();
  for (const column of columns) found.set(column, await referencesOf(column, graph));
  const judged = rolesOf(columns, label, found);
  const text = mappingText({
    file: source.name,
    rows: key.rows,
    label,
    types,
    key,
    columns: judged,
    format: source.format ?? {},
  });
  mustFit(text, all);
  return text;
}

/** A column that is called a key before others, and one whose texts differ before one where some repeat. */
function keyOf(columns: readonly Column[]): Column | undefined {
  const isCalled = (column: Column): boolean =>
    meaningsOf(column.name).some(({ meaning }) => meaning === 'row:id' || meaning === 'property:documentNumber');
  const isKey = ({ distinct, rows, dates, isNumber }: Column): boolean =>
    distinct.length >= 0.9 * rows && (dates === undefined || isNumber);
  const keys = columns.filter((column) => isKey(column) && column.distinct.every((text) => text.length <= 200));
  return keys.find(isCalled) ?? keys.sort((a, b) => b.distinct.length - a.distinct.length)[0];
}

const undecided = (types: readonly { readonly label: Label; readonly reasons: readonly string[] }[]): string =>
  types.length === 0
    ? 'does not show what its rows are: pass --type, such as --type Policy'
    : `may have rows of several types: ${types
        .slice(0, 4)
        .map(({ label, reasons }) => `${label} (${reasons.slice(0, 2).join('; ')})`)
        .join(', ')}. Pass --type with one of them`;

const invalid = ({ name }: Source, message: string): InvalidInput =>
  new InvalidInput([{ file: name, line: 1, column: 1, value: undefined, message }]);

/** What is proposed is a mapping of the table, whatever its heads are. */
function mustFit(text: string, columns: readonly Column[]): void {
  const problems: Problem[] = [];
  const mapping = parsedMapping({ path: 'the proposed mapping', text }, problems);
  if (mapping !== undefined)
    problems.push(
      ...missingColumns(
        mapping,
        columns.map(({ name }) => name),
      ),
    );
  if (problems.length > 0) throw new Error(`${problems.map(sentence).join('\n')}\n${text}`);
}
