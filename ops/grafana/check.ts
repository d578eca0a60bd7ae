import { parseArgs } from 'node:util';
import type { Prometheus } from '../prometheus/query.ts';
import { createPrometheus } from '../prometheus/query.ts';
import { findPrometheus, startPrometheus, type Targets } from '../prometheus/start-prometheus.ts';
import { dashboardQueries } from './dashboards.ts';

/**
 * Runs every query of the dashboards against a real Prometheus, and looks whether every rule can be evaluated:
 *
 *   node ops/grafana/check.ts --prometheus http://localhost:9090
 *   node ops/grafana/check.ts --scrape parterre=127.0.0.1:4000            (starts a Prometheus for as long as it takes)
 *
 * What is scraped should have answered a few operations, sold a ticket and hold another one unpaid. Exit code 0: all queries answer; 1: some do
 * not; 2: called wrongly, or there is no Prometheus.
 */

/** What may well have no series: it is told by some installations only, or once something has gone wrong. */
const mayBeSilent = [
  'parterre_subgraph_circuit_open',
  'parterre_audit_violations',
  'parterre_audit_age_seconds',
  'parterre_gateway_rate_limited_total',
  'parterre_gateway_watchers',
  'outcome!="ok"',
];
/** A rate needs two scrapes, and figures that are read from tables come every 15 s. */
const PATIENCE_MS = 90_000;
const LOOK_EVERY_MS = 2_000;

export interface CheckedQueries {
  readonly answered: number;
  /** Each with what is wrong. */
  readonly faults: readonly string[];
}

/** Asks until every query that has to answer does, or for a minute and a half. */
export async function checkDashboards(
  prometheus: Prometheus,
  patienceMs = PATIENCE_MS,
): Promise<CheckedQueries> {
  const until = Date.now() + patienceMs;
  let open = dashboardQueries();
  const all = open.length;
  let faults: string[] = [];
  for (;;) {
    const outcomes = await Promise.all(
      open.map(async (query) => ({ query, fault: await faultOf(prometheus, query.expr) })),
    );
    const failed = outcomes.filter(({ fault }) => fault !== undefined);
    open = failed.map(({ query }) => query);
    faults = failed.map(({ query, fault }) => `${query.place}: ${fault}, of ${query.expr}`);
    if (open.length === 0 || Date.now() > until) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  const rules = await prometheus.brokenRules();
  return { answered: all - open.length, faults: [...faults, ...rules.map((rule) => `the rule ${rule}`)] };
}

async function faultOf(prometheus: Prometheus, expr: string): Promise<string | undefined> {
  try {
    const samples = await prometheus.query(expr);
    return samples.length > 0 || mayBeSilent.some((text) => expr.includes(text)) ? undefined : 'no series';
  } catch (error) {
    return (error as Error).message;
  }
}

function targetsOf(pairs: readonly string[]): Targets {
  const targets: Record<string, string[]> = {};
  for (const pair of pairs) {
    const [, job, addresses] = /^([\w-]+)=([\w.:,[\]-]+)$/.exec(pair) ?? [];
    if (!job || !addresses) throw new Error(`expected --scrape tickets=127.0.0.1:9464, got "${pair}"`);
    targets[job] = [...(targets[job] ?? []), ...addresses.split(',')];
  }
  return targets;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { prometheus: { type: 'string' }, scrape: { type: 'string', multiple: true } },
  });
  if (!values.prometheus === !values.scrape) {
    throw new Error('expected either --prometheus <url> or --scrape <job>=<host:port>');
  }
  if (values.prometheus) return tell(await checkDashboards(createPrometheus(values.prometheus)));
  const binary = findPrometheus('prometheus');
  if (!binary) throw new Error('expected Prometheus; npm run ops:verify -- --fetch promtool brings it');
  const prometheus = await startPrometheus(binary, targetsOf(values.scrape ?? []));
  try {
    return tell(await checkDashboards(prometheus));
  } finally {
    await prometheus.stop();
  }
}

function tell({ answered, faults }: CheckedQueries): number {
  console.log(`${answered} queries of the dashboards answered, ${faults.length} faults`);
  for (const fault of faults) console.log(`  ${fault}`);
  return faults.length === 0 ? 0 : 1;
}

if (import.meta.main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(`parterre: ${(error as Error).message}`);
    process.exitCode = 2;
  }
}
