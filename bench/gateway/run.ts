/**
 * What a request costs in Parterre's gateway and in others, side by side:
 *
 *   node bench/gateway/run.ts [--only "Parterre,stock local"] [--queries product,tiny] [--rounds 3]
 *                             [--warm 3] [--seconds 5] [--connections 32]
 *
 * Gateways run on core 0, load and remote subgraphs on core 1 (taskset). Each round starts every gateway once, in
 * random order, and puts all queries to it in random order: with different variables each time, and with the
 * same. Every answer is compared. Prints tables in Markdown and what this run says about the goals; keeps the
 * raw figures below .cache/bench.
 */
import { parseArgs } from 'node:util';
import { type PinnedProcess, startPinnedNode } from '../support/pinned-process.ts';
import { peakResidentBytes } from '../support/process-usage.ts';
import { keepRaw } from '../support/report.ts';
import { shuffled } from '../support/statistics.ts';
import { type Contender, contenders } from './contenders.ts';
import { queries } from './graph.ts';
import type { LoadOrder, LoadResult } from './load.ts';
import { type Measurement, summary } from './summary.ts';

const GATEWAY_CORE = 0;
const LOAD_CORE = 1;

const { values: wanted } = parseArgs({
  options: {
    only: { type: 'string', default: contenders.map(({ name }) => name).join(',') },
    queries: { type: 'string', default: queries.map(({ name }) => name).join(',') },
    rounds: { type: 'string', default: '3' },
    warm: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    connections: { type: 'string', default: '32' },
  },
});

const chosen = contenders.filter(({ name }) => wanted.only.split(',').includes(name));
for (const { name, missing } of chosen) if (missing) console.log(`Left out: ${name}, ${missing}.`);
const able = chosen.filter(({ missing }) => !missing);
const tasks = queries
  .filter(({ name }) => wanted.queries.split(',').includes(name))
  .flatMap(({ name }) => (['different', 'alike'] as const).map((variables) => ({ query: name, variables })));

const measurements: Measurement[] = [];
const load = startPinnedNode(LOAD_CORE, new URL('load.ts', import.meta.url));
const subgraphs = startPinnedNode(LOAD_CORE, new URL('subgraph-server.ts', import.meta.url));
try {
  const [, { port }] = await Promise.all([load.message(), subgraphs.message<{ port: number }>()]);
  for (let round = 1; round <= Number(wanted.rounds); round += 1) {
    for (const contender of shuffled(able)) await runContender(contender, round, subgraphs, port);
  }
} finally {
  await Promise.all([load.stop(), subgraphs.stop()]);
}
console.log(summary(measurements));
console.log(`\nRaw figures: ${keepRaw('gateway', { options: wanted, measurements })}`);

/** Puts every task to one gateway; it is started for that and stopped after it. */
async function runContender(contender: Contender, round: number, subgraphs: PinnedProcess, port: number) {
  const { process: gateway, url } = await contender.start(GATEWAY_CORE, port);
  try {
    for (const task of shuffled(tasks)) {
      const result = await order({
        ...task,
        url,
        connections: Number(wanted.connections),
        warmMs: Number(wanted.warm) * 1000,
        measuredMs: Number(wanted.seconds) * 1000,
        gatewayPid: gateway.pid,
        subgraphsPid: contender.isRemote ? subgraphs.pid : null,
      });
      const peakMiB = peakResidentBytes(gateway.pid) / 2 ** 20;
      measurements.push({ round, gateway: contender.name, ...task, ...result, peakMiB });
      console.error(
        `round ${round}, ${contender.name}, ${task.query}, ${task.variables}: ${result.gatewayCpuMs.toFixed(3)} ms`,
      );
    }
  } finally {
    await gateway.stop();
  }
}

async function order(command: LoadOrder): Promise<LoadResult> {
  load.child.send(command);
  const answer = await load.message<{ result: LoadResult } | { error: string }>();
  if ('result' in answer) return answer.result;
  throw new Error(`the load on ${command.url} failed: ${answer.error}`);
}
