/** Which version of the protocol a client speaks: by its address, or by the media type that it accepts. */
import type { FastifyRequest } from 'fastify';
import type { Version } from '../../reconcile/manifest.js';

export const mediaTypes: Readonly<Record<string, Version>> = {
  'application/reconciliation.v0.2+json': '0.2',
  'application/reconciliation.v1+json': '1.0-draft',
  'application/reconciliation.v1.0-draft+json': '1.0-draft',
};

/** Version 0.2 where a client does not ask for one, since OpenRefine does not; undefined where it asks for unknown versions only. */
export function acceptedVersion({ headers }: FastifyRequest): Version | undefined {
  const asked = (headers.accept ?? '')
    .split(',')
    .map((part) => part.split(';').map((each) => each.trim()))
    .map(([type = '', ...parameters]) => ({ type: type.toLowerCase(), weight: weightOf(parameters) }))
    .filter(({ type, weight }) => type.startsWith('application/reconciliation') && weight > 0)
    .toSorted((a, b) => b.weight - a.weight);
  if (asked.length === 0) return '0.2';
  return asked.map(({ type }) => mediaTypes[type]).find((version) => version !== undefined);
}

function weightOf(parameters: readonly string[]): number {
  const q = parameters.find((each) => each.startsWith('q='));
  return q === undefined ? 1 : Number(q.slice(2));
}
