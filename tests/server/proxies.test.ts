/** Whose word is taken for the address of a client. */
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/server/app.js';
import type { AddressSettings } from '../../src/settings/address-settings.js';

const forged = {
  host: 'localhost',
  'x-forwarded-for': '203.0.113.9, 10.0.0.1',
  'x-forwarded-host': 'evil.example, policy.example.org',
  'x-forwarded-proto': 'https',
};

async function seen(trustProxy: AddressSettings['trustProxy'], remoteAddress: string) {
  const app = await createApp(
    {},
    { logger: pino({ level: 'silent' }), address: { basePath: '', hosts: undefined, trustProxy, origins: [] } },
  );
  app.get('/health/caller', async ({ ip, host, protocol }) => [ip, host, protocol]);
  const response = await app.inject({ url: '/health/caller', headers: forged, remoteAddress });
  await app.close();
  return response.json() as string[];
}

const itself = (address: string) => [address, 'localhost', 'http'];

describe('the address of a client', () => {
  it.each<[AddressSettings['trustProxy'], string, string[]]>([
    [false, '127.0.0.1', itself('127.0.0.1')],
    [['10.0.0.0/8'], '192.0.2.7', itself('192.0.2.7')],
    [['10.0.0.0/8'], '10.0.0.7', ['203.0.113.9', 'policy.example.org', 'https']],
    [['10.0.0.7'], '10.0.0.7', ['10.0.0.1', 'policy.example.org', 'https']],
    [['loopback'], '::1', ['10.0.0.1', 'policy.example.org', 'https']],
    [1, '192.0.2.7', ['10.0.0.1', 'policy.example.org', 'https']],
    [2, '192.0.2.7', ['203.0.113.9', 'policy.example.org', 'https']],
  ])('with the proxies %j and a connection from %s is %j', async (trustProxy, remoteAddress, address) => {
    expect(await seen(trustProxy, remoteAddress)).toEqual(address);
  });
});

describe('hosts', () => {
  const status = async (hosts: string[] | undefined, host: string, url = '/graphql?query={__typename}') => {
    const address = { basePath: '/policy', hosts, trustProxy: false as const, origins: [] };
    const app = await createApp({}, { logger: pino({ level: 'silent' }), address });
    const { statusCode } = await app.inject({ url, headers: { host } });
    await app.close();
    return statusCode;
  };

  it.each([
    [['policy.example.org'], 'policy.example.org', 503],
    [['policy.example.org'], 'Policy.Example.ORG:8080', 503],
    [['policy.example.org:80'], 'policy.example.org', 421],
    [['policy.example.org:80'], 'policy.example.org:80', 503],
    [['policy.example.org'], 'x.policy.example.org', 421],
    [['policy.example.org'], 'policy.example.org.', 421],
    [['policy.example.org'], 'localhost', 421],
    [undefined, 'anything.example', 503],
  ])('%j serve %s with %i', async (hosts, host, expected) => expect(await status(hosts, host)).toBe(expected));

  it.each(['/', '/policy', '/policy/', '/playground/x', '/policy/graphql/stream', '/nowhere', '/import'])(
    'guard %s',
    async (url) => {
      expect(await status(['policy.example.org'], 'evil.example', url)).toBe(421);
    },
  );
});
