import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter, type SpanProcessor } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

export interface TracingOptions {
  /** Name of this process in the traces: "parterre", "gateway", "tickets". */
  readonly serviceName: string;
  /** Where spans are sent by OTLP over HTTP (OTEL_EXPORTER_OTLP_ENDPOINT); absent: nowhere. */
  readonly endpoint?: string;
  /** Further receivers of spans; tests read them from memory. */
  readonly processors?: readonly SpanProcessor[];
}

/** OpenTelemetry's SDK with the receivers of spans that are named; it is what the process's API speaks to from now on. */
export function recordTraces(options: TracingOptions): { shutdown(): Promise<void> } {
  const exporters = options.endpoint ? [new BatchSpanProcessor(exporterTo(tracesUrl(options.endpoint)))] : [];
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': options.serviceName }),
    spanProcessors: [...exporters, ...(options.processors ?? [])],
  });
  provider.register();
  return provider;
}

const EXPORT_FAILED = 1;

/** Loaded only here: with its protobuf it takes several MiB, and spans may be read from memory alone. */
function exporterTo(url: string): SpanExporter {
  const loading = import('@opentelemetry/exporter-trace-otlp-http').then(
    ({ OTLPTraceExporter }) => new OTLPTraceExporter({ url }),
  );
  return {
    export(spans, done) {
      loading.then(
        (exporter) => exporter.export(spans, done),
        (error: Error) => done({ code: EXPORT_FAILED, error }),
      );
    },
    forceFlush: async () => (await loading).forceFlush(),
    shutdown: async () => (await loading).shutdown(),
  };
}

function tracesUrl(endpoint: string): string {
  return `${endpoint.replace(/\/$/, '')}/v1/traces`;
}
