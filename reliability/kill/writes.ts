/** Writes that are whole or missing: each makes organizations, with a claim and a relation for each. */
import type { client, Reply } from '../soak/client.js';

type Client = ReturnType<typeof client>;

/** The organizations of one write. */
export interface Write {
  readonly id: string;
  readonly organizations: readonly string[];
  /** Whether the service answered that it landed. */
  acknowledged: boolean;
}

const evidence = [{ document: 'document:kill', record: '1', summary: 'The register lists it.' }];
const mutation = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';

/** What all of them cite. */
export async function writeDocument(client: Client): Promise<void> {
  const line = JSON.stringify({ type: 'entity', id: 'document:kill', title: 'The register' });
  const { status, body } = await client.upload('document.jsonl', `${line}\n`);
  if (status !== 200) throw new Error(JSON.stringify(body));
}

export function writeOf(round: number, number: number, size: number): Write {
  const organizations = Array.from({ length: size }, (_, index) => `organization:kill-${round}-${number}-${index}`);
  return { id: `changeset:kill-${round}-${number}`, organizations, acknowledged: false };
}

const claimOf = (subject: string) => ({ subject, predicate: 'LOCATED_IN', object: 'region:CN', evidence });

/** Sends a write as a mutation; resolves also when it got no answer. */
export async function change(client: Client, write: Write): Promise<void> {
  const entities = write.organizations.map((id) => ({ id, names: [{ value: id, lang: 'en' }] }));
  const input = { id: write.id, reason: 'A run', entities, claims: write.organizations.map(claimOf) };
  await settle(write, client.post(JSON.stringify({ query: mutation, variables: { input } })));
}

/** Sends a write as a file to import: one batch. */
export async function importFile(client: Client, write: Write): Promise<void> {
  const lines = write.organizations.flatMap((id) => [
    { type: 'entity', id, names: [{ value: id, lang: 'en' }] },
    { type: 'claim', ...claimOf(id) },
  ]);
  await settle(write, client.upload(`${write.id}.jsonl`, lines.map((line) => `${JSON.stringify(line)}\n`).join('')));
}

async function settle(write: Write, reply: Promise<Reply>): Promise<void> {
  const answer = await reply.catch(() => undefined); // it was killed
  if (answer === undefined || answer.status === 503) return; // it was killed, or it is stopping
  if (answer.status !== 200 || answer.body.errors !== undefined) throw new Error(JSON.stringify(answer));
  write.acknowledged = true;
}

interface Node {
  readonly version: number;
  readonly location: { readonly id: string } | null;
  readonly claims: readonly { readonly predicate: string }[];
}

const whole = JSON.stringify({ version: 1, location: { id: 'region:CN' }, claims: [{ predicate: 'LOCATED_IN' }] });

const query = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on Organization { version location { id } claims(first: 2) { predicate } } }
}`;

export type State = 'whole' | 'missing' | 'torn';

/** The most ids of one question. */
const most = 100;

/** What is left of each of some writes. */
export async function statesOf(client: Client, writes: readonly Write[]): Promise<State[]> {
  const ids = writes.flatMap(({ organizations }) => organizations);
  const nodes: (Node | null)[] = [];
  for (let start = 0; start < ids.length; start += most) nodes.push(...(await nodesOf(client, ids.slice(start, start + most))));
  return writes.map(({ organizations }) => stateOf(nodes.splice(0, organizations.length)));
}

async function nodesOf(client: Client, ids: readonly string[]): Promise<readonly (Node | null)[]> {
  const { body } = await client.post(JSON.stringify({ query, variables: { ids } }));
  if (body.errors !== undefined) throw new Error(JSON.stringify(body.errors));
  return (body.data as { nodes: readonly (Node | null)[] }).nodes;
}

function stateOf(nodes: readonly (Node | null)[]): State {
  if (nodes.every((node) => node === null)) return 'missing';
  return nodes.every((node) => JSON.stringify(node) === whole) ? 'whole' : 'torn';
}
