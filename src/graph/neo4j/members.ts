import { isSilent } from './silence.js';

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
    const spoken = this.addresses.map(async (address) => {
      if (await isSilent(address, this.isTls)) throw new Error('A server is silent.');
    });
    return Promise.any(spoken).then(
      () => false,
      () => true,
    );
  }
}

/** Host and port; the port is that of Bolt by default. What cannot be parsed is left to the driver to refuse. */
function authorityOf(uri: string): string {
  if (!URL.canParse(uri)) return uri;
  const { hostname, port } = new URL(uri);
  return `${hostname}:${port || 7687}`;
}
