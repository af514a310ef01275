/** The audit as plain text; a passage is between ⟦ and ⟧, which archived texts are unlikely to contain. */
import type { Audit, AuditedClaim, AuditedDocument, AuditedEvidence } from './audit.js';
import { markName } from './marks.js';
import { tallyColumns, tallyOf, type Tally } from './tally.js';
import type { Term, Wording } from './wording.js';

export function formatText(audit: Audit): string {
  const read = audit.documents.filter(({ listed }) => listed.length > 0);
  return [formatTable(audit), ...read.map(formatDocument)].join('\n\n').concat('\n');
}

function formatTable({ documents }: Audit): string {
  const rows = documents.map(({ id, claims, onRecords, hasText }) => [
    ...cells(tallyOf(claims)),
    String(onRecords),
    hasText || claims.length === 0 ? id : `${id} (no text in the archive or the graph)`,
  ]);
  const total = [
    ...cells(tallyOf(documents.flatMap(({ claims }) => claims))),
    String(documents.reduce((sum, { onRecords }) => sum + onRecords, 0)),
    'all',
  ];
  return aligned([[...tallyColumns.map(([, name]) => name), 'on records', 'document'], ...rows, total]);
}

const cells = (tally: Tally): string[] => tallyColumns.map(([key]) => String(tally[key]));

/** Numbers to the right; the last column is text. */
function aligned(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((cell, column) => (column < row.length - 1 ? cell.padStart(widths[column] ?? 0) : cell)).join('  ');
  return rows.map(line).join('\n');
}

function formatDocument({ id, title, listed }: AuditedDocument): string {
  const heading = `${title} (${id})`;
  const claims = listed.map((claim, index) => formatClaim(claim, index + 1, id));
  return [`${heading}\n${'='.repeat(Array.from(heading).length)}`, ...claims].join('\n\n');
}

function formatClaim({ id, wording, evidence, mark }: AuditedClaim, number: number, document: string): string {
  const { comment } = mark ?? {};
  const read =
    mark === undefined ? 'unmarked' : `${markName(mark.mark)}, ${mark.on}${comment === undefined ? '' : `: ${comment}`}`;
  const lines = [
    sentenceOf(wording),
    ...wording.details.map(({ label, terms }) => `${label}: ${terms.map(formatTerm).join('; ')}`),
    ...evidence.flatMap((each) => formatEvidence(each, document)),
  ];
  return [`${number}. ${id} [${read}]`, ...lines.map((line) => `   ${line}`)].join('\n');
}

function sentenceOf({ subject, predicate, object }: Wording): string {
  return [formatTerm(subject), `— ${predicate} —`, object === undefined ? '' : formatTerm(object)].join(' ').trim();
}

const formatTerm = ({ text, id }: Term): string => (id === undefined ? text : `${text} (${id})`);

function formatEvidence({ document, locator, record, supports, summary, context }: AuditedEvidence, home: string): string[] {
  const place = locator === undefined ? `record ${record}` : `characters ${locator.start} to ${locator.end}`;
  const of = document === home ? '' : ` of ${document}`;
  const passage =
    typeof context === 'object'
      ? `${context.before}⟦${context.passage}⟧${context.after}`
      : (context ?? (locator === undefined ? '' : 'no text in the archive or the graph'));
  return [
    `summary: ${summary}`,
    `${place}${of}${supports === 'DATES' ? ', only for the dates' : ''}`,
    ...passage.split('\n').flatMap((line) => (line === '' ? [] : [`> ${line}`])),
  ];
}
