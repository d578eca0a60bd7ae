import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { amountOf } from '@parterre/platform/testing/reliability-scale.ts';
import { buildSchema, getNamedType, isInputObjectType } from 'graphql';
import type { Client } from '../support/client.ts';
import { type Actor, logIn, register, topUp } from '../support/people.ts';
import { ServerProcess } from '../support/server-process.ts';
import { openSeries, putOnSale, type SeatState, sampleChart, seatMap } from '../support/shows.ts';
import { expectCleanAudit } from './expect-clean-audit.ts';
import { openShow } from './open-show.ts';

const AT_ONCE = 100;
const ROUNDS = amountOf('keyRounds');
const TIMEOUT_MS = 60_000 * ROUNDS;
/** Of one show. */
const SEATS = 80;
/** That one round may need. */
const SEATS_A_ROUND = 4;
/** An access token lives for ten minutes. */
const SESSION_MS = 5 * 60_000;

interface Payload {
  readonly booking?: {
    readonly id: string;
    readonly status: string;
    readonly tickets?: { id: string; code?: string }[];
  } | null;
}

/** A mutation that takes a key: two inputs that are both good, but not the same. */
interface Keyed {
  readonly mutation: string;
  /** Ada unless given. */
  readonly by?: () => Client;
  prepare(): Promise<readonly [object, object]>;
  /** What the first of them moves, when it has its effect once. */
  readonly moves: { readonly cents: number; readonly soldSeats: number };
}

