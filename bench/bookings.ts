/**
 * What a paid booking costs: a whole server in a process of its own, and 1, 8 and 32 buyers who each buy one
 * free seat after another (createBooking with payNow) over HTTP, for a fixed time each.
 *
 *   node bench/bookings.ts [seconds for each round, 10 unless given]
 *
 * Prints bookings per second and the median and 99th percentile of one booking, as seen by the client.
 * Buyers and server share the machine's cores, so this is a lower bound.
 */
import { randomUUID } from 'node:crypto';
import { openShow } from '../tests/reliability/open-show.ts';
import type { Client } from '../tests/support/client.ts';
import { type Actor, register, topUp } from '../tests/support/people.ts';
import { ServerProcess } from '../tests/support/server-process.ts';

const SEATS = 20_000;
const crowds = [1, 8, 32];
const seconds = Number(process.argv[2] ?? 10);

const server = await ServerProcess.start();
try {
  const { eventId } = await openShow(server.client, { seats: SEATS, price: '1.00' });
  const seats = await allSeatIds(server.client, eventId);
  for (const crowd of crowds) {
    const buyers = await Promise.all(Array.from({ length: crowd }, () => openBuyer(server.client)));
    report(crowd, await buyFor(seconds * 1000, buyers, eventId, seats));
  }
} finally {
  await server.demolish();
}

async function openBuyer(anyone: Client): Promise<Actor> {
  const buyer = await register(anyone, 'bench');
  await topUp(buyer, '100000.00');
  return buyer;
}

/** Every buyer takes the next seat from one common list until time is up; answers milliseconds of each booking. */
async function buyFor(
  ms: number,
  buyers: readonly Actor[],
  eventId: string,
  seats: string[],
): Promise<number[]> {
  const end = performance.now() + ms;
  const durations: number[] = [];
  await Promise.all(
    buyers.map(async (buyer) => {
      while (performance.now() < end) {
        const seatId = seats.pop();
        if (!seatId) throw new Error(`expected more than ${SEATS} seats for this machine; raise SEATS`);
        const begun = performance.now();
        await buyer.client.act('CreateBooking', {
          eventId,
          seatIds: [seatId],
          payNow: true,
          idempotencyKey: randomUUID(),
        });
        durations.push(performance.now() - begun);
      }
    }),
  );
  return durations.sort((a, b) => a - b);
}

async function allSeatIds(anyone: Client, eventId: string): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { event }: SeatPage = await anyone.ask<SeatPage>('SeatPage', { eventId, first: 100, after });
    ids.push(...event.seatMap.seats.nodes.map((node) => node.seat.id));
    after = event.seatMap.seats.pageInfo.hasNextPage ? event.seatMap.seats.pageInfo.endCursor : null;
  } while (after);
  return ids;
}

interface SeatPage {
  readonly event: {
    readonly seatMap: {
      readonly seats: {
        readonly nodes: readonly { readonly seat: { readonly id: string } }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    };
  };
}

function report(crowd: number, durations: readonly number[]): void {
  const at = (share: number) => (durations[Math.floor(durations.length * share)] ?? Number.NaN).toFixed(1);
  const perSecond = (durations.length / seconds).toFixed(1);
  console.log(
    `${crowd} buyers: ${perSecond} bookings/s, median ${at(0.5)} ms, p99 ${at(0.99)} ms (${durations.length} in ${seconds} s)`,
  );
}
