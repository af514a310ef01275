import { isIP, connect, type Socket } from 'node:net';
import { connect as connectByTls } from 'node:tls';

/** The magic number of Bolt, and the newest version that all servers since Neo4j 5 speak: what a client sends first. */
const greeting = Buffer.from('6060b01700000005000000000000000000000000', 'hex');

/** Whether a server accepts a connection, or seems to, and says nothing for so many milliseconds. The driver waits for it without end, and keeps the connection meanwhile. */
export function isSilent(address: string, isTls: boolean, patience: number): Promise<boolean> {
  const socket = connectionTo(address, isTls);
  return new Promise<boolean>((resolve) => {
    const timer = setTimeout(() => resolve(true), patience);
    const speaks = () => resolve(false);
    socket.once(isTls ? 'secureConnect' : 'connect', () => socket.write(greeting));
    socket.once('data', speaks).on('error', speaks);
    socket.once('close', () => {
      clearTimeout(timer);
      speaks();
    });
  }).finally(() => socket.destroy());
}

/** No certificate is checked: nothing is sent that is a secret, and nothing that comes is used. */
function connectionTo(address: string, isTls: boolean): Socket {
  const { hostname, port } = new URL(`http://${address}`);
  const host = hostname.replace(/^\[|\]$/g, '');
  const to = { host, port: Number(port || 80) };
  if (!isTls) return connect(to);
  return connectByTls({ ...to, ...(isIP(host) === 0 ? { servername: host } : {}), rejectUnauthorized: false });
}
