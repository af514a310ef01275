/** Version 0.2: batches are objects, by the names that the client gives its queries. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { columnsOf, metaOf, rowsOf } from '../../reconcile/extend.js';
import { extensionOf, mustBeFew, namedQueriesOf } from '../../reconcile/input.js';
import { languagesWanted } from './parameters.js';
import { candidatesOf } from '../../reconcile/match.js';
import { admitted, extensionPrice, priceOf, type Operations } from './operation.js';
import { askedBy } from '../../reconcile/questions.js';

export async function namedResults(value: unknown, options: Operations, request: FastifyRequest, reply: FastifyReply) {
  const queries = Object.entries(namedQueriesOf(value));
  mustBeFew(queries.length);
  const batch = queries.map(([name, query]) => askedBy(query, `queries.${name}`, options.today()));
  const languages = languagesWanted(request);
  const found = await admitted(options, request, reply, sum(batch.map(priceOf)), (matcher) =>
    candidatesOf(batch, matcher, languages),
  );
  const results = queries.map(([name], index) => [name, { result: found[index]?.map(withoutNames) }] as const);
  return Object.fromEntries(results);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

/** Features have no names in this version. */
const withoutNames = ({ features, ...candidate }: Awaited<ReturnType<typeof candidatesOf>>[number][number]) => ({
  ...candidate,
  features: features.map(({ id, value }) => ({ id, value })),
});

export async function namedRows(value: unknown, options: Operations, request: FastifyRequest, reply: FastifyReply) {
  const extension = extensionOf(value, 'extend');
  const columns = columnsOf(extension, 'extend');
  const view = { version: '0.2', languages: languagesWanted(request) } as const;
  const rows = await admitted(options, request, reply, extensionPrice(extension, columns), (matcher) =>
    rowsOf(extension, columns, view, matcher.on(options.today())),
  );
  const cellsOf = (cells: (typeof rows)[number][1]) =>
    Object.fromEntries(columns.map(({ property }, index) => [property.id, cells[index]]));
  return { meta: metaOf(extension, columns), rows: Object.fromEntries(rows.map(([id, cells]) => [id, cellsOf(cells)])) };
}
