/** Tools that follow what happened around an entity, and how two are connected. */
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
import { limits } from '../limits.js';
import { dataOf, existing } from './api.js';
import { claimsEach, nameOrId, oneOf, pageOf, relationTypes, viewOf, viewVariables } from './arguments.js';
import * as documents from './documents.js';
import {
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
} from './from-answer.js';
import * as shapes from './shapes.js';
import { tool, type Tool } from './tool.js';

export function walkTools(schema: GraphQLSchema): readonly Tool[] {
  return [timeline(schema), connections(schema)];
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
      const linked = new Linked(api.explorer, view.asOf);
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

interface Step {
  readonly type: string;
  readonly certainty: string | null;
  readonly validity: Span;
  readonly attributes: readonly Qualifier[];
  readonly claims: readonly Said[];
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
      const linked = new Linked(api.explorer, view.asOf);
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
