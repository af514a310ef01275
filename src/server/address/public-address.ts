import type { IncomingMessage } from 'node:http';
import proxyAddr from '@fastify/proxy-addr';
import type { AddressSettings } from '../../settings/address-settings.js';

/** By default a service is for this machine alone. */
export const ownMachine: AddressSettings = {
  basePath: '',
  hosts: ['localhost', '127.0.0.1', '[::1]'],
  trustProxy: false,
  origins: [],
};

/** A request whose path the router has rewritten keeps the one that it came with. */
type Routed = IncomingMessage & { readonly originalUrl?: string };

/** "http://host/path": the form that proxies are sent, which every server must understand. */
const absoluteForm = /^https?:\/\/([^/?#]*)/i;

/** By which host, scheme and path clients reach the service, through whichever proxies it trusts. */
export class PublicAddress {
  readonly basePath: string;
  private readonly hosts: ReadonlySet<string> | undefined;
  private readonly origins: AddressSettings['origins'];

  constructor({ basePath, hosts, trustProxy, origins }: AddressSettings) {
    this.basePath = basePath;
    this.origins = origins;
    this.hosts = hosts && new Set(hosts);
    this.trusts = trustOf(trustProxy);
  }

  /** Whether the X-Forwarded headers of a sender are believed; `hop` counts the proxies between. */
  readonly trusts: (sender: string, hop: number) => boolean;

  /** The path and query of a request inside the service. Proxies may strip the prefix or keep it. */
  pathOf({ url = '/' }: IncomingMessage): string {
    const path = url.replace(absoluteForm, '');
    const inside = this.basePath !== '' && path.startsWith(this.basePath) ? path.slice(this.basePath.length) : path;
    if (inside === '' || inside.startsWith('?')) return `/${inside}`;
    return inside.startsWith('/') ? inside : path;
  }

  /** The host that the client names, in lower case, such as "localhost:4000". */
  hostOf(request: Routed): string | undefined {
    const target = absoluteForm.exec(request.originalUrl ?? request.url ?? '')?.[1];
    return (this.forwarded(request, 'x-forwarded-host') ?? target ?? request.headers.host)?.toLowerCase();
  }

  /** Where the client reaches the service, such as "https://example.org/policy"; undefined when it names no host. */
  urlOf(request: Routed): string | undefined {
    const host = this.hostOf(request);
    const scheme = this.forwarded(request, 'x-forwarded-proto')?.toLowerCase() === 'https' ? 'https' : 'http';
    return host && `${scheme}://${host}${this.basePath}`;
  }

  /** Whether the host may be named, with any port unless the settings name one. */
  serves(host: string): boolean {
    return this.hosts === undefined || this.hosts.has(host) || this.hosts.has(host.replace(/:\d*$/, ''));
  }

  /** Whether a page of this origin came from this service. Without a proxy's word a service cannot know whether it is behind TLS. */
  isOwn(origin: string, request: Routed): boolean {
    const scheme = this.forwarded(request, 'x-forwarded-proto');
    const host = this.hostOf(request);
    const schemes = scheme === undefined ? ['http', 'https'] : [scheme.toLowerCase()];
    return host !== undefined && schemes.some((each) => originOf(`${each}://${host}`) === origin);
  }

  /** Whether pages of other sites may use the API. */
  get allowsOrigins(): boolean {
    return this.origins === '*' || this.origins.length > 0;
  }

  /** Whether pages of another origin may use the API. A page without an origin of its own has the origin "null", and is never listed. */
  allows(origin: string): boolean {
    return originOf(origin) === origin && (this.origins === '*' || this.origins.includes(origin));
  }

  /** The address of the client, behind the proxies that are trusted. */
  clientOf(request: IncomingMessage): string {
    return proxyAddr(request, this.trusts);
  }

  /** The last value is that of the nearest proxy. */
  private forwarded({ headers, socket }: IncomingMessage, name: string): string | undefined {
    const value = headers[name];
    if (typeof value !== 'string' || !this.trusts(socket.remoteAddress ?? '', 0)) return undefined;
    return value.slice(value.lastIndexOf(',') + 1).trim() || undefined;
  }
}

/** As browsers write origins, without the scheme's own port. */
function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

function trustOf(proxies: AddressSettings['trustProxy']): PublicAddress['trusts'] {
  if (proxies === false) return () => false;
  if (typeof proxies === 'number') return (_sender, hop) => hop < proxies;
  return proxyAddr.compile([...proxies]);
}
