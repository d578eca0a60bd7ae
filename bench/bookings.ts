/**
 * What a paid booking costs: a whole server in a process of its own, and 1, 8 and 32 buyers who each buy one
 * free seat after another (createBooking with payNow) over HTTP, for a fixed time each.
 *
 *   node bench/bookings.ts [seconds for each round, 10 unless given]
 *
 * Prints bookings per second and the median and 99th percentile of one booking, as seen by the client.
 * Buyers and server share the machine's cores, so this is a lower bound.
 */
import { ServerProcess } from '../tests/support/server-process.ts';
import { gather, openHall } from './support/crowd.ts';
import { percentile } from './support/statistics.ts';

const SEATS = 20_000;
const crowds = [1, 8, 32];
const seconds = Number(process.argv[2] ?? 10);

const server = await ServerProcess.start();
try {
  const hall = await openHall(server.client, SEATS);
  for (const size of crowds) {
    const crowd = await gather([server.client], size, hall);
    report(size, await crowd.buyFor(seconds * 1000));
  }
} finally {
  await server.demolish();
}

function report(crowd: number, durations: readonly number[]): void {
  const at = (share: number) => percentile(durations, share).toFixed(1);
  const perSecond = (durations.length / seconds).toFixed(1);
  console.log(
    `${crowd} buyers: ${perSecond} bookings/s, median ${at(0.5)} ms, p99 ${at(0.99)} ms (${durations.length} in ${seconds} s)`,
  );
}
