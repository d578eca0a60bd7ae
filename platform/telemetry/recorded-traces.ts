import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources';
import { BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { TracingOptions } from './tracing-options.ts';

/** OpenTelemetry's SDK with the receivers of spans that are named; it is what the process's API speaks to from now on. */
export function recordTraces(options: TracingOptions): { shutdown(): Promise<void> } {
  const exporters = options.endpoint ? [new BatchSpanProcessor(exporterTo(tracesUrl(options.endpoint)))] : [];
  const provider = new NodeTracerProvider({
    resource: resourceOf(options.serviceName),
    spanProcessors: [...exporters, ...(options.processors ?? [])],
  });
  provider.register();
  return provider;
}

/** The version that all packages of this repository have. */
const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));

/** What OTEL_RESOURCE_ATTRIBUTES and OTEL_SERVICE_NAME say comes last, as OpenTelemetry has it. */
function resourceOf(serviceName: string) {
  return defaultResource()
    .merge(
      resourceFromAttributes({
        'service.namespace': 'parterre',
        'service.name': serviceName,
        'service.instance.id': randomUUID(),
        'service.version': version,
      }),
    )
    .merge(detectResources({ detectors: [envDetector] }));
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
