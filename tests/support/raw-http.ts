/** HTTP byte by byte, for requests that no client library sends. */
import { connect } from 'node:net';

export interface RawAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** All that came, when there was more than one answer. */
  readonly text: string;
}

/** Sends bytes, and reads until the service ends the connection or, with `answers`, until so many have begun. */
export async function sendBytes(url: string, bytes: string | Buffer, { answers = 1 } = {}): Promise<RawAnswer> {
  const { port } = new URL(url);
  const socket = connect(Number(port), '127.0.0.1');
  let text = '';
  await new Promise<void>((resolve, reject) => {
    socket.setTimeout(10_000, () => reject(new Error(`No answer to ${String(bytes).slice(0, 200)}, but ${text}`)));
    socket.on('data', (data) => {
      text += data.toString('latin1');
      if (complete(text) >= answers) resolve();
    });
    socket.on('error', reject);
    socket.on('close', () => resolve());
    socket.write(bytes);
  }).finally(() => socket.destroy());
  return parsed(text);
}

/** How many answers of a known length have come whole; interim ones do not count. */
function complete(text: string): number {
  let [count, rest] = [0, text];
  for (;;) {
    const end = rest.indexOf('\r\n\r\n');
    if (end === -1) return count;
    const head = rest.slice(0, end);
    const length = Number(/^content-length: (\d+)/im.exec(head)?.[1] ?? 0);
    if (rest.length < end + 4 + length) return count;
    if (!head.startsWith('HTTP/1.1 1')) count += 1;
    rest = rest.slice(end + 4 + length);
  }
}

function parsed(text: string): RawAnswer {
  const final = text.replace(/^HTTP\/1\.1 1\d\d [^\r]*\r\n\r\n/, '');
  const end = final.indexOf('\r\n\r\n');
  const [head, body] = [final.slice(0, end), final.slice(end + 4)];
  const [first = '', ...lines] = head.split('\r\n');
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { status: Number(first.split(' ')[1]), headers, body, text };
}
