/** docs/limits.md, generated from the table of limits. */
import { limits } from '../../src/limits.js';
import type { Limit } from '../../src/limits/limit.js';
import { table } from './table.js';

const titles: Readonly<Record<keyof typeof limits, string>> = {
  request: 'Requests',
  document: 'Documents',
  documents: 'Cached documents',
  results: 'Cached answers',
  operation: 'Operations',
  lists: 'Lists',
  search: 'Search',
  meaning: 'Search by meaning',
  walks: 'Paths and neighbourhoods',
  writes: 'Writes',
  imports: 'Imports',
  exports: 'Exports over HTTP',
  reconciliation: 'Reconciliation',
  admission: 'Overload',
  subscriptions: 'Subscriptions',
  agents: 'Agents',
  reading: 'Reading texts',
  commands: 'Commands through the service',
};

/** What clients should do, by group. */
const advice: Readonly<Partial<Record<keyof typeof limits, string>>> = {
  admission:
    'A client is an account, or an address for callers without one (of IPv6, its /64 network). Clients that wait take turns; of one client the cheapest operations come first. Answers from the cache and health do not wait. On `OVERLOADED`, wait for the seconds of `Retry-After` before you send the request again, twice as long after each further refusal, and send fewer requests at once. `POLICYGRAPH_RATE` limits how many requests a client may send: each answer then has `RateLimit` (`r`, what remains, and `t`, the seconds until the count begins again) and `RateLimit-Policy`, and beyond it requests, WebSockets and subscriptions get 429, `RATE_LIMITED`, with `Retry-After`. Requests with an invalid key count for the address; health, metrics and the files of the playground do not count. Each process counts for itself.',
};

export function limitsPage(): string {
  return [
    '# Limits',
    'Every limit of the service. Each response reports what its operation cost in `extensions.cost`: the `nodes` that it read, its `worstCase`, which they never exceed, its `work`, which is what it examined without returning it, the `storeTime` of its statements in milliseconds, and the `bytes` of the answer, both approximate. An operation that would read too many nodes ends before the level that is too large; the error names the field, its `count` and the `first` that fits. What to do about an error is in [Errors](errors.md).',
    ...Object.entries(limits).flatMap(([group, rows]) => [
      `## ${titles[group as keyof typeof limits]}`,
      ...[advice[group as keyof typeof limits] ?? []].flat(),
      table(['limit', 'value', 'default', 'beyond it'], Object.values(rows as Record<string, Limit>).map(row)),
    ]),
    'Generated from `src/limits/` by `UPDATE_DOCS=1 npx vitest run tests/docs`.',
    '',
  ].join('\n\n');
}

function row({ of, value, unit, default: byDefault, beyond, code }: Limit): string[] {
  return [
    of,
    quantity(value, unit),
    byDefault === undefined ? '' : String(byDefault),
    code === undefined ? beyond : `${beyond} \`${code}\``,
  ];
}

function quantity(value: number, unit: string): string {
  const mebibytes = value / 1024 / 1024;
  if (unit === 'bytes' && Number.isInteger(mebibytes)) return `${mebibytes} MiB`;
  return `${value.toLocaleString('en')} ${unit}`;
}
