/** Clients that follow changes, as users write them. */
import { createClient as eventStreamClient } from 'graphql-sse';
import { createClient as webSocketClient, type Client } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Service } from './service.js';

export interface Told {
  readonly kind: string;
  readonly id: string;
  readonly cursor: string;
  readonly [field: string]: unknown;
}

/** What comes of one subscription. */
export interface Follower {
  /** The next so many changes. */
  next(count: number): Promise<Told[]>;
  /** The next answer as it came: undefined at the end; throws what the connection failed with. */
  answer(): Promise<{ readonly data?: any; readonly errors?: readonly any[] } | undefined>;
  stop(): Promise<void>;
}

export const operation = `subscription ($since: String, $types: [EntityType!], $kinds: [ChangeKind!]) {
  changes(since: $since, types: $types, kinds: $kinds) { kind id cursor changeset { id } node { id __typename } }
}`;

interface Request {
  readonly query: string;
  readonly variables?: Record<string, unknown>;
}

export function webSocket({ url }: Service, connectionParams?: Record<string, unknown>): Client {
  const address = `${url.replace('http', 'ws')}/graphql`;
  return webSocketClient({
    url: address,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    ...(connectionParams === undefined ? {} : { connectionParams }),
  });
}

const overWebSocket = (service: Service, request: Request): Follower => {
  const client = webSocket(service);
  return followerOf(client.iterate(request), () => client.dispose());
};

const overEvents = ({ url }: Service, request: Request): Follower => {
  const client = eventStreamClient({ url: `${url}/graphql/stream`, retryAttempts: 0 });
  return followerOf(client.iterate(request), () => client.dispose());
};

export const transports = [
  { transport: 'WebSocket', follow: overWebSocket },
  { transport: 'server-sent events', follow: overEvents },
];

function followerOf(answers: AsyncIterableIterator<any>, dispose: () => unknown): Follower {
  const answer = async () => {
    const { value, done } = await answers.next();
    return done === true ? undefined : value;
  };
  const next = async (count: number) => {
    const told: Told[] = [];
    while (told.length < count) {
      const { data, errors } = (await answer()) ?? { errors: ['It ended.'] };
      if (errors !== undefined) throw new Error(JSON.stringify(errors));
      told.push(data.changes);
    }
    return told;
  };
  return {
    answer,
    next,
    stop: async () => {
      await dispose();
    },
  };
}
