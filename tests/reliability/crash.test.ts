import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import fc from 'fast-check';
import { eventually } from '../support/eventually.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { type SeatState, seatMap } from '../support/shows.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';
import type { CrashOrder, Reached } from './server-that-crashes.ts';

const entry = fileURLToPath(new URL('./server-that-crashes.ts', import.meta.url));
const PRICE = '10.00';
/** Of the show whose holds run out in front of us. */
const SHORT_HOLD_SECONDS = 2;
/** At so many of its points each way is cut off by one death. */
const POINTS_A_DEATH = 3;
/** Each after the first puts ways and points in an order drawn by its number. */
const ORDERS = amountOf('crashOrders');
const ORDER_TIMEOUT_MS = 900_000;

interface Payload {
  readonly booking: { readonly id: string; readonly tickets: readonly { readonly id: string }[] } | null;
}

/** One way through the booking saga: what leads up to it, the request that may be cut off, and how it ends. */
interface Way {
  readonly title: string;
  /** Everything up to the request in question; answers that request, to be sent and, after a crash, sent again. */
  prepare(): Promise<Request>;
  /** The status that the booking comes to in the end, crash or not. */
  readonly ends: string;
}

interface Request {
  send(): Promise<Payload>;
  /** Known before the request, or not. */
  readonly bookingId?: string;
  readonly buyer: Actor;
}

/** A way, and every point of its sagas. */
interface Walk {
  readonly way: Way;
  readonly points: readonly string[];
}

/** A way stopped at one of its points. */
interface Stopped {
  readonly way: Way;
  readonly point: string;
  readonly request: Request;
}

