import {
  type Attributes,
  context,
  isSpanContextValid,
  propagation,
  type Span,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import {
  AlwaysOffSampler,
  BatchSpanProcessor,
  ParentBasedSampler,
  type Sampler,
  type SpanProcessor,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { redactText } from './redact.ts';

export interface TracingOptions {
  /** Name of this process in the traces: "parterre", "gateway", "tickets". */
  readonly serviceName: string;
  /** Where spans are sent by OTLP over HTTP (OTEL_EXPORTER_OTLP_ENDPOINT); absent: nowhere. */
  readonly endpoint?: string;
  /** Further receivers of spans; tests read them from memory. */
  readonly processors?: readonly SpanProcessor[];
  /**
   * The part of traces that begin here and are recorded, from 0 to 1; by default all. A trace that comes from
   * elsewhere is recorded when it was there. Without a receiver nothing is recorded.
   */
  readonly ratio?: number;
}

export interface Tracing {
  /** Sends what has been gathered, then lets go of the process-wide hooks. */
  stop(): Promise<void>;
}

/**
 * Makes spans real for this process. Call once, before the first request. Traces have their number and their
 * traceparent travels whether or not they are recorded; without this call nothing is traced. Recording a span
 * costs some 8 µs, one that is not recorded 2.
 */
export function startTracing(options: TracingOptions): Tracing {
  const exporters = options.endpoint
    ? [new BatchSpanProcessor(new OTLPTraceExporter({ url: tracesUrl(options.endpoint) }))]
    : [];
  const spanProcessors = [...exporters, ...(options.processors ?? [])];
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.serviceName }),
    spanProcessors,
    sampler: samplerFor(spanProcessors.length > 0, options.ratio ?? 1),
  });
  provider.register();
  return {
    async stop() {
      await provider.shutdown();
      trace.disable();
      context.disable();
      propagation.disable();
    },
  };
}

/** Runs `work` inside a span that ends with it; an error marks the span and is thrown on. */
export async function withSpan<Result>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<Result>,
): Promise<Result> {
  // Asked for each time: a tracer that is kept would stay with the provider that was there first.
  return trace.getTracer('parterre').startActiveSpan(name, { attributes }, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      markFailed(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** Marks a span as failed by this error, without what must not leave the house. */
export function markFailed(span: Span, error: unknown): void {
  const known = error instanceof Error ? error : new Error(String(error));
  const message = redactText(known.message);
  span.recordException({ name: known.name, message });
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

/** W3C traceparent of the active span, to send along; undefined where nothing is traced. */
export function currentTraceparent(): string | undefined {
  const carrier: Record<string, string> = {};
  propagation.inject(context.active(), carrier);
  return carrier.traceparent;
}

/** Identifier of the active trace, to quote in logs and to users. */
export function currentTraceId(): string | undefined {
  const spanContext = trace.getActiveSpan()?.spanContext();
  return spanContext && isSpanContextValid(spanContext) ? spanContext.traceId : undefined;
}

/** Runs `work` so that its spans continue the trace of another process. An absent or broken one starts anew. */
export function withRemoteParent<Result>(traceparent: string | undefined, work: () => Result): Result {
  if (traceparent === undefined) return work();
  return context.with(propagation.extract(context.active(), { traceparent }), work);
}

function samplerFor(hasReceiver: boolean, ratio: number): Sampler {
  if (!(ratio >= 0 && ratio <= 1)) throw new Error(`expected a ratio of traces from 0 to 1, got ${ratio}`);
  if (!hasReceiver) return new AlwaysOffSampler();
  return new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(ratio) });
}

function tracesUrl(endpoint: string): string {
  return `${endpoint.replace(/\/$/, '')}/v1/traces`;
}
