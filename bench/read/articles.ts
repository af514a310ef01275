/** The reviewed articles as texts to read, each without the entities and claims that only it has. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { Archive } from '../../src/archive.js';
import { archivedDocuments, type ArchivedDocument } from '../../src/import/documents.js';
import type {
  ClaimRecord,
  Dataset,
  EntityRecord,
  EvidenceRecord,
  ObservationRecord,
} from '../../src/graph/stored/record-types.js';
import { namedEntity, Places } from '../../src/reading/graph-names.js';
import { Lexicon } from '../../src/reading/mentions/lexicon.js';
import type { Span } from '../../src/sentences.js';
import type { ReviewedAmount, ReviewedDate, ReviewedText } from './reviewed-text.js';

/** The dates and amounts of an article, at their places in its archived text. */
interface ReviewedSpans {
  readonly dates: readonly ReviewedDate[];
  readonly amounts: readonly ReviewedAmount[];
}

const spans = parse(readFileSync(new URL('articles.yaml', import.meta.url), 'utf8')) as Partial<Record<string, ReviewedSpans>>;

export async function reviewedArticles(dataset: Dataset, archive: Archive): Promise<ReviewedText[]> {
  const articles = await Promise.all(
    archivedDocuments(dataset.entities).map(async (document) => {
      const text = await archive.text(document.sha256);
      return text === undefined ? undefined : articleOf(document, text, dataset);
    }),
  );
  return articles.filter((article) => article !== undefined);
}

function articleOf(document: ArchivedDocument, characters: readonly string[], dataset: Dataset): ReviewedText {
  const { id, start, end } = document;
  const entities = new Map(dataset.entities.map((entity) => [entity.id, entity]));
  const usage = new Usage(dataset, document);
  const own = usage.own();
  const { publishedOn, citedOn, writtenOn } = entities.get(id)?.properties ?? {};
  const date = publishedOn ?? citedOn ?? writtenOn;
  const { dates, amounts } = spans[id] ?? { dates: [], amounts: [] };
  return {
    id,
    text: characters.slice(start, Math.min(end, characters.length)).join(''),
    metadata: date === undefined ? {} : { date: String(date) },
    lexicon: lexiconWithout(own, dataset, id),
    entities,
    own,
    passages: usage.passages((entity) => entities.get(entity)?.label !== 'Document'),
    claims: usage.claims(),
    hasAttributes: true,
    observations: usage.observations(),
    dates: dates.map((span) => shifted(span, start)),
    amounts: amounts.map((span) => shifted(span, start)),
  };
}

const shifted = <T extends Span>(span: T, by: number): T => ({ ...span, start: span.start - by, end: span.end - by });

const isElsewhere = ({ evidence }: ClaimRecord, id: string): boolean => evidence.some(({ document }) => document !== id);

function lexiconWithout(own: ReadonlySet<string>, { entities, claims }: Dataset, id: string): Lexicon {
  const places = new Places();
  for (const claim of claims)
    if (claim.object !== undefined && isElsewhere(claim, id))
      places.add(claim.predicate, claim.subject, claim.object, claim.until !== undefined);
  const known: EntityRecord[] = entities.filter((entity) => !own.has(entity.id));
  return new Lexicon(known.map((entity) => namedEntity(entity, places)));
}

/** What an article says, and which entities it is about. */
class Usage {
  private readonly measured: ReadonlyMap<string, ObservationRecord>;

  constructor(
    private readonly dataset: Dataset,
    private readonly document: ArchivedDocument,
  ) {
    this.measured = new Map(dataset.observations.map((observation) => [observation.id, observation]));
  }

  claims(): ReviewedText['claims'] {
    return this.stated().flatMap(({ claim, passages }) => (this.measured.has(claim.subject) ? [] : [{ ...claim, passages }]));
  }

  observations(): ReviewedText['observations'] {
    const passages = new Map<string, readonly Span[]>();
    for (const { claim, passages: places } of this.stated())
      passages.set(claim.subject, [...(passages.get(claim.subject) ?? []), ...places]);
    return [...passages].flatMap(([id, places]) => {
      const observation = this.measured.get(id);
      return observation === undefined ? [] : [{ ...observation, passages: places }];
    });
  }

  /** By entity, the passages of the claims that name it. */
  passages(isNamed: (entity: string) => boolean): Map<string, Span[]> {
    const found = new Map<string, Span[]>();
    for (const { claim, passages } of this.here())
      for (const entity of entitiesOf(claim).filter(isNamed)) found.set(entity, [...(found.get(entity) ?? []), ...passages]);
    for (const id of this.measured.keys()) found.delete(id);
    return found;
  }

  own(): Set<string> {
    const { claims } = this.dataset;
    const elsewhere = new Set(
      claims.filter((claim) => isElsewhere(claim, this.document.id)).flatMap((claim) => this.named(claim)),
    );
    return new Set(
      this.here()
        .flatMap(({ claim }) => this.named(claim))
        .filter((entity) => !elsewhere.has(entity)),
    );
  }

  /** With the indicator of an observation. */
  private named(claim: ClaimRecord): string[] {
    const indicator = this.measured.get(claim.subject)?.indicator;
    return indicator === undefined ? entitiesOf(claim) : [indicator, ...entitiesOf(claim)];
  }

  /** The claims that the article states: others only take a date from it. */
  private stated(): Stated[] {
    return this.from(({ supports = 'FACT' }) => supports === 'FACT');
  }

  private here(): Stated[] {
    return this.from(() => true);
  }

  private from(isWanted: (evidence: EvidenceRecord) => boolean): Stated[] {
    return this.dataset.claims.flatMap((claim) => {
      const own = claim.evidence.filter((evidence) => evidence.document === this.document.id && isWanted(evidence));
      const passages = own.flatMap(({ locator }) => (locator === undefined ? [] : [shifted(locator, this.document.start)]));
      return passages.length === 0 ? [] : [{ claim, passages }];
    });
  }
}

interface Stated {
  readonly claim: ClaimRecord;
  readonly passages: readonly Span[];
}

const entitiesOf = ({ subject, object, attributedTo, about = [] }: ClaimRecord): string[] =>
  [subject, object, ...attributedTo, ...about].filter((id) => id !== undefined);
