import { table } from '../support/report.ts';
import { median } from '../support/statistics.ts';
import type { LoadOrder, LoadResult } from './load.ts';

/** One query put to one gateway for some seconds. */
export interface Measurement extends LoadResult, Pick<LoadOrder, 'query' | 'variables'> {
  readonly round: number;
  readonly gateway: string;
  /** The most memory that the gateway's process had held by then, whatever it was asked before. */
  readonly peakMiB: number;
}

/** Goals for the product query with different variables: CPU against stock local, and memory. */
const GOAL_RATIO = 0.12;
/** Asking over HTTP, subgraphs included. */
const GOAL_REMOTE_RATIO = 0.25;
const GOAL_MIB = 200;

/** A table for each query and kind of variables (medians of all rounds), and what they say about the goals. */
export function summary(measurements: readonly Measurement[]): string {
  const groups = Map.groupBy(measurements, ({ query, variables }) => `${query} query, requests ${variables}`);
  const parts = [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([title, group]) => `\n### ${title}\n\n${tableOf(group)}`);
  return [...parts, ...goals(measurements)].join('\n');
}

function tableOf(group: readonly Measurement[]): string {
  const gateways = [...Map.groupBy(group, ({ gateway }) => gateway)];
  return table(
    [
      'gateway',
      'CPU ms',
      'subgraphs',
      'together',
      'requests/s',
      'p50 ms',
      'p99 ms',
      'peak MiB',
      'load cores',
    ],
    gateways
      .map(([name, rounds]) => ({ name, ...mediansOf(rounds) }))
      .sort((a, b) => a.together - b.together)
      .map((row) => [
        row.name,
        row.gateway.toFixed(3),
        row.subgraphs === null ? '–' : row.subgraphs.toFixed(3),
        row.together.toFixed(3),
        row.perSecond.toFixed(0),
        row.p50Ms.toFixed(1),
        row.p99Ms.toFixed(1),
        row.peakMiB.toFixed(0),
        row.loadCores.toFixed(2),
      ]),
  );
}

function mediansOf(rounds: readonly Measurement[]) {
  const of = (figure: (measurement: Measurement) => number) => median(rounds.map(figure));
  const isRemote = rounds.every(({ subgraphsCpuMs }) => subgraphsCpuMs !== null);
  const gateway = of(({ gatewayCpuMs }) => gatewayCpuMs);
  const subgraphs = isRemote ? of(({ subgraphsCpuMs }) => subgraphsCpuMs ?? 0) : null;
  return {
    gateway,
    subgraphs,
    together: gateway + (subgraphs ?? 0),
    perSecond: of(({ perSecond }) => perSecond),
    p50Ms: of(({ p50Ms }) => p50Ms),
    p99Ms: of(({ p99Ms }) => p99Ms),
    peakMiB: of(({ peakMiB }) => peakMiB),
    loadCores: of(({ loadCores }) => loadCores),
  };
}

function goals(measurements: readonly Measurement[]): string[] {
  const product = measurements.filter(
    ({ query, variables }) => query === 'product' && variables === 'different',
  );
  const cpuOf = (name: string) =>
    median(product.filter(({ gateway }) => gateway === name).map(({ gatewayCpuMs }) => gatewayCpuMs));
  const ratio = cpuOf('Parterre') / cpuOf('stock local');
  const remote = mediansOf(product.filter(({ gateway }) => gateway === 'Parterre remote'));
  const remoteRatio = remote.together / cpuOf('stock local');
  // The highest of all, since the last query of a round stands on what the ones before have left.
  const peak = Math.max(
    ...measurements.filter(({ gateway }) => gateway === 'Parterre').map(({ peakMiB }) => peakMiB),
  );
  return [
    ...(Number.isFinite(ratio)
      ? [`\nProduct query, Parterre / stock local: ${ratio.toFixed(3)} (${verdict(ratio, GOAL_RATIO)})`]
      : []),
    ...(Number.isFinite(remoteRatio)
      ? [
          `Product query, Parterre remote with subgraphs / stock local: ${remoteRatio.toFixed(3)} (${verdict(remoteRatio, GOAL_REMOTE_RATIO)})`,
        ]
      : []),
    ...(Number.isFinite(peak)
      ? [`Peak memory of Parterre over all queries: ${peak.toFixed(0)} MiB (${verdict(peak, GOAL_MIB)})`]
      : []),
  ];
}

function verdict(figure: number, goal: number): string {
  return `goal at most ${goal}: ${figure <= goal ? 'kept' : 'missed'}`;
}
