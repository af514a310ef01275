import { existsSync, readdirSync } from 'node:fs';
import { mixedQueries } from '../../bench/parts/mixed-queries.js';
import { residentMemory } from '../../bench/processes.js';
import { client, type Reply } from './client.js';
import { median, type Sample } from './sample.js';

interface Options {
  readonly url: string;
  /** The process of the service. */
  readonly pid: number | undefined;
  /** The secret of a key that may write. */
  readonly key: string;
  readonly requests: number;
  /** How many requests are in flight at once. */
  readonly connections: number;
  /** Is called with each of a hundred samples. */
  readonly onSample?: (sample: Sample, sent: number) => void;
}

interface Soaked {
  /** What failed, at most the first hundred. */
  readonly errors: readonly string[];
  readonly sent: Readonly<Record<Kind, number>>;
  readonly samples: readonly Sample[];
}

type Kind = 'query' | 'write' | 'subscription' | 'import';

/** One request in a thousand writes, one subscribes, one in ten thousand imports a file. */
function kindOf(number: number): Kind {
  if (number % 10_000 === 250) return 'import';
  if (number % 1_000 === 0) return 'write';
  return number % 1_000 === 500 ? 'subscription' : 'query';
}

const change = 'mutation ($input: ChangesetInput!) { applyChangeset(input: $input) { outcome } }';

function written(number: number): string {
  const entities = [{ id: 'person:soak', names: [{ value: `Person ${number}`, lang: 'en' }] }];
  return JSON.stringify({ query: change, variables: { input: { reason: `Request ${number}`, entities } } });
}

const imported = (number: number) =>
  `${JSON.stringify({ type: 'entity', id: 'person:soak-import', names: [{ value: `Person ${number}`, lang: 'en' }] })}\n`;

/** Sends a mix of requests to a service, so many at once, and samples the service on the way. */
export async function soak({ url, pid, key, requests, connections, onSample }: Options): Promise<Soaked> {
  const { post, upload, follow, close } = client(url, key);
  const query = await mixedQueries(async (text, variables) => (await post(body(text, variables))).body.data);
  const errors: string[] = [];
  const samples: Sample[] = [];
  const sent: Record<Kind, number> = { query: 0, write: 0, subscription: 0, import: 0 };
  let times: number[] = [];
  const send: Readonly<Record<Kind, (number: number) => Promise<void>>> = {
    query: async (number) => {
      const { query: text, variables } = query(number);
      const began = performance.now();
      mustSucceed(await post(body(text, variables)));
      times.push(performance.now() - began);
    },
    write: async (number) => mustSucceed(await post(written(number))),
    subscription: (number) => follow(number % 2_000 < 1_000 ? 'WebSocket' : 'events'),
    import: async (number) => mustSucceed(await upload('soak.jsonl', imported(number))),
  };
  const sample = (number: number) => {
    samples.push({ memory: residentMemory(pid), handles: handlesOf(pid), latency: median(times) });
    times = [];
    onSample?.(samples.at(-1) as Sample, number);
  };
  let next = 0;
  const sender = async () => {
    for (let number = next++; number < requests; number = next++) {
      const kind = kindOf(number);
      sent[kind] += 1;
      await send[kind](number).catch(
        (error: unknown) => errors.length < 100 && errors.push(`${kind} ${number}: ${String(error)}`),
      );
      if (number % Math.ceil(requests / 100) === 0 && number > 0) sample(number);
    }
  };
  await Promise.all(Array.from({ length: connections }, sender));
  close();
  return { errors, sent, samples };
}

const body = (query: string, variables: object) => JSON.stringify({ query, variables });

function mustSucceed({ status, body: { errors } }: Reply): void {
  if (status !== 200 || errors !== undefined) throw new Error(`${status} ${JSON.stringify(errors)}`);
}

function handlesOf(pid: number | undefined): number {
  const folder = `/proc/${pid}/fd`;
  return existsSync(folder) ? readdirSync(folder).length : NaN;
}
