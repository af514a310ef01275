import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openTracing } from '../../src/server/telemetry/tracing.js';
import { engines } from '../support/engines.js';
import { otlpReceiver } from '../support/otlp-receiver.js';
import { serve } from '../support/service.js';

describe.each(engines)('traces on $name', ({ name, empty }) => {
  it('have a span of the request, its operation and its statements, and nothing that it was sent', async () => {
    const receiver = await otlpReceiver();
    const graph = await empty();
    const tracing = openTracing({ endpoint: receiver.url, serviceName: 'test' }, pino({ level: 'silent' }));
    const service = await serve(graph, { tracing });
    const [traceId, parent] = ['4bf92f3577b34da6a3ce929d0e0e4736', '00f067aa0ba902b7'];
    const query = 'query Traced($id: ID!) { region(id: $id) { name } }';
    await service.ask(query, { id: 'region:sesame' }, { traceparent: `00-${traceId}-${parent}-01` });
    await service.ask('query Failing { nothing }');
    await service.close();
    await tracing.close();
    receiver.close();
    await graph.close();

    const { spans, texts } = receiver;
    const request = spans.find((span) => span.traceId === traceId && span.name === 'POST /graphql');
    expect(request).toMatchObject({
      parentSpanId: parent,
      attributes: { 'http.request.method': 'POST', 'http.route': '/graphql', 'http.response.status_code': 200 },
    });
    const operation = spans.find(({ parentSpanId }) => parentSpanId === request?.spanId);
    expect(operation).toMatchObject({
      name: 'query Traced',
      traceId,
      attributes: { 'graphql.operation.name': 'Traced', 'graphql.operation.type': 'query' },
    });
    const statements = spans.filter(({ parentSpanId }) => parentSpanId === operation?.spanId);
    expect(statements.length).toBeGreaterThan(0);
    const system = name.startsWith('neo4j') ? 'neo4j' : 'grafeo';
    for (const { attributes, name: statement } of statements)
      expect(attributes).toMatchObject({
        'db.system.name': system,
        'db.system': system,
        'db.operation': 'read',
        'db.query.summary': statement,
      });
    const failed = spans.find((span) => span.traceId !== traceId && span.name === 'POST /graphql');
    expect(failed).toMatchObject({ status: { code: 2 }, attributes: { 'error.type': 'GRAPHQL_VALIDATION_FAILED' } });
    expect(texts.join('')).toContain('/v1/traces');
    expect(texts.join('')).not.toMatch(/sesame|region\(id|MATCH/);
  });
});
