/** Every claim next to the passages that it rests on, by document, with its reviewer's mark. */
import type { Texts } from '../archive.js';
import { mergedClaims, type RequestedClaim } from '../changesets/claims.js';
import type { Located } from '../changesets/problem.js';
import { groupBy } from '../graph/group-by.js';
import type { EvidenceRecord } from '../graph/stored/record-types.js';
import type { LocatedDataset } from '../import/dataset.js';
import { archivedDocuments, type ArchivedDocument } from '../import/documents.js';
import { contextOf, type Context } from './context.js';
import type { Mark } from './marks.js';
import { ClaimReader, type Wording } from './wording.js';

export interface AuditOptions {
  /** Only claims that have a passage in this document. */
  readonly document?: string | undefined;
  /** Lists only claims without a mark. */
  readonly unmarked: boolean;
  /** Lists claims that rest on records of data sets as well. */
  readonly records: boolean;
}

export interface Audit {
  readonly documents: readonly AuditedDocument[];
  /** Marks of claims that do not exist: each was changed or taken out after it was read. */
  readonly stale: readonly Located<Mark>[];
}

export interface AuditedDocument {
  readonly id: string;
  readonly title: string;
  readonly language: string | undefined;
  /** Its text is there. */
  readonly hasText: boolean;
  /** All that rest on its passages. */
  readonly claims: readonly AuditedClaim[];
  /** How many rest on its records alone. */
  readonly onRecords: number;
  /** What a person is to read, in the order of the passages. */
  readonly listed: readonly AuditedClaim[];
}

export interface AuditedClaim {
  readonly id: string;
  readonly wording: Wording;
  readonly evidence: readonly AuditedEvidence[];
  readonly mark: Mark | undefined;
}

export interface AuditedEvidence extends EvidenceRecord {
  readonly title: string;
  readonly language: string | undefined;
  /** The passage in its paragraph; what is wrong with it as a sentence; undefined where there is no text, or it is a record. */
  readonly context: Context | string | undefined;
}

type Claim = RequestedClaim & { readonly id: string };

export async function audit(
  dataset: LocatedDataset,
  marks: readonly Located<Mark>[],
  texts: Texts,
  options: AuditOptions,
): Promise<Audit> {
  const claims = mergedClaims(dataset.claims);
  const auditor = new Auditor(
    texts,
    new Map(archivedDocuments(dataset.entities.values()).map((document) => [document.id, document])),
    new ClaimReader(dataset.entities, new Map(dataset.observations.map(({ item }) => [item.id, item]))),
    new Map(marks.map(({ item }) => [item.claim, item])),
    new Map([...dataset.entities.values()].map(({ id, properties }) => [id, properties['language']?.toString()])),
  );
  const homes = groupBy(claims, (claim) => homeOf(claim, options.document));
  const wanted = [...dataset.entities.keys()].filter((id) => options.document === undefined || id === options.document);
  const audited = await Promise.all(wanted.map(async (id) => auditor.document(id, homes.get(id) ?? [], options)));
  const known = new Set(claims.map(({ id }) => id));
  const read = audited.filter(({ claims: own }) => own.length > 0);
  return {
    documents: [...read, ...audited.filter(({ claims: own, onRecords }) => own.length === 0 && onRecords > 0)],
    stale: marks.filter(({ item }) => !known.has(item.claim)),
  };
}

/** The document under which a claim is read: that of its first passage of the fact, or the one that is asked for where it has a passage in it. */
function homeOf({ evidence }: Claim, wanted: string | undefined): string | undefined {
  if (evidence.some(({ document }) => document === wanted)) return wanted;
  const passages = evidence.filter(({ locator }) => locator !== undefined);
  return (passages.find(({ supports }) => supports === undefined) ?? passages[0] ?? evidence[0])?.document;
}

/** Of one run. */
class Auditor {
  constructor(
    private readonly texts: Texts,
    private readonly archived: ReadonlyMap<string, ArchivedDocument>,
    private readonly reader: ClaimReader,
    private readonly marks: ReadonlyMap<string, Mark>,
    private readonly languages: ReadonlyMap<string, string | undefined>,
  ) {}

  async document(id: string, claims: readonly Claim[], { unmarked, records }: AuditOptions): Promise<AuditedDocument> {
    const ordered = claims.toSorted((a, b) => positionIn(id, a) - positionIn(id, b));
    const audited = await Promise.all(ordered.map(async (claim) => this.claim(claim)));
    const onPassages = audited.filter(({ evidence }) => evidence.some(({ locator }) => locator !== undefined));
    const hasText = (await this.text(id)) !== undefined;
    const readable = audited.filter((claim) => (onPassages.includes(claim) ? hasText : records));
    return {
      id,
      title: this.reader.term(id).text,
      language: this.languages.get(id),
      hasText,
      claims: onPassages,
      onRecords: audited.length - onPassages.length,
      listed: readable.filter(({ mark }) => !unmarked || mark === undefined),
    };
  }

  private async claim(claim: Claim): Promise<AuditedClaim> {
    const evidence = await Promise.all(claim.evidence.map(async (item) => this.evidence(item)));
    return { id: claim.id, wording: this.reader.read(claim), evidence, mark: this.marks.get(claim.id) };
  }

  private async evidence(evidence: EvidenceRecord): Promise<AuditedEvidence> {
    const { document, locator } = evidence;
    const text = locator === undefined ? undefined : await this.text(document);
    const { start = 0, end = Infinity } = this.archived.get(document) ?? {};
    return {
      ...evidence,
      title: this.reader.term(document).text,
      language: this.languages.get(document),
      context: text === undefined || locator === undefined ? undefined : contextOf(text, locator, { start, end }),
    };
  }

  private async text(document: string): Promise<readonly string[] | undefined> {
    const archived = this.archived.get(document);
    return archived === undefined ? undefined : this.texts.text(archived.sha256);
  }
}

/** Where its first passage in a document begins; after all others where it has none. */
function positionIn(id: string, { evidence }: Claim): number {
  const starts = evidence.flatMap(({ document, locator }) => (document === id && locator !== undefined ? [locator.start] : []));
  return starts.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...starts);
}
