import type { SpanProcessor } from '@opentelemetry/sdk-trace-base';

export interface TracingOptions {
  /** Name of this process in the traces: "parterre", "gateway", "tickets". */
  readonly serviceName: string;
  /** Where spans are sent by OTLP over HTTP (OTEL_EXPORTER_OTLP_ENDPOINT); absent: nowhere. */
  readonly endpoint?: string;
  /** Further receivers of spans; tests read them from memory. */
  readonly processors?: readonly SpanProcessor[];
}
