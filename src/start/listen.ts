import type { FastifyInstance } from 'fastify';
import { listenForMetrics } from '../server/metrics/endpoint.js';
import type { Metrics } from '../server/metrics/metrics.js';
import { SettingsError, type Settings } from '../settings/settings.js';

/** Listens on the address of the settings. Throws a SettingsError with what is wrong with it. */
export async function listen(app: FastifyInstance, { port, host }: Settings): Promise<string> {
  try {
    return await app.listen({ port, host });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EADDRINUSE')
      throw new SettingsError(`Port ${port} is in use: set PORT to another one, or stop what listens there.`);
    if (code === 'EACCES') throw new SettingsError(`Port ${port} may not be used by this user: set PORT to one above 1023.`);
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new SettingsError(`HOST ${host} is not an address of this machine: set HOST to 127.0.0.1 or 0.0.0.0.`);
    throw error;
  }
}

/** Serves the metrics on an address of their own. Throws a SettingsError with what is wrong with it. */
export async function serveMetrics(metrics: Metrics, address: { host: string; port: number }): Promise<void> {
  try {
    await listenForMetrics(metrics, address);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      `The metrics cannot be served on ${address.host}:${address.port} (${code}): set POLICYGRAPH_METRICS to another address, or to off.`,
    );
  }
}
