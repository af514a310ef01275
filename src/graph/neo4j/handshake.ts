import { isIP, connect, type Socket } from 'node:net';
import { connect as connectByTls } from 'node:tls';

/** The magic number of Bolt, and the newest version that all servers since Neo4j 5 speak: what a client sends first. */
const greeting = Buffer.from('6060b01700000005000000000000000000000000', 'hex');

/** In milliseconds. */
const patience = 1_000;

/** Whether a Neo4j answers to the beginning of a connection. The driver waits for it without end, and keeps the connection meanwhile. */
export function answersGreeting(uri: string): Promise<boolean> {
  const { socket, isTls } = connectionTo(uri);
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(false), patience);
    socket.once(isTls ? 'secureConnect' : 'connect', () => socket.write(greeting));
    socket.once('data', () => resolve(true));
    socket.once('close', () => resolve(false));
    socket.on('error', () => resolve(false)).once('close', () => clearTimeout(timer));
  }).finally(() => socket.destroy());
}

/** No certificate is checked: nothing is sent that is a secret, and nothing that comes is used. */
function connectionTo(uri: string): { readonly socket: Socket; readonly isTls: boolean } {
  const { hostname, port } = new URL(uri.replace(/^[\w+]+:/, 'http:'));
  const host = hostname.replace(/^\[|\]$/g, '');
  const address = { host, port: Number(port || 7687) };
  if (!/^\w+\+/.test(uri)) return { socket: connect(address), isTls: false };
  const servername = isIP(host) === 0 ? { servername: host } : {};
  return { socket: connectByTls({ ...address, ...servername, rejectUnauthorized: false }), isTls: true };
}
