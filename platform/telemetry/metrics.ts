import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

/** The one registry of this process; `GET /metrics` renders it. */
const registry = new Registry();

/** Seconds, from a point read to the longest request that is allowed. */
const defaultBuckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/**
 * Counts what only grows. Asking again for the same name gives the same counter. Labels must come from a
 * closed set: never an id, never a text from a client.
 */
export function counter<Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
): Counter<Label> {
  const known = registry.getSingleMetric(name);
  if (known instanceof Counter) return known as Counter<Label>;
  return new Counter({ name, help, labelNames: labels, registers: [registry] });
}

/** A value that rises and falls. Same rules as `counter`. */
export function gauge<Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
): Gauge<Label> {
  const known = registry.getSingleMetric(name);
  if (known instanceof Gauge) return known as Gauge<Label>;
  return new Gauge({ name, help, labelNames: labels, registers: [registry] });
}

/** How long something has lasted, by label; it grows at every scrape, whether anybody looks or not. */
export interface AgeGauge<Label extends string> {
  /** Since when; null when nothing lasts, which shows as 0. */
  since(labels: Readonly<Record<Label, string>>, at: Date | null): void;
}

/** A gauge in seconds that counts on by itself between two calls of `since`. Same rules as `counter`. */
export function ageGauge<Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
): AgeGauge<Label> {
  const known = new Map<string, { readonly labels: Readonly<Record<Label, string>>; at: Date | null }>();
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    collect() {
      for (const { labels, at } of known.values()) {
        this.set(labels, at ? Math.max(0, Date.now() - at.getTime()) / 1000 : 0);
      }
    },
  });
  return {
    since(labels, at) {
      known.set(labelNames.map((label) => labels[label]).join('\n'), { labels, at });
    },
  };
}

/** How values are spread; seconds unless the name says otherwise. Same rules as `counter`. */
export function histogram<Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
  buckets: readonly number[] = defaultBuckets,
): Histogram<Label> {
  const known = registry.getSingleMetric(name);
  if (known instanceof Histogram) return known as Histogram<Label>;
  return new Histogram({ name, help, labelNames: labels, buckets: [...buckets], registers: [registry] });
}

/** Adds memory, event loop and garbage collection of this process. Call once, at start. */
export function collectProcessMetrics(): void {
  if (registry.getSingleMetric('process_cpu_seconds_total')) return;
  collectDefaultMetrics({ register: registry });
}

/** Everything counted so far, in Prometheus' text format. */
export async function renderMetrics(): Promise<{ readonly contentType: string; readonly body: string }> {
  return { contentType: registry.contentType, body: await registry.metrics() };
}
