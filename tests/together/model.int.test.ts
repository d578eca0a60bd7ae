import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import fc from 'fast-check';
import { BookingModel } from './booking-model.ts';
import type { CodeName } from './loyalty-model.ts';
import { BUYERS, type Command, HOUR_MS, ROWS, SEATS_A_ROW, shows } from './model-world.ts';
import { ModelledServer } from './modelled-server.ts';

// A run is a seed and a number of operations, and the same ones give the same run. Nothing is shrunk: a server with its
// history cannot be put back. To get close to a failure, run its seed with as many operations as it says.
//
//   TEST_MODEL_SEED=42 TEST_MODEL_OPERATIONS=50000 npm test -- tests/together/model.int.test.ts
const SEED = Number(process.env.TEST_MODEL_SEED ?? Math.floor(Math.random() * 2 ** 31));
const OPERATIONS = Number(process.env.TEST_MODEL_OPERATIONS ?? amountOf('modelOperations'));
/** All that is kept is compared after so many; each answer is compared at once. */
const COMPARED_EVERY = 50;
/** For what hangs, not for what is slow: an operation takes some 20 to 30 ms, on a busy machine a tenth of a second. */
const TIMEOUT_MS = 120_000 + OPERATIONS * 500;
/** Shown of what went before a failure. */
const LAST_SHOWN = 25;

/** Far enough that the organizer may say until when a moved event gives everything back. */
const firstStart = Math.floor(Date.now() / HOUR_MS) * HOUR_MS + 60 * 24 * HOUR_MS;

/** A command as it is drawn: bookings are counted back from the newest of those that it is mostly for. */
type Drawn =
  | Exclude<Command, { booking: number }>
  | (Extract<Command, { booking: number }> & { readonly anyBooking: boolean });

const buyer = fc.nat({ max: BUYERS - 1 });
const show = fc.nat({ max: shows.length - 1 });
const booking = fc.nat({ max: 11 });
/** Between the ends of the tiers and never at one: the clock goes on while a request is answered. */
const hoursBefore = fc.constantFrom(100, 50, 30, 12, 1, -1);
const rarely = (times: number) => fc.nat({ max: times - 1 }).map((drawn) => drawn === 0);
const seats = fc.oneof(
  fc.uniqueArray(fc.nat({ max: ROWS * SEATS_A_ROW - 1 }), { minLength: 1, maxLength: 4 }),
  fc.record({ best: fc.integer({ min: 1, max: 5 }) }),
);
const code = fc.constantFrom<CodeName | null>(null, null, null, 'SHARE', 'AMOUNT');
const points = fc.constantFrom(0, 0, 0, 1, 50, 333, 1_500);
const kind = <Kind extends string>(name: Kind) => fc.constant(name);
const ofBooking = { booking, anyBooking: rarely(5) };

const drawn: fc.Arbitrary<Drawn> = fc.oneof(
  {
    weight: 34,
    arbitrary: fc.record({ kind: kind('buy'), buyer, show, seats, code, points, payNow: fc.boolean() }),
  },
  { weight: 16, arbitrary: fc.record({ kind: kind('pay'), ...ofBooking, isStranger: rarely(12) }) },
  { weight: 4, arbitrary: fc.record({ kind: kind('lapse'), ...ofBooking }) },
  { weight: 2, arbitrary: fc.record({ kind: kind('passTime') }) },
  {
    weight: 10,
    arbitrary: fc.record({ kind: kind('cancelBooking'), ...ofBooking, hoursBefore, isStranger: rarely(12) }),
  },
  {
    weight: 18,
    arbitrary: fc.record({
      kind: kind('refund'),
      ...ofBooking,
      tickets: fc.uniqueArray(fc.nat({ max: 4 }), { minLength: 1, maxLength: 3 }),
      hoursBefore,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: kind('reschedule'),
      show,
      days: fc.nat({ max: 2 }),
      freeUntilHours: fc.constantFrom(0, 36),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: kind('cancelEvent'), show }) },
  { weight: 1, arbitrary: fc.record({ kind: kind('block'), buyer }) },
  { weight: 6, arbitrary: fc.record({ kind: kind('unblock'), buyer }) },
  { weight: 7, arbitrary: fc.record({ kind: kind('topUp'), buyer }) },
);

