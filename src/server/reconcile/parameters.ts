/** Parameters of the address, and JSON in them. */
import type { FastifyRequest } from 'fastify';
import { GraphError } from '../../graph/errors.js';
import { invalid, suggestions } from '../../reconcile/input.js';
import type { Typed } from '../../reconcile/suggest.js';
import { mostSuggested } from '../../reconcile/suggest.js';
import { mustBeBounded, mustReadOneWay } from '../body.js';
import { languagesOf } from '../../reconcile/languages.js';

/** The JSON of a parameter or field of a form. Throws BAD_REQUEST. */
export function parsed(json: string, name: string): unknown {
  mustBeBounded(Buffer.from(json));
  mustReadOneWay(json);
  try {
    return JSON.parse(json) as unknown;
  } catch {
    throw new GraphError('BAD_REQUEST', `"${name}" is not JSON: send ${examples[name] ?? 'JSON'}.`);
  }
}

const examples: Readonly<Record<string, string>> = {
  queries: 'queries={"q0": {"query": "Guangdong", "type": "Region"}}',
  extend: 'extend={"ids": ["region:CN-GD"], "properties": [{"id": "parent"}]}',
};

/** A parameter of the address that is given once; undefined where it is left out. */
export function parameterOf(request: FastifyRequest, name: string): string | undefined {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  if (value === undefined || typeof value === 'string') return value;
  throw invalid(`The parameter "${name}" must be given once.`);
}

/** A whole number of the address from 0 to a limit. */
export function numberOf(request: FastifyRequest, name: string, least: number, most: number): number | undefined {
  const value = parameterOf(request, name);
  if (value === undefined || value === '') return undefined;
  if (!/^\d{1,9}$/.test(value) || Number(value) < least || Number(value) > most)
    throw invalid(
      `"${name}" must be a whole number from ${least} to ${most.toLocaleString('en')}, and is ${JSON.stringify(value.slice(0, 50))}.`,
    );
  return Number(value);
}

/** What was typed so far. Version 0.2 calls the offset a cursor. Parameters that clients add of their own, such as "_", are ignored. */
export function typedBy(request: FastifyRequest): Typed {
  const prefix = parameterOf(request, 'prefix');
  if (prefix === undefined) throw invalid('The parameter "prefix" is missing: send what was typed so far, such as prefix=Guang.');
  return {
    prefix,
    type: parameterOf(request, 'type') || undefined,
    limit: numberOf(request, 'limit', 1, suggestions.value) ?? suggestions.default,
    offset: numberOf(request, 'offset', 0, mostSuggested) ?? numberOf(request, 'cursor', 0, mostSuggested) ?? 0,
    languages: languagesWanted(request),
  };
}

export const languagesWanted = ({ headers }: FastifyRequest): readonly string[] => languagesOf(headers['accept-language']);
