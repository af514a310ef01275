/** Makes the form of shapes.ts of answers of the API. */
interface Edtf {
  readonly edtf: string;
}
export interface Ref {
  readonly __typename: string;
  readonly id: string;
  readonly name: string;
}
export interface Span {
  readonly from: Edtf | null;
  readonly until: Edtf | null;
}
interface Source {
  readonly summary: string;
  readonly quote: string | null;
  readonly record: string | null;
  readonly locator: { readonly start: number; readonly end: number } | null;
  readonly document: {
    readonly id: string;
    readonly name: string;
    readonly publisher: string | null;
    readonly citedSource: string | null;
    readonly url: string | null;
    readonly publishedOn: Edtf | null;
    readonly writtenOn: Edtf | null;
  };
}
export interface Said {
  readonly id: string;
  readonly validity: Span;
  readonly saidOn: Edtf | null;
  readonly attributedTo: readonly Ref[];
  readonly evidence: readonly Source[];
}
export interface Value {
  readonly id: string;
  readonly kind: string;
  readonly comparator: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly rank: number | null;
  readonly period: Edtf | null;
  readonly indicator: Ref;
  readonly region: Ref | null;
  readonly reportedBy: Ref | null;
}
export interface Qualifier {
  readonly name: string;
  readonly value: string;
}
export interface Connection<T> {
  readonly totalCount: number;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly edges: readonly T[];
}

export const orNone = <T>(value: T | null | undefined): T | undefined => value ?? undefined;
export const day = (date: Edtf | null | undefined): string | undefined => date?.edtf;
export const spanOf = ({ from, until }: Span) => ({ from: day(from), until: day(until) });
export const qualifiersOf = (all: readonly Qualifier[]) =>
  all.length === 0 ? undefined : Object.fromEntries(all.map(({ name, value }) => [name, value]));
export const pageOf = ({ totalCount, pageInfo }: Connection<unknown>) => ({
  totalCount,
  next: pageInfo.hasNextPage ? orNone(pageInfo.endCursor) : undefined,
});

/** Makes references and claims with links to an explorer, on the day that the answer is of. */
export class Linked {
  constructor(
    private readonly explorer: string | undefined,
    private readonly asOf: string | undefined,
  ) {}

  reference = ({ __typename: type, id, name }: Ref) => ({ id, type, name, link: this.link(type, id) });

  private link(type: string, id: string, fragment = ''): string | undefined {
    const view = type === 'Document' ? 'document' : 'entity';
    const day = this.asOf === undefined ? '' : `?asOf=${encodeURIComponent(this.asOf)}`;
    return this.explorer && `${this.explorer}/${view}/${encodeURIComponent(id).replaceAll('%3A', ':')}${day}${fragment}`;
  }

  private evidence = ({ summary, quote, record, locator, document }: Source) => ({
    summary,
    quote: orNone(quote),
    document: { id: document.id, name: document.name },
    outlet: orNone(document.publisher ?? document.citedSource),
    date: day(document.publishedOn ?? document.writtenOn),
    locator:
      locator === null ? (record === null ? undefined : `record ${record}`) : `characters ${locator.start} to ${locator.end}`,
    url: orNone(document.url),
    link: this.link('Document', document.id, locator === null ? '' : `#text-${locator.start}`),
  });

  claim = ({ id, saidOn, attributedTo, evidence }: Said) => ({
    id,
    saidOn: day(saidOn),
    attributedTo: attributedTo.length === 0 ? undefined : attributedTo.map(({ name }) => name),
    evidence: evidence.map(this.evidence),
  });

  /** One more was asked for than is shown, to see whether there are more. */
  claims = (all: readonly Said[], shown: number) => ({
    claims: all.slice(0, shown).map(this.claim),
    moreClaims: all.length > shown || undefined,
  });

  value = ({ id, kind, comparator, value, unit, rank, period, indicator, region, reportedBy }: Value) => ({
    id,
    indicator: this.reference(indicator),
    region: region === null ? undefined : this.reference(region),
    period: day(period),
    kind,
    comparator,
    value: orNone(value),
    unit: orNone(unit),
    rank: orNone(rank),
    reportedBy: reportedBy === null ? undefined : this.reference(reportedBy),
  });
}
