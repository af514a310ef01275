/** A client of both versions, which sends what OpenRefine and the test bench of the working group send. */
import { expect } from 'vitest';
import type { Service } from '../../support/service.js';
import { broken } from './schemas.js';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly score: number;
  readonly match: boolean;
  readonly type: readonly { readonly id: string }[];
  readonly features: readonly { readonly id: string; readonly value: number | boolean }[];
}

export const clientOf = (service: () => Service, headers: Readonly<Record<string, string>> = {}) => {
  const read = async (path: string, init: RequestInit = {}) => {
    const response = await fetch(`${service().url}/reconcile${path}`, {
      ...init,
      headers: { ...headers, ...(init.headers as object) },
    });
    const text = await response.text();
    return { response, text, json: () => JSON.parse(text) as any };
  };
  const form = (fields: Readonly<Record<string, unknown>>): RequestInit => ({
    method: 'POST',
    body: new URLSearchParams(Object.entries(fields).map(([name, value]) => [name, JSON.stringify(value)])),
  });
  const json = (body: unknown): RequestInit => ({
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  /** The answer to a message that both sides write as the version requires. */
  const valid = async (version: '0.2' | '1.0-draft', message: string, answer: Awaited<ReturnType<typeof read>>) => {
    expect([answer.response.status, answer.text]).toEqual([200, expect.any(String)]);
    expect(broken(version, message, answer.json())).toEqual([]);
    return answer.json();
  };
  return {
    read,
    form,
    json,
    valid,
    /** The candidates of queries of version 0.2, by the names of the queries. */
    match: async (queries: object): Promise<Readonly<Record<string, readonly Candidate[]>>> => {
      expect(broken('0.2', 'queries', queries)).toEqual([]);
      const results = (await valid('0.2', 'results', await read('', form({ queries })))) as Record<
        string,
        { result: Candidate[] }
      >;
      return Object.fromEntries(Object.entries(results).map(([name, { result }]) => [name, result]));
    },
    /** The candidates of queries of version 1.0, in their order. */
    matchListed: async (queries: readonly object[]): Promise<readonly (readonly Candidate[])[]> => {
      expect(broken('1.0-draft', 'queries', { queries })).toEqual([]);
      const { results } = (await valid('1.0-draft', 'results', await read('/match', json({ queries })))) as {
        results: { candidates: Candidate[] }[];
      };
      return results.map(({ candidates }) => candidates);
    },
  };
};

/** The one that the service is sure of. */
export const sure = (candidates: readonly Candidate[] = []): string | undefined => candidates.find(({ match }) => match)?.id;
export const feature = ({ features }: Candidate, id: string) => features.find((each) => each.id === id)?.value;
