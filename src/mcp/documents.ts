/** What the tools ask. Names of operations begin with "Mcp": logs and metrics show them. */

const ref = 'fragment Ref on Entity { __typename id name(lang: $lang) }';
const span = 'fragment Span on Validity { from { edtf } until { edtf } }';
const pageInfo = 'pageInfo { hasNextPage endCursor }';

const source = `fragment Source on Evidence {
  summary quote record locator { start end }
  document { id name(lang: $lang) publisher citedSource url publishedOn { edtf } writtenOn { edtf } }
}`;

const said = `fragment Said on Claim {
  id validity { ...Span } saidOn { edtf } attributedTo { ...Ref } evidence { ...Source }
}`;

const value = `fragment Value on Observation {
  id kind comparator value unit rank period { edtf } indicator { ...Ref } region { ...Ref } reportedBy { ...Ref }
}`;

const claims = `${ref} ${span} ${source} ${said}`;
const view = '$asOf: AsOf, $lang: Language';
const page = '$first: Int!, $after: String';

/** The arguments that have a value: for the API a condition without one is an error, and not every item. */
function conditions(types: Readonly<Record<string, string>>, values: Readonly<Record<string, unknown>>) {
  const names = Object.keys(types).filter((name) => values[name] !== undefined);
  return {
    declared: names.map((name) => `, $${name}: ${types[name]}`).join(''),
    used: names.map((name) => `, ${name}: $${name}`).join(''),
  };
}

export function find(values: Readonly<Record<string, unknown>>): string {
  const { declared, used } = conditions({ within: 'ID' }, values);
  return `query McpFind(${view}, ${page}, $query: String!, $types: [EntityType!]${declared}) {
  search(query: $query, types: $types, asOf: $asOf, first: $first, after: $after${used}) {
    totalCount meaning ${pageInfo}
    edges { matchedName score foundBy node { ...Ref description } }
  }
} ${ref}`;
}

/** The properties of an entity differ by its type. */
export const entity = (
  properties: string,
) => `query McpEntity(${view}, ${page}, $id: ID!, $types: [RelationType!], $direction: Direction!, $claims: Int!, $predicates: [String!]!) {
  entity(id: $id, asOf: $asOf) {
    ...Ref description names { value lang } identifiers { scheme value } ${properties}
    relationCounts { type direction count }
    claims(first: $claims, predicates: $predicates) { predicate value ...Said }
    relations(types: $types, direction: $direction, first: $first, after: $after) {
      totalCount ${pageInfo}
      edges { type direction certainty validity { ...Span } attributes { name value } node { ...Ref } claims(first: $claims) { ...Said } }
    }
  }
} ${claims}`;

export const coverage = `query McpCoverage(${view}, $region: ID!, $by: ID!, $claims: Int!) {
  region(id: $region, asOf: $asOf) {
    ...Ref
    coverage(by: $by) {
      status statedOn { edtf }
      claims(first: $claims) { ...Said }
      via(first: 20) { certainty batch validity { ...Span } node { ...Ref } claims(first: $claims) { ...Said } }
    }
  }
} ${claims}`;

export const connections = `query McpConnections(${view}, $first: Int!, $from: ID!, $to: ID!, $maxHops: Int!, $types: [RelationType!], $claims: Int!) {
  paths(from: $from, to: $to, maxHops: $maxHops, types: $types, asOf: $asOf, first: $first) {
    hops certainty validity { ...Span }
    nodes { ...Ref }
    relations { type certainty validity { ...Span } attributes { name value } from { ...Ref } to { ...Ref } claims(first: $claims) { ...Said } }
  }
} ${claims}`;

const measured = { indicator: 'ID', region: 'ID', about: 'ID', kind: 'ObservationKind', period: 'PeriodRange' };

export function observations(values: Readonly<Record<string, unknown>>): string {
  const { declared, used } = conditions(measured, values);
  return `query McpObservations(${view}, ${page}, $claims: Int!${declared}) {
  observations(orderBy: PERIOD_ASC, asOf: $asOf, first: $first, after: $after${used}) {
    totalCount ${pageInfo}
    edges { node { ...Value claims(first: $claims) { ...Said } } }
  }
} ${value} ${claims}`;
}

export const timeline = `query McpTimeline(${view}, ${page}, $id: ID!, $kinds: [TimelineKind!], $claims: Int!) {
  entity(id: $id, asOf: $asOf) {
    ...Ref
    timeline(kinds: $kinds, first: $first, after: $after) {
      totalCount truncated ${pageInfo}
      edges { node { kind title on { edtf } certainty entities { ...Ref } claims(first: $claims) { ...Said } } }
    }
  }
} ${claims}`;

export const listClaims = `query McpClaims(${view}, ${page}, $where: ClaimFilter) {
  claims(where: $where, asOf: $asOf, first: $first, after: $after) {
    totalCount ${pageInfo}
    edges { node { predicate value subject { __typename ...Ref ...Value } object { ...Ref } qualifiers { name value } ...Said } }
  }
} ${value} ${claims}`;
