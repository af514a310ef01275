/** A question that every server answers with the same JSON. */
export type Variables = Readonly<Record<string, unknown>>;

/** What the questions need to know of the store: found once, through PolicyGraph. */
export interface Anchors {
  /** The id of a policy. */
  readonly policy: string;
  /** What the names of the lists contain. */
  readonly word: string;
  /** The cursor of the last item before the deep page. */
  readonly after: string | null;
  /** How many items come before it, for servers that page by offset. */
  readonly offset: number;
}

export interface Shape {
  readonly id: string;
  readonly title: string;
  /** What PolicyGraph is asked. */
  readonly query: string;
  readonly variables: (anchors: Anchors) => Variables;
  /** What `@neo4j/graphql` is asked, over the types of peers/types.mjs, and how its data becomes PolicyGraph's. */
  readonly peer: { readonly query: string; readonly toAnswer: (data: any) => unknown };
  /** Hand-written Cypher: one row with the whole answer. */
  readonly cypher: string;
  /** For `peer` and `cypher`, where they differ. */
  readonly peerVariables?: (anchors: Anchors) => Variables;
  /** Settles the order of ties, which servers may choose. */
  readonly ordered?: (answer: any) => unknown;
}

export const pilot = 'program:cn-used-car-export-pilot';
export const hub = 'agency:cn-state-council';
export const since = '2010-01-01';

/** A GraphQL date of the stored property, with only its text. */
export const edtf = (text: string | null) => (text === null ? null : { edtf: text });
export const edtfOf = (property: string) => `CASE WHEN ${property} IS NULL THEN NULL ELSE {edtf: ${property}} END`;
/** One of a to-one relation, which `@neo4j/graphql` shows as a list. */
export const first = <T>(list: readonly T[]): T | null => list[0] ?? null;
/** Relations in PolicyGraph's default order. */
export const byName = 'sort: [{ node: { name: ASC } }, { edge: { id: ASC } }]';
