import { setTimeout as sleep } from 'node:timers/promises';
import { isSilent } from './silence.js';

/** In milliseconds: how long an answer to a greeting is waited for, and when the greeting is sent again, in case that the server has come back. */
const patience = 1_000;
const greetings = [0, 300, 600];

/** As many members as a cluster is likely to have. */
const most = 20;

/** The servers of a Neo4j: that of its URI, and members of its cluster that have answered, by which a new driver finds the cluster when the first is lost. */
export class Members {
  private readonly answered = new Set<string>();
  private readonly isTls: boolean;
  private readonly first: string;

  constructor(uri: string) {
    this.isTls = /^\w+\+/.test(uri);
    this.first = authorityOf(uri);
  }

  /** Host and port of each, those first that have answered. */
  get addresses(): string[] {
    return [...new Set([...this.answered, this.first])];
  }

  /** Notes who answered. */
  heard(address: string | undefined): void {
    if (address !== undefined && this.answered.size < most) this.answered.add(address);
  }

  /** Whether not one of them answers a greeting. */
  async areSilent(): Promise<boolean> {
    const answered = new AbortController();
    const spoken = this.addresses.flatMap((address) => greetings.map((begin) => this.speaks(address, begin, answered.signal)));
    return Promise.any(spoken)
      .then(
        () => false,
        () => true,
      )
      .finally(() => answered.abort());
  }

  private async speaks(address: string, begin: number, signal: AbortSignal): Promise<void> {
    await sleep(begin, undefined, { signal });
    if (await isSilent(address, this.isTls, patience - begin)) throw new Error('A server is silent.');
  }
}

/** Host and port; the port is that of Bolt by default. What cannot be parsed is left to the driver to refuse. */
function authorityOf(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const { hostname, port } = new URL(uri);
  return `${hostname}:${port || 7687}`;
}
