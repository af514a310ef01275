/** The shapes of `npm run bench`: every server of the project answers them alike. */
import { parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findAnchors } from '../../bench/anchors.js';
import { expensiveRequests } from '../../bench/parts/expensive.js';
import type { Anchors } from '../../bench/shapes/shape.js';
import { shapes } from '../../bench/shapes/shapes.js';
import type { Graph } from '../../src/graph/port.js';
import { graphqlSchema } from '../../src/server/graphql-schema.js';
import { engines } from '../support/engines.js';
import { serve, type Service } from '../support/service.js';

describe.each(engines)('the shapes of the bench on $name', ({ name, builtIn }) => {
  let graph: Graph;
  let service: Service;
  let anchors: Anchors;
  const answer = async (query: string, variables?: object) => {
    const { json } = await service.ask(query, variables);
    expect(json.errors).toBeUndefined();
    return json.data;
  };

  beforeAll(async () => {
    graph = await builtIn();
    service = await serve(graph);
    anchors = await findAnchors(answer, 1, 'xport'); // alike in "Export": the hand-written Cypher keeps to case
  });
  afterAll(async () => {
    await service.close();
    await graph.close();
  });

  it.each(shapes)('$id is answered: $title', async ({ query, variables, ordered = (data) => data }) => {
    const data = ordered(await answer(query, variables(anchors)));
    expect(JSON.stringify(data)).not.toMatch(/^\{"\w+":(null|\{"edges":\[\]\})\}$/);
  });

  it.runIf(name === 'neo4j').each(shapes)('$id: hand-written Cypher gives the same', async (shape) => {
    const { query, variables, peerVariables = variables, cypher, ordered = (data) => data } = shape;
    const statement = { name: shape.id, text: cypher, parameters: peerVariables(anchors) };
    const [row] = await graph.read<{ answer: unknown }>(statement);
    expect(ordered(row?.answer)).toEqual(ordered(await answer(query, variables(anchors))));
  });
});

it.each(expensiveRequests)('$title is a valid request', async ({ query }) => {
  expect(validate(await graphqlSchema(), parse(query))).toEqual([]);
});
