/** Version 0.2 sends JSON in a field of a form, or in a parameter of the address. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { GraphError } from '../../graph/errors.js';
import { meant } from '../../graph/search/meant.js';
import { invalid } from '../../reconcile/input.js';
import { quoted } from '../../reconcile/questions.js';
import { parameterOf, parsed } from './parameters.js';

const badRequest = (message: string) => new GraphError('BAD_REQUEST', message);
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Takes forms besides JSON, at the routes of this scope only. */
export function addForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer' },
    async (_: FastifyRequest, body: Buffer) => {
      try {
        return new URLSearchParams(utf8.decode(body));
      } catch (cause) {
        throw new GraphError('BAD_REQUEST', 'The form is not UTF-8.', { cause });
      }
    },
  );
}

const names = ['queries', 'extend'] as const;

/** What is asked, as the JSON of the one field that has it; undefined where nothing is. */
export function fieldOf(request: FastifyRequest): { readonly name: (typeof names)[number]; readonly value: unknown } | undefined {
  const { body } = request;
  if (request.method === 'POST' && !(body instanceof URLSearchParams))
    throw badRequest(
      'POST here takes a form (application/x-www-form-urlencoded) with "queries" or "extend". Version 1.0 sends JSON, to /reconcile/match and /reconcile/extend.',
    );
  const form = body instanceof URLSearchParams ? body : new URLSearchParams();
  for (const name of [...form.keys(), ...Object.keys(request.query as object)]) mustBeKnown(name);
  const found = names.flatMap((name) =>
    [...form.getAll(name), ...[parameterOf(request, name) ?? []].flat()].map((json) => ({ name, json })),
  );
  if (found.length > 1) throw invalid('Send one of "queries" and "extend", once.');
  const [field] = found;
  return field && { name: field.name, value: parsed(field.json, field.name) };
}

/** "_" is what libraries add so that nothing is cached. */
function mustBeKnown(name: string): void {
  if (name === '_' || names.some((each) => each === name)) return;
  throw invalid(
    `Unknown parameter ${quoted(name)} of /reconcile.${meant(name, names) || ' It takes "queries" or "extend", and none for the manifest.'}`,
  );
}

/** The JSON of a body of version 1.0. */
export function jsonOf({ body, routeOptions }: FastifyRequest): unknown {
  if (body instanceof URLSearchParams || body === undefined || body === null)
    throw badRequest(`POST ${routeOptions.url} takes JSON (application/json). Version 0.2 sends forms, to /reconcile.`);
  return body;
}
