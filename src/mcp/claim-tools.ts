/** Tools that read what is claimed and measured. */
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { GraphError } from '../graph/errors.js';
import { dataOf, existing } from './api.js';
import { claimsEach, nameOrId, oneOf, pageOf, viewOf, viewVariables } from './arguments.js';
import * as documents from './documents.js';
import {
  day,
  Linked,
  orNone,
  pageOf as pageFrom,
  qualifiersOf,
  spanOf,
  type Connection,
  type Qualifier,
  type Ref,
  type Said,
  type Span,
  type Value,
} from './from-answer.js';
import * as shapes from './shapes.js';
import { tool, type Tool } from './tool.js';

export function claimTools(schema: GraphQLSchema): readonly Tool[] {
  return [coverage(schema), observations(schema), claims(schema)];
}

interface Via {
  readonly certainty: string | null;
  readonly batch: number | null;
  readonly validity: Span;
  readonly node: Ref;
  readonly claims: readonly Said[];
}

interface Covered {
  readonly status: string;
  readonly statedOn: { readonly edtf: string } | null;
  readonly via: readonly Via[];
  readonly claims: readonly Said[];
}

const coverage = (schema: GraphQLSchema) =>
  tool({
    name: 'coverage',
    title: 'Whether a region is covered',
    description:
      'Answers whether a policy or program covers a region, through which region, and who says so. DIRECT: itself. INHERITED: through a larger region. PARTIAL: only places inside it. ENDED, NOT_YET: on another day. NOT_COVERED: a complete list does not have it. NOT_LISTED: an older list does not have it. NO_EVIDENCE: no source speaks of it.',
    input: {
      region: nameOrId('The region'),
      by: nameOrId('The policy or program'),
      ...claimsEach(2, 'relation'),
      ...viewOf(schema),
    },
    output: { region: shapes.reference, ...shapes.covered.shape },
    async run({ region, by, claims: shown, ...view }, api) {
      const variables = { region, by, claims: shown + 1, ...viewVariables(view) };
      type Data = { region: (Ref & { coverage: Covered | null }) | null };
      const { data, problems } = await dataOf<Data>(api, documents.coverage, variables);
      const { coverage: read, ...found } = existing(data.region, region);
      const { status, statedOn, via, claims: all } = existing(read, by);
      const linked = new Linked(api.explorer, view.asOf);
      const through = via.map(({ node, certainty, validity, batch, claims: each }) => ({
        region: linked.reference(node),
        certainty: orNone(certainty),
        validity: spanOf(validity),
        batch: orNone(batch),
        ...linked.claims(each, shown),
      }));
      return {
        region: linked.reference(found),
        status,
        statedOn: day(statedOn),
        via: through,
        ...linked.claims(all, shown),
        problems,
      };
    },
  });

const observations = (schema: GraphQLSchema) =>
  tool({
    name: 'observations',
    title: 'Read values',
    description:
      'Lists the values of an indicator, of a region, or about an entity, by period: measured, aimed at or forecast, each with its source.',
    input: {
      indicator: nameOrId('What is measured').optional(),
      region: nameOrId('Where').optional(),
      about: nameOrId('The entity that the values are about').optional(),
      kind: oneOf(schema, 'ObservationKind').optional(),
      from: z.string().optional().describe('Only periods that begin on this day or later, such as 2021-01-01.'),
      to: z.string().optional().describe('Only periods that end on this day or earlier.'),
      ...pageOf(20),
      ...claimsEach(1, 'value'),
      ...viewOf(schema),
    },
    output: { observations: z.array(shapes.observation), page: shapes.page },
    async run({ indicator, region, about, kind, from, to, first, after, claims: shown, ...view }, api) {
      const period = from === undefined && to === undefined ? undefined : { from, to };
      const variables = { indicator, region, about, kind, period, first, after, claims: shown + 1, ...viewVariables(view) };
      type Data = { observations: Connection<{ node: Value & { claims: readonly Said[] } }> };
      const { data, problems } = await dataOf<Data>(api, documents.observations(variables), variables);
      const linked = new Linked(api.explorer, view.asOf);
      const values = data.observations.edges.map(({ node }) => ({ ...linked.value(node), ...linked.claims(node.claims, shown) }));
      return { observations: values, page: pageFrom(data.observations), problems };
    },
  });

interface Statement extends Said {
  readonly predicate: string;
  readonly value: string | null;
  readonly subject: Ref | ({ readonly __typename: 'Observation' } & Value);
  readonly object: Ref | null;
  readonly qualifiers: readonly Qualifier[];
}

const claims = (schema: GraphQLSchema) =>
  tool({
    name: 'claims',
    title: 'List claims',
    description:
      'Lists the claims that rest on a document, that have an entity as their subject, or that somebody made, each with its passages. Predicates are relations, properties, or STATED, PROVIDES, PURPOSE, NOTE.',
    input: {
      document: nameOrId('The document that they rest on').optional(),
      subject: nameOrId('What they are about').optional(),
      speaker: nameOrId('Who says so').optional(),
      predicate: z.string().optional().describe('What is claimed, such as COVERS or STATED.'),
      text: z.string().optional().describe('Only claims with this text in a value, a summary or a quote.'),
      ...pageOf(10),
      ...viewOf(schema),
    },
    output: { claims: z.array(shapes.statement), page: shapes.page },
    async run({ document, subject, speaker, predicate, text, first, after, ...view }, api) {
      if ([document, subject, speaker, predicate, text].every((each) => each === undefined))
        throw new GraphError('BAD_USER_INPUT', 'Say which claims: "document", "subject", "speaker", "predicate" or "text".');
      const where = { document, speaker, text, ...equal({ subject, predicate }) };
      type Data = { claims: Connection<{ node: Statement }> };
      const { data, problems } = await dataOf<Data>(api, documents.listClaims, { where, first, after, ...viewVariables(view) });
      const linked = new Linked(api.explorer, view.asOf);
      return { claims: data.claims.edges.map(({ node }) => statementFrom(node, linked)), page: pageFrom(data.claims), problems };
    },
  });

/** Filters by equality, of what is given: a condition without a value is an error. */
const equal = (values: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(values).flatMap(([name, eq]) => (eq === undefined ? [] : [[name, { eq }]])));

const statementFrom = (read: Statement, linked: Linked) => ({
  predicate: read.predicate,
  subject: 'indicator' in read.subject ? linked.value(read.subject) : linked.reference(read.subject),
  object: read.object === null ? undefined : linked.reference(read.object),
  value: orNone(read.value),
  qualifiers: qualifiersOf(read.qualifiers),
  validity: spanOf(read.validity),
  ...linked.claim(read),
});
