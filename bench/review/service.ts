/** A service on which a scripted reviewer decides. */
import { pino } from 'pino';
import { EmbeddedGraph } from '../../src/graph/embedded/embedded-graph.js';
import { loadBuiltIn } from '../../src/import/built-in.js';
import { keepReading } from '../../src/reading/kept/kept-readings.js';
import type { Proposal } from '../../src/reading/claims/proposal.js';
import { hashOf } from '../../src/archive.js';
import { createApp } from '../../src/server/app.js';
import type { ReviewedText } from '../read/reviewed-text.js';
import type { Review } from './reviewer.js';

const deciding = `mutation ($id: ID!, $decisions: [ProposalDecisionInput!]!) {
  decideProposals(reading: $id, decisions: $decisions) { version progress { pending } }
}`;

export async function openDesk() {
  const graph = await EmbeddedGraph.open(':memory:');
  await graph.prepare();
  await loadBuiltIn(graph, () => undefined);
  const account = { id: 'key:reviewer', role: 'EDITOR' as const };
  const app = await createApp({ graph }, { logger: pino({ level: 'silent' }), authenticate: async () => account });
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  return {
    /** Decides one proposal after the other, and gives the median time of an answer in milliseconds. */
    async decide(text: ReviewedText, proposals: readonly Proposal[], decisions: Review['decisions']): Promise<number> {
      const id = await keepReading(graph, { ...keptOf(text), proposals, author: account.id });
      const times: number[] = [];
      for (const decision of decisions) times.push(await timed(url, { id, decisions: [decision] }));
      return Math.round(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0);
    },
    async close() {
      await app.close();
      await graph.close();
    },
  };
}

const keptOf = ({ id, text, metadata }: ReviewedText) => ({
  ...metadata,
  language: metadata.language ?? 'en',
  title: id,
  sha256: hashOf(text),
  text,
  document: id,
  method: 'RULES' as const,
});

async function timed(url: string, variables: object): Promise<number> {
  const began = performance.now();
  const headers = { 'content-type': 'application/json', authorization: 'Bearer pg_reviewer' };
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query: deciding, variables }),
  });
  const { errors } = (await response.json()) as { errors?: readonly { readonly message: string }[] };
  const isUnchosen = errors?.[0]?.message.startsWith('Several entities') === true; // it would be chosen by a digit
  if (errors !== undefined && !isUnchosen) throw new Error(errors[0]?.message);
  return performance.now() - began;
}
