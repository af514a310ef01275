/** By which addresses clients reach the service: the settings of hosts, of a prefix, and of proxies in front of it. */
import { isIP } from 'node:net';
import { SettingsError } from './settings-error.js';

export interface AddressSettings {
  /** The path in front of every path of the service, such as "/policy"; empty at the root. */
  readonly basePath: string;
  /** The values of `Host` that are served, with a port or for any port; undefined for all. */
  readonly hosts: readonly string[] | undefined;
  /** The proxies whose X-Forwarded headers are believed: how many there are, or their addresses. */
  readonly trustProxy: false | number | readonly string[];
  /** The origins whose pages may use the API, beside the service's own; "*" for all. */
  readonly origins: '*' | readonly string[];
}

type Value = (
  name: 'HOST' | 'POLICYGRAPH_HOSTS' | 'POLICYGRAPH_BASE_PATH' | 'POLICYGRAPH_TRUST_PROXY' | 'POLICYGRAPH_CORS',
) => string;

export const addressSettings = (value: Value): AddressSettings => ({
  basePath: basePath(value('POLICYGRAPH_BASE_PATH')),
  hosts: hosts(value('POLICYGRAPH_HOSTS'), value('HOST')),
  trustProxy: trustProxy(value('POLICYGRAPH_TRUST_PROXY')),
  origins: origins(value('POLICYGRAPH_CORS')),
});

const listOf = (text: string): string[] => text.split(',').map((item) => item.trim());

function basePath(text: string): string {
  const path = text.replace(/\/$/, '');
  const segments = path.split('/').slice(1);
  const isValid = path === '' || (path.startsWith('/') && segments.every((segment) => /^(?!\.{1,2}$)[\w.~-]+$/.test(segment)));
  if (!isValid)
    throw new SettingsError(
      `POLICYGRAPH_BASE_PATH must be a path such as /policy/ (letters, digits and - . _ ~), not "${text}".`,
    );
  return path;
}

const loopback = ['localhost', '127.0.0.1', '[::1]'];
const isLoopback = (host: string): boolean => host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);

/** A page of another site can point a name of its own at this machine, so a service for this machine alone answers to names of it alone. */
function hosts(text: string, listening: string): AddressSettings['hosts'] {
  if (text === '') return isLoopback(listening) ? [...new Set([...loopback, listening.replace('::1', '[::1]')])] : undefined;
  if (text === '*') return undefined;
  const items = listOf(text.toLowerCase());
  const wrong = items.find((item) => !isHost(item));
  if (wrong !== undefined)
    throw new SettingsError(
      `POLICYGRAPH_HOSTS must be * or hosts such as "policy.example.org, localhost:4000", separated by commas; "${wrong}" is not a host.`,
    );
  return items;
}

function isHost(text: string): boolean {
  const [, host = '', port = '0'] = /^(\[[\da-f:.]+\]|[\w.-]+)(?::(\d{1,5}))?$/.exec(text) ?? [];
  return URL.canParse(`http://${host}`) && Number(port) <= 65_535;
}

function trustProxy(text: string): AddressSettings['trustProxy'] {
  if (text === 'false') return false;
  if (/^[1-9]\d?$/.test(text)) return Number(text);
  const proxies = listOf(text);
  const wrong = proxies.find((proxy) => !isNetwork(proxy));
  if (wrong !== undefined)
    throw new SettingsError(
      `POLICYGRAPH_TRUST_PROXY must be false, the number of proxies (1 to 99), or their addresses such as "127.0.0.1, 10.0.0.0/8", not "${text}".`,
    );
  return proxies;
}

/** An address, with the length of its prefix where it is a network; or one of the names that stand for some. */
function isNetwork(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [, address = '', prefix = '1'] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  return bits > 0 && Number(prefix) > 0 && Number(prefix) <= bits;
}

function origins(text: string): AddressSettings['origins'] {
  if (text === '*') return text;
  const items = text === '' ? [] : listOf(text);
  const wrong = items.find((item) => !isOrigin(item));
  if (wrong !== undefined)
    throw new SettingsError(
      `POLICYGRAPH_CORS must be * or origins such as "https://app.example.org, http://localhost:5173", separated by commas; "${wrong}" is not an origin${suggestion(wrong)}`,
    );
  return items;
}

const isOrigin = (text: string): boolean =>
  /^https?:\/\/[^*]+$/.test(text) && URL.canParse(text) && new URL(text).origin === text;

/** Browsers send origins in lower case, without a path and without the scheme's own port. */
function suggestion(text: string): string {
  const url = /^https?:/i.test(text) ? text : /^[\w.-]+\.\w+(?:[:/]|$)/.test(text) ? `https://${text}` : '';
  return URL.canParse(url) && !url.includes('*') ? `: did you mean "${new URL(url).origin}"?` : '.';
}
