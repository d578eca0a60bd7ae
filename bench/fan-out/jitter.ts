/**
 * Watchers whose connections break all the time:
 *
 *   node bench/fan-out/jitter.ts [--watchers 10000] [--cuts 8] [--changes 120] [--seconds 160] [--away 3]
 *
 * Every watcher is cut so often at random moments within the given seconds, stays away up to `--away` seconds, and
 * comes back by `sinceVersion`, while a buyer buys a seat `--changes` times. Says how much of all changes arrived,
 * by what, and how long coming back takes, from connecting until the watcher holds what anybody held by then.
 * tests/e2e/resume.test.ts is the same with 50 watchers and without figures.
 */
import { parseArgs } from 'node:util';
import type { Return } from '../../tests/support/live-map/map-watcher.ts';
import { ServerProcess } from '../../tests/support/server-process.ts';
import { cpuMs, peakResidentBytes, pidListeningOn } from '../support/process-usage.ts';
import { keepRaw, table } from '../support/report.ts';
import { percentile } from '../support/statistics.ts';
import { Crowd } from './crowd.ts';
import { statesOf, versionsOf } from './measure-server.ts';
import { openSale } from './sale.ts';

const GOAL_REPLAY_MS = 1_000;
/** Sockets of one process of watchers. */
const WATCHERS_PER_PROCESS = 2_500;

const { values: wanted } = parseArgs({
  options: {
    watchers: { type: 'string', default: '10000' },
    cuts: { type: 'string', default: '8' },
    changes: { type: 'string', default: '120' },
    seconds: { type: 'string', default: '160' },
    away: { type: 'string', default: '3' },
    seats: { type: 'string', default: '1000' },
  },
});
const [watchers, cuts, changes, seconds] = [wanted.watchers, wanted.cuts, wanted.changes, wanted.seconds].map(
  Number,
) as [number, number, number, number];

const server = await ServerProcess.startAsInstalled({ RATE_LIMITS: 'off', LOG_LEVEL: 'warn' });
const crowd = new Crowd(Math.max(1, Math.ceil(watchers / WATCHERS_PER_PROCESS)));
try {
  const pid = pidListeningOn(server.port);
  const sale = await openSale(server, 1, Number(wanted.seats));
  await crowd.connect(server.port, sale.eventIds, watchers);
  console.error(`${watchers} watchers are connected; cutting…`);

  const cpuBefore = cpuMs(pid);
  const [returns] = await Promise.all([
    crowd.jitter({ cuts, withinMs: seconds * 1000, awayMs: Number(wanted.away) * 1000 }),
    sale.buy(changes, changes / seconds),
  ]);
  const maps = await sale.maps();
  // Rejects when some do not come to hold the newest map; a gap on the way has made a worker fail before.
  await crowd.untilAt(versionsOf(maps), watchers);
  const cpuCores = (cpuMs(pid) - cpuBefore) / 1000 / seconds;
  const { converged, frames } = await crowd.report(statesOf(maps), {});

  console.log(summary(returns, converged));
  console.log(
    `\nServer: ${cpuCores.toFixed(2)} cores, peak ${(peakResidentBytes(pid) / 2 ** 20).toFixed(0)} MiB, ${frames} deltas sent.`,
  );
  console.log(
    `\nRaw figures: ${keepRaw('jitter', { options: wanted, returns, converged, frames, cpuCores })}`,
  );
} finally {
  crowd.stop();
  await server.demolish();
}

function summary(returns: readonly Return[], converged: number): string {
  const behind = returns.filter(({ missed }) => missed);
  const bySnapshot = behind.filter(({ by }) => by === 'snapshot');
  const times = behind.map(({ caughtUpMs }) => caughtUpMs);
  const p99 = percentile(times, 0.99);
  const figures = table(
    [
      'watchers',
      'cuts',
      'came back',
      'had missed something',
      'by a snapshot',
      'replay p50 ms',
      'p99 ms',
      'longest',
    ],
    [
      [
        watchers,
        watchers * cuts,
        returns.length,
        behind.length,
        bySnapshot.length,
        percentile(times, 0.5).toFixed(0),
        p99.toFixed(0),
        percentile(times, 1).toFixed(0),
      ],
    ],
  );
  // A watcher's map is the newest only when each of the changes has reached it, in order and without a gap.
  const delivered = ((converged / watchers) * 100).toFixed(2);
  return (
    `${figures}\n\nDelivered: ${delivered} % of ${changes} bookings to ${watchers} watchers ` +
    `(goal 100 %: ${converged === watchers ? 'kept' : 'missed'}); replay p99 ${p99.toFixed(0)} ms ` +
    `(goal under ${GOAL_REPLAY_MS} ms: ${p99 < GOAL_REPLAY_MS ? 'kept' : 'missed'}).`
  );
}
