/** Version 1.0: batches and rows are lists, in the order of the request. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { columnsOf, metaOf, rowsOf } from '../../reconcile/extend.js';
import { jsonOf } from './forms.js';
import { extensionOf, listedQueriesOf, mustBeFew } from '../../reconcile/input.js';
import { languagesWanted } from './parameters.js';
import { candidatesOf } from '../../reconcile/match.js';
import { admitted, extensionPrice, priceOf, type Operations } from './operation.js';
import { askedOfConditions } from '../../reconcile/questions.js';

export async function listedResults(options: Operations, request: FastifyRequest, reply: FastifyReply) {
  const queries = listedQueriesOf(jsonOf(request));
  mustBeFew(queries.length);
  const batch = queries.map((query, index) => askedOfConditions(query, `queries.${index}`, options.today()));
  const languages = languagesWanted(request);
  const price = batch.map(priceOf).reduce((a, b) => a + b, 0);
  const found = await admitted(options, request, reply, price, (matcher) => candidatesOf(batch, matcher, languages));
  return { results: found.map((candidates) => ({ candidates })) };
}

export async function listedRows(options: Operations, request: FastifyRequest, reply: FastifyReply) {
  const extension = extensionOf(jsonOf(request), '');
  const columns = columnsOf(extension, '');
  const view = { version: '1.0-draft', languages: languagesWanted(request) } as const;
  const rows = await admitted(options, request, reply, extensionPrice(extension, columns), (matcher) =>
    rowsOf(extension, columns, view, matcher.on(options.today())),
  );
  const cellsOf = (cells: (typeof rows)[number][1]) =>
    columns.map(({ property: { id } }, index) => ({ id, values: cells[index] }));
  return { meta: metaOf(extension, columns), rows: rows.map(([id, cells]) => ({ id, properties: cellsOf(cells) })) };
}
