import { renderMetrics } from '../telemetry/metrics.ts';

/** What Prometheus would read of a series of this process now; undefined when there is no such series. */
export async function metricValue(
  name: string,
  labels: Readonly<Record<string, string>> = {},
): Promise<number | undefined> {
  const { body } = await renderMetrics();
  const told = Object.entries(labels).map(([key, value]) => `${key}="${value}"`);
  const series = told.length > 0 ? `${name}{${told.join(',')}}` : name;
  const line = body.split('\n').find((each) => each.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.slice(series.length + 1));
}
