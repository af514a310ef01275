/** Traces as the service writes them; tracing.ts sends them by OpenTelemetry, which is loaded only when there is an endpoint. */
import type { IncomingHttpHeaders } from 'node:http';

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export interface Span {
  /** A span inside this one. */
  readonly child: (name: string, attributes: Attributes) => Span;
  /** Ends it, by default under the name that it began with; `failure` is the code of its error. */
  readonly end: (ending: {
    readonly name?: string;
    readonly attributes?: Attributes;
    readonly failure?: string | undefined;
  }) => void;
}

export interface Tracing {
  /** The span of a request, inside the trace that its header `traceparent` names. */
  readonly begin: (name: string, headers: IncomingHttpHeaders, attributes: Attributes) => Span;
  /** Sends what is left. */
  readonly close: () => Promise<void>;
}
