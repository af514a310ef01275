/** Tools that find entities and read what is around one. */
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { GraphError } from '../graph/errors.js';
import { limits } from '../limits.js';
import { dataOf, type Api } from './api.js';
import { claimsEach, nameOrId, oneOf, pageOf, relationTypes, viewOf, viewVariables } from './arguments.js';
import * as documents from './documents.js';
import {
  Linked,
  orNone,
  pageOf as pageFrom,
  qualifiersOf,
  spanOf,
  type Connection,
  type Ref,
  type Said,
  type Span,
} from './from-answer.js';
import { propertiesOf, selectionOf, valuesOf } from './properties.js';
import * as shapes from './shapes.js';
import { tool, type Tool } from './tool.js';

export function entityTools(schema: GraphQLSchema): readonly Tool[] {
  return [find(schema), entity(schema), timeline(schema), connections(schema)];
}

const find = (schema: GraphQLSchema) =>
  tool({
    name: 'find',
    title: 'Find entities',
    description:
      'Finds entities by any name in any language, abbreviation, code, document number or words of a description; typing errors are forgiven. Begin here when you do not know an exact name.',
    input: {
      query: z.string().describe('A name, a code, the number of a document, or words.'),
      types: z.array(oneOf(schema, 'EntityType')).optional().describe('Only entities of these types.'),
      within: nameOrId('Only in this region').optional(),
      ...pageOf(5),
      ...viewOf(schema),
    },
    output: { entities: z.array(shapes.found), page: shapes.page },
    async run({ query, types, within, first, after, ...view }, api) {
      const variables = { query, types, within, first, after, ...viewVariables(view) };
      const { data, problems } = await dataOf<{ search: Connection<Hit> }>(api, documents.find(variables), variables);
      const { reference } = new Linked(api.explorer);
      const entities = data.search.edges.map(({ node, matchedName, score }) => ({
        ...reference(node),
        description: orNone(node.description),
        matchedName: orNone(matchedName),
        score,
      }));
      return { entities, page: pageFrom(data.search), problems };
    },
  });

interface Hit {
  readonly matchedName: string | null;
  readonly score: number;
  readonly node: Ref & { readonly description: string | null };
}

interface Edge {
  readonly type: string;
  readonly direction: string;
  readonly certainty: string | null;
  readonly validity: Span;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly node: Ref;
  readonly claims: readonly Said[];
}

