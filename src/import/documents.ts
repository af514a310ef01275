import type { EntityRecord } from '../graph/stored/record-types.js';

/** A document whose text an archive may have. */
export interface ArchivedDocument {
  readonly id: string;
  /** SHA-256 of the text's bytes. */
  readonly sha256: string;
  /** Its range in that text, in code points, end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** What is wrong with a document whose text is not found. */
export const missingText = ({ sha256 }: ArchivedDocument): string =>
  `has no text in the archive or the graph (none has the SHA-256 ${sha256})`;

/** The documents that name an archived text; those that are data sets do not. */
export function archivedDocuments(entities: Iterable<EntityRecord>): ArchivedDocument[] {
  return [...entities].flatMap(({ id, label, properties: { sha256, rangeStart = 0, rangeEnd = Infinity } }) =>
    label === 'Document' && sha256 !== undefined
      ? [{ id, sha256: String(sha256), start: Number(rangeStart), end: Number(rangeEnd) }]
      : [],
  );
}
