/** The nginx of deploy/nginx.conf, in front of a service of a test. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const program = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/bin/nginx', '/opt/homebrew/bin/nginx'].find(existsSync);

/** Where CI has no nginx, the tests fail rather than pass unseen. */
export const hasNginx = program !== undefined || process.env['CI'] === 'true';
if (!hasNginx) console.log('The service is not tested behind nginx: it is not installed.');

const shipped = readFileSync(fileURLToPath(new URL('../../deploy/nginx.conf', import.meta.url)), 'utf8');

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts it in front of a port. `strip` takes the prefix off the paths that the service gets. */
export async function startNginx(port: number, servicePort: number, strip: boolean): Promise<{ stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'policygraph-nginx-'));
  const site = shipped
    .replace('server 127.0.0.1:4000;', `server 127.0.0.1:${servicePort};`)
    .replace('listen 80;', `listen 127.0.0.1:${port};`)
    .replace('proxy_pass http://policygraph;', strip ? 'proxy_pass http://policygraph/;' : 'proxy_pass http://policygraph;');
  // By default its workers have another user, which may not write there.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const folders = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`);
  writeFileSync(
    join(folder, 'nginx.conf'),
    `${user} daemon off; pid ${folder}/pid; error_log stderr warn; events {} http { access_log off; ${folders.join(' ')} ${site} }`,
  );
  const child = spawn(program ?? 'nginx', ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const ended = once(child, 'close');
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  await vi
    .waitFor(() => fetch(`http://127.0.0.1:${port}/`), { timeout: 10_000, interval: 20 })
    .catch(async () => {
      await stop();
      throw new Error(`nginx did not start: ${errors}`);
    });
  return { stop };
}