let server: ModelledServer;
beforeAll(async () => {
  server = await ModelledServer.start(firstStart);
}, 120_000);
afterAll(() => server?.stop());

/**
 * Answers that no run of the ordinary length goes without, each given some twenty times on average: a model that is never
 * refused anything shows little.
 */
const usualCodes = [
  ...['SEATS_TAKEN', 'BUYER_BLOCKED', 'PAYMENT_DECLINED', 'BOOKING_EXPIRED', 'BOOKING_ENDED', 'ALREADY_PAID'],
  ...['BOOKING_NOT_FOUND', 'REFUND_NOT_ALLOWED', 'TICKET_ALREADY_REFUNDED', 'WALLET_FROZEN'],
  ...['PROMO_CODE_TOTAL_TOO_LOW', 'INSUFFICIENT_POINTS'],
];

it(
  'does what the model does, whatever is asked in whatever order',
  async () => {
    const model = new BookingModel(firstStart);
    const seen = new Map<string, number>();
    const last: object[] = [];
    let operation = 0;
    try {
      for (const each of fc.sample(drawn, { seed: SEED, numRuns: OPERATIONS })) {
        operation += 1;
        const command = inModel(each, model);
        if (!command) continue;
        last.push({ operation, ...command });
        if (last.length > LAST_SHOWN) last.shift();
        const { answer, chosen } = await server.run(command, model);
        expect(answer).toEqual(model.run(command, chosen));
        for (const name of [command.kind, ...answer.codes]) seen.set(name, (seen.get(name) ?? 0) + 1);
        if (operation % COMPARED_EVERY === 0) expect(await server.state()).toEqual(stateOf(model));
      }
      expect(await server.state()).toEqual(stateOf(model));
      expect(await server.breaches()).toEqual([]);
    } catch (error) {
      const lines = last.map((line) => JSON.stringify(line)).join('\n');
      process.stderr.write(`The last commands before operation ${operation} failed:\n${lines}\n`);
      throw error;
    } finally {
      const counts = [...seen].map(([name, times]) => `${name} ${times}`).join(', ');
      process.stderr.write(
        `TEST_MODEL_SEED=${SEED} TEST_MODEL_OPERATIONS=${operation} does this run again. ${counts}\n`,
      );
    }
    if (OPERATIONS >= 2_000) expect([...seen.keys()]).toEqual(expect.arrayContaining(usualCodes));
  },
  TIMEOUT_MS,
);

/** The drawn command for a booking that there is; null where there is none. */
function inModel(each: Drawn, model: BookingModel): Command | null {
  if (!('anyBooking' in each)) return each;
  const { anyBooking, ...command } = each;
  const wanted: Record<typeof command.kind, readonly string[]> = {
    pay: ['AWAITING_PAYMENT'],
    lapse: ['AWAITING_PAYMENT'],
    cancelBooking: ['AWAITING_PAYMENT', 'CONFIRMED', 'PARTIALLY_REFUNDED'],
    refund: ['CONFIRMED', 'PARTIALLY_REFUNDED'],
  };
  const known = model.bookings.filter(({ status, tickets }) => {
    if (command.kind === 'refund' && tickets.length === 0) return false;
    return anyBooking || wanted[command.kind].includes(status);
  });
  const found = known.at(-1 - (command.booking % Math.max(1, known.length)));
  return found ? { ...command, booking: found.number } : null;
}

/** What the databases are to keep, as `ModelledServer.state` tells it. */
function stateOf({
  events,
  wallets,
  loyalty,
  bookings,
}: BookingModel): Awaited<ReturnType<ModelledServer['state']>> {
  return {
    seats: events.map((event) =>
      event.seats.map((seat) => (seat ? `${seat.isSold ? 'S' : 'H'}${seat.booking.number}` : 'F')).join(' '),
    ),
    wallets: wallets.map((available) => ({ available, pending: 0 })),
    points: loyalty.accounts.map(({ points, reserved, owed }) => ({ points, reserved, owed })),
    codes: Object.entries(loyalty.codes)
      .map(([code, { users, discounted }]) => ({ code, uses: users.length, discounted }))
      .sort((a, b) => (a.code < b.code ? -1 : 1)),
    bookings: bookings.map(({ status }) => status),
  };
}
