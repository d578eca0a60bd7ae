import { Counter, collectDefaultMetrics, Gauge, type Histogram, Registry } from 'prom-client';

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

/** What each gauge of ages knows, to be forgotten by `resetMetrics`. */
const ages = new Set<{ clear(): void }>();

/** A gauge in seconds that counts on by itself between two calls of `since`. Same rules as `counter`. */
export function ageGauge<Label extends string>(
  name: string,
  help: string,
  labelNames: readonly Label[],
): AgeGauge<Label> {
  const known = new Map<string, { readonly labels: Readonly<Record<Label, string>>; at: Date | null }>();
  ages.add(known);
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
): Spread<Label> {
  const known = spreads.get(name);
  if (known) return known as Spread<Label>;
  const made = new Spread<Label>(name, help, labels, buckets);
  spreads.set(name, made);
  // The registry asks for no more than the name, and what `get` answers.
  registry.registerMetric(made as unknown as Histogram);
  return made;
}

type LabelsOf<Label extends string> = Readonly<Record<Label, string>>;

/** What was observed of one set of labels. */
export interface Series {
  observe(value: number): void;
}

const spreads = new Map<string, Spread<string>>();

/**
 * A histogram of which whoever observes often keeps a series: counting is then an addition. prom-client's own
 * makes a text of the labels for every value, and a dozen values are observed for each request.
 */
export class Spread<Label extends string> {
  readonly name: string;
  readonly #help: string;
  readonly #labels: readonly Label[];
  readonly #bounds: readonly number[];
  readonly #series = new Map<string, CountedSeries<Label>>();

  constructor(name: string, help: string, labels: readonly Label[], bounds: readonly number[]) {
    this.name = name;
    this.#help = help;
    this.#labels = labels;
    this.#bounds = bounds;
  }

  /** The same series for the same labels. */
  series(labels: LabelsOf<Label>): Series {
    const key = this.#labels.map((label) => `${labels[label].length}:${labels[label]}`).join('');
    const known = this.#series.get(key);
    if (known) return known;
    const made = new CountedSeries(labels, this.#bounds);
    this.#series.set(key, made);
    return made;
  }

  /** Counts from nothing again; whoever keeps a series goes on with it. */
  reset(): void {
    for (const series of this.#series.values()) series.reset();
  }

  /** What prom-client renders: for each series the buckets, each with those before it, the sum and the count. */
  async get() {
    return {
      name: this.name,
      help: this.#help,
      type: 'histogram',
      aggregator: 'sum',
      values: [...this.#series.values()].flatMap((series) => [...series.lines(this.name)]),
    };
  }
}

class CountedSeries<Label extends string> implements Series {
  readonly #labels: LabelsOf<Label>;
  readonly #bounds: readonly number[];
  readonly #counts: Float64Array;
  #sum = 0;

  constructor(labels: LabelsOf<Label>, bounds: readonly number[]) {
    this.#labels = labels;
    this.#bounds = bounds;
    // The last is for what lies above every bound.
    this.#counts = new Float64Array(bounds.length + 1);
  }

  observe(value: number): void {
    const bounds = this.#bounds;
    let index = 0;
    while (index < bounds.length && value > (bounds[index] ?? 0)) index += 1;
    this.#counts[index] = (this.#counts[index] ?? 0) + 1;
    this.#sum += value;
  }

  reset(): void {
    this.#counts.fill(0);
    this.#sum = 0;
  }

  *lines(name: string) {
    const labels = this.#labels;
    let count = 0;
    for (const [index, each] of this.#counts.entries()) {
      count += each;
      const le = this.#bounds[index] ?? '+Inf';
      yield { metricName: `${name}_bucket`, labels: { le, ...labels }, value: count };
    }
    yield { metricName: `${name}_sum`, labels: { ...labels }, value: this.#sum };
    yield { metricName: `${name}_count`, labels: { ...labels }, value: count };
  }
}

/** Adds memory, event loop and garbage collection of this process. Call once, at start. */
export function collectProcessMetrics(): void {
  if (registry.getSingleMetric('process_cpu_seconds_total')) return;
  collectDefaultMetrics({ register: registry });
}

/** Counts from nothing again: for tests, which share a process. */
export function resetMetrics(): void {
  for (const known of ages) known.clear();
  registry.resetMetrics();
}

/** Everything counted so far, in Prometheus' text format. */
export async function renderMetrics(): Promise<{ readonly contentType: string; readonly body: string }> {
  return { contentType: registry.contentType, body: await registry.metrics() };
}
