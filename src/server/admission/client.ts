import { isIPv6 } from 'node:net';
import type { FastifyRequest } from 'fastify';

/** Whose request it is: that of the account, or that of the address. */
export const clientOf = ({ account, ip }: Pick<FastifyRequest, 'account' | 'ip'>): string => account?.id ?? networkOf(ip);

/** Everybody has as many IPv6 addresses as they like, in a network of their own. */
export function networkOf(address: string): string {
  const ipv4 = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (ipv4 !== undefined || !isIPv6(address)) return ipv4 ?? address;
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address; a URL writes it in one way. */
function groupsOf(address: string): string[] {
  const { hostname } = new URL(`http://[${address.replace(/%.*/, '')}]`);
  const [head = '', tail] = hostname.slice(1, -1).split('::');
  const [first, last] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== '')) as [string[], string[]];
  return [...first, ...Array.from({ length: 8 - first.length - last.length }, () => '0'), ...last];
}