describe('kill -9 at every step of every saga of a booking', () => {
  let server: ServerProcess;
  let rich: Actor;
  let poor: Actor;
  let longShow: { eventId: string; free: SeatState[] };
  let shortShow: { eventId: string; free: SeatState[] };

  beforeAll(async () => {
    server = await ServerProcess.start({}, entry);
    rich = await register(server.client, 'rich');
    poor = await register(server.client, 'poor');
    await topUp(poor, '1.00');
    await provide();
  }, 240_000);
  afterAll(() => server?.demolish(), 120_000);

  const ways: readonly Way[] = [
    {
      title: 'book and pay at once',
      ends: 'CONFIRMED',
      prepare: async () => bookRequest(rich, { payNow: true }),
    },
    {
      title: 'book with points and pay at once',
      ends: 'CONFIRMED',
      prepare: async () => bookRequest(rich, { payNow: true, spendPoints: 100 }),
    },
    {
      title: 'pay later',
      ends: 'CONFIRMED',
      prepare: async () => {
        const bookingId = await book(rich, {});
        return request(rich, bookingId, 'PayBooking', { bookingId });
      },
    },
    {
      title: 'declined once too often',
      ends: 'CANCELLED',
      prepare: async () => {
        const bookingId = await book(poor, {});
        for (let declined = 0; declined < 2; declined += 1) {
          await poor.client.attempt('PayBooking', { bookingId, idempotencyKey: randomUUID() });
        }
        return request(poor, bookingId, 'PayBooking', { bookingId });
      },
    },
    {
      title: 'cancelled before it is paid',
      ends: 'CANCELLED',
      prepare: async () => {
        const bookingId = await book(rich, {});
        return request(rich, bookingId, 'CancelBooking', { bookingId });
      },
    },
    {
      title: 'the hold runs out',
      ends: 'EXPIRED',
      prepare: async () => {
        const bookingId = await book(rich, { show: shortShow });
        // Nothing is asked: time itself is what goes on.
        return { buyer: rich, bookingId, send: async () => ({ booking: null }) };
      },
    },
    {
      title: 'a ticket is refunded',
      ends: 'PARTIALLY_REFUNDED',
      prepare: async () => {
        const { booking } = await bookRequest(rich, { payNow: true, seats: 2 }).send();
        return request(rich, booking?.id, 'RefundTickets', {
          bookingId: booking?.id,
          ticketIds: [booking?.tickets[0]?.id],
        });
      },
    },
    {
      title: 'a paid booking is cancelled',
      ends: 'REFUNDED',
      prepare: async () => {
        const bookingId = await book(rich, { payNow: true, seats: 2 });
        return request(rich, bookingId, 'CancelBooking', { bookingId });
      },
    },
  ];

  it(
    'every way ends as it should wherever the server dies',
    async () => {
      const walks: Walk[] = [];
      for (const way of ways) walks.push({ way, points: await pointsOf(way) });
      await dieEverywhere(walks);
      for (let number = 2; number <= ORDERS; number += 1) {
        await signInAnew();
        await provide();
        await dieEverywhere(
          shuffled(
            walks.map(({ way, points }) => ({ way, points: shuffled(points, number) })),
            number,
          ),
        ).catch((error: unknown) => {
          throw new Error(`in order ${number}`, { cause: error });
        });
      }
      for (const { points } of walks) expect(points.length).toBeGreaterThan(0);
    },
    ORDERS * ORDER_TIMEOUT_MS,
  );

  async function dieEverywhere(walks: readonly Walk[]): Promise<void> {
    const deaths = Math.ceil(Math.max(...walks.map(({ points }) => points.length)) / POINTS_A_DEATH);
    for (let death = 0; death < deaths; death += 1) {
      await signInAnew();
      const from = death * POINTS_A_DEATH;
      const hit = walks.flatMap(({ way, points }) =>
        points.slice(from, from + POINTS_A_DEATH).map((point) => ({ way, point })),
      );
      // Each time another one is the one that the server dies of; the others have come to their point before.
      const last = (death * POINTS_A_DEATH) % hit.length;
      const order = [...hit.slice(last + 1), ...hit.slice(0, last + 1)];
      const stopped: Stopped[] = [];
      for (const [index, { way, point }] of order.entries()) {
        const then = index === order.length - 1 ? 'die' : 'stand still';
        stopped.push({ way, point, request: await stop(way, { at: point, then }) });
      }
      await server.startAgain();
      await Promise.all(stopped.map(expectToEnd));
      await expectCleanAudit(server);
    }
  }

  /** An access token lives for ten minutes, and all deaths together may take longer. */
  async function signInAnew(): Promise<void> {
    rich = await anew(rich);
    poor = await anew(poor);
  }

  async function anew(person: Actor): Promise<Actor> {
    return { ...person, client: await logIn(server.client, person.nickname, person.password) };
  }

  /** Walks the way once in peace and answers every point of its sagas that it came by. */
  async function pointsOf(way: Way): Promise<string[]> {
    const request = await way.prepare();
    server.heard();
    const { booking } = await request.send();
    await endsAs(way.ends, request.buyer, booking?.id ?? request.bookingId);
    return [...new Set(server.heard().map((message) => (message as Reached).reached))];
  }

  /** Walks the way up to a point, where its saga stands still or the server dies; answers the request. */
  async function stop(way: Way, order: CrashOrder): Promise<Request> {
    const request = await way.prepare();
    server.heard();
    server.tell(order);
    const answer = request.send().catch(() => undefined);
    if (order.then === 'die') {
      await server.ended();
      await answer;
    } else {
      await eventually(`"${way.title}" to come to ${order.at}`, () =>
        server.heard().some((message) => (message as Reached).standsStill),
      );
    }
    return request;
  }

  async function expectToEnd({ way, point, request }: Stopped): Promise<void> {
    try {
      const again = await sendAgain(request);
      await endsAs(way.ends, request.buyer, again ?? request.bookingId);
    } catch (error) {
      throw new Error(`"${way.title}", cut off at ${point}`, { cause: error });
    }
  }

  /** What a client does that lost the answer: the same request with the same key, until it is no TRY_AGAIN. */
  function sendAgain({ send, bookingId }: Request): Promise<string | undefined> {
    return eventually(
      'an answer after the restart',
      async () => {
        const payload = (await send()) as Payload & {
          readonly userErrors?: readonly { readonly code: string }[];
        };
        if (payload.userErrors?.some((error) => error.code === 'TRY_AGAIN')) return null;
        return payload.booking?.id ?? bookingId;
      },
      60_000,
    );
  }

  function endsAs(status: string, buyer: Actor, bookingId: string | undefined): Promise<unknown> {
    return eventually(
      `booking ${bookingId} to be ${status}`,
      async () => {
        const { booking } = await buyer.client.ask<{ booking: { status: string } }>('Booking', {
          id: bookingId,
        });
        if (booking.status !== status) throw new Error(`it is ${booking.status}`);
        return true;
      },
      60_000,
    );
  }

  function bookRequest(
    buyer: Actor,
    options: { payNow?: boolean; spendPoints?: number; seats?: number; show?: typeof longShow },
  ): Request {
    const show = options.show ?? longShow;
    const seatIds = show.free.splice(0, options.seats ?? 1).map((seat) => seat.seat.id);
    const { payNow = false, spendPoints } = options;
    return request(buyer, undefined, 'CreateBooking', {
      eventId: show.eventId,
      seatIds,
      payNow,
      ...(spendPoints === undefined ? {} : { spendPoints }),
    });
  }

  function request(buyer: Actor, bookingId: string | undefined, operation: string, input: object): Request {
    const idempotencyKey = randomUUID();
    return {
      buyer,
      ...(bookingId === undefined ? {} : { bookingId }),
      send: () => buyer.client.attempt<Payload>(operation, { ...input, idempotencyKey }),
    };
  }

  async function book(buyer: Actor, options: Parameters<typeof bookRequest>[1]): Promise<string> {
    const { booking } = await bookRequest(buyer, options).send();
    if (!booking) throw new Error('expected a booking to begin with');
    return booking.id;
  }

  /** Seats, money and points enough for one order. */
  async function provide(): Promise<void> {
    longShow = await openSeats({});
    shortShow = await openSeats({ holdSeconds: SHORT_HOLD_SECONDS });
    await topUp(rich, '9000.00');
    await earnPoints(rich);
  }

  /** Buys for 2,000.00, so that there are points to spend in every walk that spends some. */
  async function earnPoints(buyer: Actor): Promise<void> {
    const { eventId } = await openShow(server.client, { seats: 20, price: '100.00' });
    const free = [...(await seatMap(server.client, eventId)).seats];
    for (let bought = 0; bought < 2; bought += 1)
      await book(buyer, { payNow: true, seats: 10, show: { eventId, free } });
    await eventually('2,000 points', async () => {
      const { me } = await buyer.client.ask<{ me: { loyalty: { points: number } } }>('Me');
      return me.loyalty.points >= 2_000;
    });
  }

  async function openSeats(options: {
    holdSeconds?: number;
  }): Promise<{ eventId: string; free: SeatState[] }> {
    const { eventId } = await openShow(server.client, {
      seats: 100,
      price: PRICE,
      maxSeatsPerUser: 100,
      ...options,
    });
    return { eventId, free: [...(await seatMap(server.client, eventId)).seats] };
  }
});

/** The same in another order, the one of this number. */
function shuffled<Value>(values: readonly Value[], seed: number): readonly Value[] {
  const [drawn] = fc.sample(fc.shuffledSubarray([...values], { minLength: values.length }), {
    seed,
    numRuns: 1,
  });
  return drawn ?? [];
}