interface Entity extends Ref {
  readonly [property: string]: unknown;
  readonly description: string | null;
  readonly names: readonly { readonly value: string; readonly lang: string }[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly relationCounts: readonly { readonly type: string; readonly direction: string; readonly count: number }[];
  readonly claims: readonly (Said & { readonly predicate: string; readonly value: string | null })[];
  readonly relations: Connection<Edge>;
}

const count = z.object({ type: z.string(), direction: z.string(), count: z.int() });
const code = z.object({ scheme: z.string(), value: z.string() });
const written = z.object({ value: z.string(), lang: z.string() });

const entity = (schema: GraphQLSchema) =>
  tool({
    name: 'entity',
    title: 'Read an entity',
    description:
      'Reads an entity: its names, codes and properties, how many relations it has of each type, and a page of its relations, each with the passages that say it. Choose relations by "types" and "direction": the regions that a program covers are COVERS, OUT.',
    input: {
      id: nameOrId('The entity'),
      types: relationTypes,
      direction: oneOf(schema, 'Direction').default('ANY').describe('Which way the relations lead, seen from the entity.'),
      ...pageOf(10),
      ...claimsEach(1, 'relation and property'),
      ...viewOf(schema),
    },
    output: {
      entity: shapes.reference,
      description: z.string().optional(),
      names: z.array(written),
      codes: z.array(code),
      properties: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      propertyClaims: z.array(shapes.property).describe('What the properties rest on.'),
      relationCounts: z.array(count),
      relations: z.array(shapes.relation),
      page: shapes.page,
    },
    async run({ id, types, direction, first, after, claims, ...view }, api) {
      const predicates = [...new Set([...propertiesOf(schema).values()].flat())];
      const variables = { id, types, direction, first, after, claims: claims + 1, predicates, ...viewVariables(view) };
      const answer = await dataOf<{ entity: Entity | null }>(api, documents.entity(selectionOf(schema)), variables);
      const read = existing(answer.data.entity, id);
      return { ...entityFrom(read, claims, api), problems: answer.problems };
    },
  });

function entityFrom(read: Entity, claims: number, { explorer }: Api) {
  const linked = new Linked(explorer);
  return {
    entity: linked.reference(read),
    description: orNone(read.description),
    names: read.names,
    codes: read.identifiers,
    properties: valuesOf(read),
    propertyClaims: read.claims.map((said) => ({ predicate: said.predicate, value: orNone(said.value), ...linked.claim(said) })),
    relationCounts: read.relationCounts,
    relations: read.relations.edges.map(({ type, direction, certainty, validity, attributes, node, claims: all }) => ({
      type,
      direction,
      entity: linked.reference(node),
      certainty: orNone(certainty),
      validity: spanOf(validity),
      attributes: qualifiersOf(attributes),
      ...linked.claims(all, claims),
    })),
    page: pageFrom(read.relations),
  };
}

/** Throws for an id that the graph does not have; an unknown name is an error of the API. */
export function existing<T>(read: T | null, id: string): T {
  if (read !== null) return read;
  throw new GraphError('BAD_USER_INPUT', `Unknown entity ${JSON.stringify(id.slice(0, 100))}: look for it with the tool "find".`);
}

interface Item {
  readonly kind: string;
  readonly title: string;
  readonly on: { readonly edtf: string };
  readonly certainty: string | null;
  readonly entities: readonly Ref[];
  readonly claims: readonly Said[];
}

const timeline = (schema: GraphQLSchema) =>
  tool({
    name: 'timeline',
    title: 'Read a timeline',
    description:
      'Lists what happened around an entity, in order: its own dates, those of its relations, values by their period, documents by their day.',
    input: {
      id: nameOrId('The entity'),
      kinds: z.array(oneOf(schema, 'TimelineKind')).optional().describe('Only items of these kinds.'),
      ...pageOf(10),
      ...claimsEach(1, 'item'),
      ...viewOf(schema),
    },
    output: { entity: shapes.reference, items: z.array(shapes.event), truncated: z.boolean(), page: shapes.page },
    async run({ id, kinds, first, after, claims, ...view }, api) {
      const variables = { id, kinds, first, after, claims: claims + 1, ...viewVariables(view) };
      type Data = { entity: (Ref & { timeline: Connection<{ node: Item }> & { truncated: boolean } }) | null };
      const { data, problems } = await dataOf<Data>(api, documents.timeline, variables);
      const { timeline, ...read } = existing(data.entity, id);
      const linked = new Linked(api.explorer);
      const items = timeline.edges.map(({ node }) => ({
        on: node.on.edtf,
        kind: node.kind,
        title: node.title,
        certainty: orNone(node.certainty),
        entities: node.entities.map(linked.reference),
        ...linked.claims(node.claims, claims),
      }));
      return { entity: linked.reference(read), items, truncated: timeline.truncated, page: pageFrom(timeline), problems };
    },
  });

interface Step extends Omit<Edge, 'node' | 'direction'> {
  readonly from: Ref;
  readonly to: Ref;
}

interface Path {
  readonly hops: number;
  readonly certainty: string;
  readonly validity: Span;
  readonly nodes: readonly Ref[];
  readonly relations: readonly Step[];
}

const { paths, hops } = limits.walks;

const connections = (schema: GraphQLSchema) =>
  tool({
    name: 'connections',
    title: 'How two entities are connected',
    description: 'Finds the shortest paths between two entities, each relation with the passages that say it.',
    input: {
      from: nameOrId('The entity to begin with'),
      to: nameOrId('The entity to arrive at'),
      types: relationTypes,
      maxHops: z.int().min(1).max(hops.value).default(hops.default).describe('The longest path, in relations.'),
      first: z.int().min(1).max(paths.value).default(1).describe('How many paths.'),
      ...claimsEach(1, 'relation'),
      ...viewOf(schema),
    },
    output: { paths: z.array(shapes.path) },
    async run({ from, to, types, maxHops, first, claims, ...view }, api) {
      const variables = { from, to, types, maxHops, first, claims: claims + 1, ...viewVariables(view) };
      const { data, problems } = await dataOf<{ paths: readonly Path[] }>(api, documents.connections, variables);
      const linked = new Linked(api.explorer);
      return { paths: data.paths.map((path) => pathFrom(path, claims, linked)), problems };
    },
  });

const pathFrom = ({ hops, certainty, validity, nodes, relations }: Path, claims: number, linked: Linked) => ({
  hops,
  certainty,
  validity: spanOf(validity),
  entities: nodes.map(linked.reference),
  relations: relations.map((step) => ({
    type: step.type,
    from: linked.reference(step.from),
    to: linked.reference(step.to),
    certainty: orNone(step.certainty),
    validity: spanOf(step.validity),
    attributes: qualifiersOf(step.attributes),
    ...linked.claims(step.claims, claims),
  })),
});
