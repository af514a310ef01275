import {
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  defaultTextMapGetter,
  diag,
  trace,
  type Context,
  type Span as OtelSpan,
  type Tracer,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BasicTracerProvider, BatchSpanProcessor } from '@opentelemetry/sdk-trace-base';
import type { Logger } from 'pino';
import type { Span, Tracing } from './spans.js';

export interface TracingSettings {
  /** The address of an OTLP receiver, such as http://127.0.0.1:4318. */
  readonly endpoint: string;
  readonly serviceName: string;
}

/** How long one batch may take, and what is left at the end, in milliseconds. */
const exportTimeout = 2_000;

/** Sends traces to a receiver. The other variables of OpenTelemetry, such as OTEL_TRACES_SAMPLER and OTEL_EXPORTER_OTLP_HEADERS, are read by its library. */
export function openTracing({ endpoint, serviceName }: TracingSettings, logger: Logger): Tracing {
  const failed = (message: string) => logger.warn({ reason: message }, 'Traces cannot be sent');
  const ignored = () => undefined;
  diag.setLogger({ error: failed, warn: ignored, info: ignored, debug: ignored, verbose: ignored }, DiagLogLevel.ERROR);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces`, timeoutMillis: exportTimeout });
  const provider = new BasicTracerProvider({
    resource: resourceFromAttributes({ 'service.name': serviceName }),
    spanProcessors: [new BatchSpanProcessor(exporter, { exportTimeoutMillis: exportTimeout })],
  });
  const tracer = provider.getTracer('policygraph');
  const propagator = new W3CTraceContextPropagator();
  return {
    begin: (name, headers, attributes) => {
      const parent = propagator.extract(ROOT_CONTEXT, headers, defaultTextMapGetter);
      return spanOf(tracer, tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, parent), parent);
    },
    close: () => provider.shutdown(),
  };
}

function spanOf(tracer: Tracer, span: OtelSpan, parent: Context): Span {
  return {
    child: (name, attributes) => {
      const context = trace.setSpan(parent, span);
      const kind = 'db.system.name' in attributes ? SpanKind.CLIENT : SpanKind.INTERNAL;
      return spanOf(tracer, tracer.startSpan(name, { kind, attributes }, context), context);
    },
    end: ({ name, attributes = {}, failure }) => {
      if (name !== undefined) span.updateName(name);
      span.setAttributes(attributes);
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR }).setAttribute('error.type', failure);
      span.end();
    },
  };
}