describe('one idempotency key', () => {
  let server: ServerProcess;
  let eventId: string;
  let seats: readonly SeatState[];
  let organizer: Client;
  let ada: Actor;
  let bob: Actor;
  let used = 0;
  let providedAt = 0;

  beforeAll(async () => {
    server = await ServerProcess.start();
    [ada, bob] = [await register(server.client, 'ada'), await register(server.client, 'bob')];
    await topUp(bob, '500.00');
    await provide();
  }, 120_000);
  afterAll(() => server?.demolish());

  const keyed: readonly Keyed[] = [
    {
      mutation: 'TopUpWallet',
      prepare: async () => [{ amount: euros('7.00') }, { amount: euros('8.00') }],
      moves: { cents: 700, soldSeats: 0 },
    },
    {
      mutation: 'CreateBooking',
      prepare: async () => [command({ payNow: true }), command({ payNow: true })],
      moves: { cents: -1000, soldSeats: 1 },
    },
    {
      mutation: 'PayBooking',
      prepare: async () => [{ bookingId: (await book()).id }, { bookingId: (await book()).id }],
      moves: { cents: -1000, soldSeats: 1 },
    },
    {
      mutation: 'CancelBooking',
      prepare: async () => [
        { bookingId: (await book({ payNow: true })).id },
        { bookingId: (await book({ payNow: true })).id },
      ],
      moves: { cents: 1000, soldSeats: -1 },
    },
    {
      mutation: 'RefundTickets',
      prepare: async () => {
        const { id, tickets = [] } = await book({ payNow: true, seatIds: [nextSeat(), nextSeat()] });
        return [
          { bookingId: id, ticketIds: [tickets[0]?.id] },
          { bookingId: id, ticketIds: [tickets[1]?.id] },
        ];
      },
      moves: { cents: 1000, soldSeats: -1 },
    },
    {
      mutation: 'CheckInTicket',
      by: () => organizer,
      prepare: async () => [{ code: await codeOfTicket() }, { code: await codeOfTicket() }],
      moves: { cents: 0, soldSeats: 0 },
    },
    {
      mutation: 'ChangeSeatingPlan',
      by: () => organizer,
      prepare: async () => {
        const { eventId, hallId } = await putOnSale(organizer);
        const newer = async () => ({ eventId, seatingPlanId: await importPlan(hallId) });
        return [await newer(), await newer()];
      },
      moves: { cents: 0, soldSeats: 0 },
    },
    {
      mutation: 'ScheduleEventSeries',
      by: () => organizer,
      prepare: async () => {
        const eventSeriesId = await openSeries(organizer, await putOnSale(organizer));
        const daily = (startsAt: string) => ({
          eventSeriesId,
          startsAt,
          durationMinutes: 60,
          recurrenceRule: 'FREQ=DAILY;COUNT=3',
          publish: true,
        });
        return [daily('2098-05-01T10:00:00Z'), daily('2098-06-01T10:00:00Z')];
      },
      moves: { cents: 0, soldSeats: 0 },
    },
    {
      mutation: 'CancelEventSeries',
      by: () => organizer,
      prepare: async () => {
        const cancelled = async () => ({
          eventSeriesId: await openScheduled(),
          reason: 'The boat is leaking.',
        });
        return [await cancelled(), await cancelled()];
      },
      moves: { cents: 0, soldSeats: 0 },
    },
    {
      mutation: 'CancelEvent',
      by: () => organizer,
      prepare: async () => {
        const cancelled = async () => ({
          eventId: (await putOnSale(organizer)).eventId,
          reason: 'The cast is ill.',
        });
        return [await cancelled(), await cancelled()];
      },
      moves: { cents: 0, soldSeats: 0 },
    },
    makesOne('CreateVenue', async () => ({
      name: 'Old Theatre',
      address: 'Linke Wienzeile 6',
      city: 'Vienna',
      timeZone: 'Europe/Vienna',
    })),
    {
      mutation: 'ImportSeatingPlan',
      by: () => organizer,
      prepare: async () => {
        const { hallId } = await putOnSale(organizer);
        const input = { hallId, format: 'SEATS_IO', document: sampleChart };
        return [input, { ...input, document: `${sampleChart}\n` }];
      },
      moves: { cents: 0, soldSeats: 0 },
    },
    makesOne('CreateArtist', async () => ({ name: 'The Company' })),
    makesOne('CreateEvent', async () => ({
      ...(await offer()),
      startsAt: '2035-03-01T18:30:00.000Z',
      endsAt: '2035-03-01T21:00:00.000Z',
    })),
    makesOne('CreateEventSeries', offer),
  ];
  const each = keyed.map((one) => [one.mutation, one] as const);

  it('is taken by every mutation that is tried here, and by no other', () => {
    const api = buildSchema(readFileSync(new URL('../../contracts/api.graphql', import.meta.url), 'utf8'), {
      assumeValid: true,
    });
    const taking = Object.values(api.getMutationType()?.getFields() ?? {}).filter(({ args }) => {
      const input = args[0] && getNamedType(args[0].type);
      return isInputObjectType(input) && 'idempotencyKey' in input.getFields();
    });
    const tried = keyed.map(({ mutation }) => mutation.charAt(0).toLowerCase() + mutation.slice(1));
    expect(taking.map((field) => field.name).sort()).toEqual(tried.sort());
  });

  it.each(each)(
    `%s: ${AT_ONCE} requests at once have one effect and one answer`,
    async (mutation, { prepare, moves, by = () => ada.client }) => {
      await inRounds(async () => {
        const [input] = await prepare();
        const before = await belongings();
        const key = randomUUID();
        const answers = await together(() =>
          by().outcome<Payload>(mutation, { ...input, idempotencyKey: key }),
        );
        expect(answers[0]?.userErrors).toEqual([]);
        expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
        expect(await belongings()).toEqual({
          cents: before.cents + moves.cents,
          soldSeats: before.soldSeats + moves.soldSeats,
        });
      });
    },
    TIMEOUT_MS,
  );

  it.each(each)(
    '%s: of two inputs that race, one has its effect and the other is refused',
    async (mutation, { prepare, moves, by = () => ada.client }) => {
      await inRounds(async () => {
        const inputs = await prepare();
        const before = await belongings();
        const key = randomUUID();
        const answers = await together((index) =>
          by().outcome<Payload>(mutation, { ...inputs[index % 2], idempotencyKey: key }),
        );
        const codesOf = (parity: number) => [
          ...new Set(
            answers
              .filter((_, index) => index % 2 === parity)
              .map((answer) => answer.userErrors[0]?.code ?? 'done'),
          ),
        ];
        // Lists, not sets: a matcher takes any two sets for equal.
        expect([codesOf(0), codesOf(1)].toSorted()).toEqual([['IDEMPOTENCY_KEY_REUSED'], ['done']]);
        const after = await belongings();
        expect(after.soldSeats).toBe(before.soldSeats + moves.soldSeats);
        // A wallet may have got either amount; of the others both inputs cost the same.
        const either = mutation === 'TopUpWallet' ? [700, 800] : [moves.cents];
        expect(either).toContain(after.cents - before.cents);
      });
    },
    TIMEOUT_MS,
  );

  it('of another user is another key', async () => {
    const key = randomUUID();
    const amount = euros('3.00');
    await ada.client.outcome<Payload>('TopUpWallet', { amount, idempotencyKey: key });
    const before = await centsOf(bob);
    await bob.client.outcome<Payload>('TopUpWallet', { amount, idempotencyKey: key });
    expect((await centsOf(bob)) - before).toBe(300);

    const wanted = command({ payNow: true });
    const { booking } = await ada.client.outcome<Payload>('CreateBooking', {
      ...wanted,
      idempotencyKey: key,
    });
    const refused = await bob.client.outcome<Payload>('CreateBooking', { ...wanted, idempotencyKey: key });
    expect(booking?.status).toBe('CONFIRMED');
    expect(refused.userErrors.map((error) => error.code)).toEqual(['SEATS_TAKEN']);
    expect(refused.booking ?? null).toBeNull();
  });

  it('leaves every invariant kept', () => expectCleanAudit(server), 60_000);

  async function inRounds(work: () => Promise<void>): Promise<void> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const isStale = performance.now() - providedAt > SESSION_MS;
      if (isStale || seats.length - used < SEATS_A_ROUND) await provide();
      await work();
    }
  }

  /** A show with free seats, money for them, and sessions that have just begun. */
  async function provide(): Promise<void> {
    ({ eventId, organizer } = await openShow(server.client, { seats: SEATS, price: '10.00' }));
    seats = (await seatMap(server.client, eventId)).seats;
    used = 0;
    [ada, bob] = [await signedInAnew(ada), await signedInAnew(bob)];
    await topUp(ada, '800.00');
    providedAt = performance.now();
  }

  async function signedInAnew(person: Actor): Promise<Actor> {
    return { ...person, client: await logIn(server.client, person.nickname, person.password) };
  }

  function together<Result>(work: (index: number) => Promise<Result>): Promise<Result[]> {
    return Promise.all(Array.from({ length: AT_ONCE }, (_, index) => work(index)));
  }

  async function book(more: object = {}) {
    const { booking } = await ada.client.outcome<Payload>('CreateBooking', {
      ...command(more),
      idempotencyKey: randomUUID(),
    });
    if (!booking) throw new Error('expected a booking to begin with');
    return booking;
  }

  async function codeOfTicket(): Promise<string> {
    const { id } = await book({ payNow: true });
    const { booking } = await ada.client.ask<{ booking: { tickets: { code: string }[] } }>('Booking', { id });
    return booking.tickets[0]?.code ?? '';
  }

  async function openScheduled(): Promise<string> {
    const eventSeriesId = await openSeries(organizer, await putOnSale(organizer));
    await organizer.act('ScheduleEventSeries', {
      eventSeriesId,
      startsAt: '2098-05-01T10:00:00Z',
      durationMinutes: 60,
      recurrenceRule: 'FREQ=DAILY;COUNT=3',
      publish: true,
    });
    return eventSeriesId;
  }

  /** Something new of the organizer's: what is made twice has two identifiers, and is not the same answer. */
  function makesOne(mutation: string, input: () => Promise<object>): Keyed {
    return {
      mutation,
      by: () => organizer,
      prepare: async () => {
        const one = await input();
        const called = 'name' in one ? 'name' : 'title';
        return [one, { ...one, [called]: 'Another one' }];
      },
      moves: { cents: 0, soldSeats: 0 },
    };
  }

  /** What an event and a series are both made of. */
  async function offer() {
    const { hallId, artistId, plan } = await putOnSale(organizer);
    const prices = plan.priceZones.map(({ id }) => ({ priceZoneId: id, price: euros('5.00') }));
    return { title: 'Behind the Scenes', hallId, artistIds: [artistId], prices };
  }

  async function importPlan(hallId: string): Promise<string> {
    const { seatingPlan } = await organizer.act<{ seatingPlan: { id: string } }>('ImportSeatingPlan', {
      hallId,
      format: 'SEATS_IO',
      document: sampleChart,
    });
    return seatingPlan.id;
  }

  function command(more: object = {}) {
    return 'seatIds' in more ? { eventId, ...more } : { eventId, seatIds: [nextSeat()], ...more };
  }

  function nextSeat(): string {
    const seat = seats[used++];
    if (!seat) throw new Error('expected the hall to have seats enough for the test');
    return seat.seat.id;
  }

  /** What the mutations move: the money in ada's wallet and the seats that are sold. */
  async function belongings(): Promise<{ cents: number; soldSeats: number }> {
    const { states } = await seatMap(server.client, eventId);
    return { cents: await centsOf(ada), soldSeats: [...states].filter((state) => state === 'S').length };
  }
});

function euros(amount: string) {
  return { amount, currencyCode: 'EUR' };
}

async function centsOf({ client }: Actor): Promise<number> {
  const { me } = await client.ask<{ me: { wallet: { available: { amount: string } } } }>('Me');
  return Number(me.wallet.available.amount.replace('.', ''));
}
