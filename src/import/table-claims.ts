/** What the documents of a table say of its rows. */
import type { ClaimDraft } from '../changesets/claims.js';
import { groupBy } from '../graph/group-by.js';
import { relations } from '../model/model.js';
import { codeColumns, namesOf, schemeOf, valuesOf, type DatedValue, type Row, type Source, type Table } from './table-cells.js';

/** The claims of a row: its relations, its codes by document and time, and the names that the document gives. */
export function claimsOf(row: Row, table: Table): ClaimDraft[] {
  const names = namesOf(row, table.names ?? []).map(({ value }) => value);
  return [
    ...Object.keys(relations).flatMap((type) => valuesOf(row, type).map((placed) => relationClaim(row, table, type, placed))),
    ...codeClaims(row, table),
    ...(names.length === 0
      ? []
      : [claimOf(row, { predicate: 'names', value: listed(names) }, [[table, 'The record gives it this name.']])]),
  ];
}

function relationClaim(row: Row, table: Table, type: string, placed: DatedValue): ClaimDraft {
  const { value: object, ...dates } = placed;
  const fact = `The record ${'until' in placed ? 'placed' : 'places'} it in ${object}.`;
  return claimOf(row, { predicate: type, object, ...dates }, sourcesOf(table, type, placed, fact));
}

/** Codes that hold at the same time by the same document are one claim. */
function codeClaims(row: Row, table: Table): ClaimDraft[] {
  const codes = codeColumns(row).flatMap((column) => valuesOf(row, column).map((code) => ({ column, ...code })));
  const source = ({ column, until }: (typeof codes)[number]) =>
    sourceOf(table, until === undefined ? column : `${column}.from`, column);
  const together = groupBy(codes, (code) => [source(code).document, source(code).key, code.from, code.until].join('\n'));
  return [...together.values()].map((group) => {
    const [{ column, value: _, ...dates }] = group as [(typeof codes)[number]];
    const value = listed(group.map((code) => `${schemeOf(code.column)} ${code.value}`));
    const fact = `The record ${'until' in dates ? 'gave' : 'gives'} its codes.`;
    return claimOf(row, { predicate: 'codes', value, ...dates }, sourcesOf(table, column, { value, ...dates }, fact));
  });
}

/** The document of a column, else of another one, else of the table. */
const sourceOf = ({ documents = {}, ...table }: Table, ...columns: readonly string[]): Source =>
  columns.map((column) => documents[column]).find((source) => source !== undefined) ?? table;

type Evidence = readonly [source: Source, summary: string, supports?: 'DATES'];

/** What has ended is only evidenced by the source of its dates; what has not is also evidenced by the current document. */
function sourcesOf(table: Table, column: string, { from, until }: DatedValue, fact: string): Evidence[] {
  const [today, dates] = [sourceOf(table, column), sourceOf(table, `${column}.from`, column)];
  if (until !== undefined) return [[dates, fact]];
  if (from === undefined || dates.document === today.document) return [[today, fact]];
  return [
    [today, fact],
    [dates, 'The record gives the year since which it is so.', 'DATES'],
  ];
}

const listed = (parts: readonly string[]) => parts.join('; ');

function claimOf(row: Row, says: Partial<ClaimDraft> & Pick<ClaimDraft, 'predicate'>, sources: readonly Evidence[]): ClaimDraft {
  const subject = row['id'] ?? '';
  const evidence = sources.map(([{ document, key }, summary, supports]) => ({
    document,
    record: row[key]?.split('|', 1)[0] || subject,
    summary,
    ...(supports === undefined ? {} : { supports }),
  }));
  return { subject, attributes: {}, attributedTo: [], ...says, evidence };
}
