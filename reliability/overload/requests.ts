/** The requests of an overload: five hundred of each kind; the service has no cache of answers. */
import { randomUUID } from 'node:crypto';

const count = 500;

interface Body {
  readonly query: string;
  readonly variables: object;
}

const list = (n: number): Body => ({
  query:
    'query ($text: String!) { policies(first: 20, where: { name: { contains: $text } }, orderBy: ANNOUNCED_DESC) { totalCount edges { node { id name announcedOn { edtf } issuers(first: 3) { edges { node { id name } } } } } } }',
  variables: { text: n.toString(36) },
});

const words = ['used car', 'export', 'pilot', 'shanghai', 'battery', 'commerce', 'finance', 'zone'];
const search = (n: number): Body => ({
  query: 'query ($text: String!) { search(query: $text, first: 10) { edges { node { id name } } } }',
  variables: { text: `${words[n % words.length]} ${n}` },
});

const write = (): Body => ({
  query: 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }',
  variables: {
    input: {
      reason: 'Overload.',
      entities: [{ id: `topic:overload-${randomUUID()}`, names: [{ value: 'Overload', lang: 'en' }] }],
    },
  },
});

const look = (n: number): Body => ({
  query: 'query ($first: Int) { region(id: "region:CN") { name programs(first: $first) { edges { node { name } } } } }',
  variables: { first: 1 + (n % 3) },
});

const bodies = { list, search, write } as const;

export type Kind = keyof typeof bodies;
export const kinds = Object.keys(bodies) as Kind[];

/** A request as it goes over the wire. */
const bytesOf = (body: Body, key: string): string => {
  const json = JSON.stringify(body);
  const head = [
    'POST /graphql HTTP/1.1',
    'host: localhost',
    'content-type: application/json',
    `authorization: Bearer ${key}`,
    `content-length: ${Buffer.byteLength(json)}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n${json}`;
};

export const requestsOf = (kind: Kind, key: string): string[] =>
  Array.from({ length: count }, (_, n) => bytesOf(bodies[kind](n), key));
export const cheapOnes = (key: string): string[] => Array.from({ length: count }, (_, n) => bytesOf(look(n), key));
export const health = (path: string): string[] => [`GET ${path} HTTP/1.1\r\nhost: localhost\r\n\r\n`];
