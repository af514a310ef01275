/** Tools that find entities and read one. */
import type { GraphQLSchema } from 'graphql';
import { z } from 'zod';
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
import { propertiesOf, selectionOf, valuesOf } from './properties.js';
import * as shapes from './shapes.js';
import { tool, type Tool } from './tool.js';

export function entityTools(schema: GraphQLSchema): readonly Tool[] {
  return [find(schema), entity(schema)];
}

const find = (schema: GraphQLSchema) =>
  tool({
    name: 'find',
    title: 'Find entities',
    description:
      'Finds entities by any name in any language, abbreviation, code, document number or words of a description; typing errors are forgiven. Where the service has an embedding model, also by what the query means. Begin here when you do not know an exact name.',
    input: {
      query: z.string().describe('A name, a code, the number of a document, or words.'),
      types: z.array(oneOf(schema, 'EntityType')).optional().describe('Only entities of these types.'),
      within: nameOrId('Only in this region').optional(),
      ...pageOf(5),
      ...viewOf(schema),
    },
    output: { entities: z.array(shapes.found), meaning: shapes.meaning, page: shapes.page },
    async run({ query, types, within, first, after, ...view }, api) {
      const variables = { query, types, within, first, after, ...viewVariables(view) };
      const { data, problems } = await dataOf<{ search: Connection<Hit> & { readonly meaning: z.infer<typeof shapes.meaning> } }>(
        api,
        documents.find(variables),
        variables,
      );
      const { reference } = new Linked(api.explorer, view.asOf);
      const entities = data.search.edges.map(({ node, matchedName, score, foundBy }) => ({
        ...reference(node),
        description: orNone(node.description),
        matchedName: orNone(matchedName),
        score,
        foundBy,
      }));
      return { entities, meaning: data.search.meaning, page: pageFrom(data.search), problems };
    },
  });

interface Hit {
  readonly matchedName: string | null;
  readonly score: number;
  readonly foundBy: z.infer<typeof shapes.found>['foundBy'];
  readonly node: Ref & { readonly description: string | null };
}

interface Edge {
  readonly type: string;
  readonly direction: string;
  readonly certainty: string | null;
  readonly validity: Span;
  readonly attributes: readonly Qualifier[];
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
      return { ...entityFrom(read, claims, new Linked(api.explorer, view.asOf)), problems: answer.problems };
    },
  });

function entityFrom(read: Entity, claims: number, linked: Linked) {
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
