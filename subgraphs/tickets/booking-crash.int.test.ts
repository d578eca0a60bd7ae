import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Person } from '@parterre/platform/kernel/asker.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { faultsInBooks } from './testing/books.ts';
import { Life, living } from './testing/mortal-tools.ts';
import { act, book, codesOf, type Mutation, wishFor } from './testing/operations.ts';
import { TicketsHouse } from './testing/tickets-house.ts';

/** A request that a process may die under, and what its client is told in the end, however often it died. */
interface Story {
  readonly title: string;
  readonly mutation: Mutation;
  /** Makes the world ready and answers who asks for what. */
  begin(house: TicketsHouse): Promise<{ buyer: Person; input: object }>;
  /** What the other rooms do in this story; told again after the crash, because they did not crash. */
  circumstances?(house: TicketsHouse): void;
  readonly ends: { readonly status: string | null; readonly codes: readonly string[] };
  /** Steps that must have been taken, so that a story cannot pass by not happening. */
  readonly asks: readonly string[];
}

/** A story is told some thirty times. */
jest.setTimeout(120_000);

/** Every point of the story before this many is tried; none is longer. */
const MOST_POINTS = 60;

const stories: readonly Story[] = [
  {
    title: 'a booking that is paid at once',
    mutation: 'createBooking',
    begin: async (house) => ({ buyer: house.buyer(), input: { ...wishFor(house, 2), payNow: true } }),
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['AuthorizePayment', 'SellSeats', 'CapturePayment'],
  },
  {
    title: 'a booking that is paid with points',
    mutation: 'createBooking',
    begin: async (house) => ({
      buyer: house.buyer(),
      input: { ...wishFor(house, 2), payNow: true, spendPoints: 100 },
    }),
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['ReserveDiscount', 'CommitDiscount'],
  },
  {
    title: 'a booking whose discount is refused',
    mutation: 'createBooking',
    begin: async (house) => ({ buyer: house.buyer(), input: { ...wishFor(house, 2), promoCode: 'NONE' } }),
    ends: { status: null, codes: ['PROMO_CODE_NOT_FOUND'] },
    asks: ['ReserveDiscount', 'ReleaseSeats'],
  },
  {
    title: 'a booking that is paid later',
    mutation: 'payBooking',
    async begin(house) {
      const buyer = house.buyer();
      return { buyer, input: { bookingId: (await book(house, buyer)).id } };
    },
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['AuthorizePayment', 'SellSeats', 'CapturePayment'],
  },
  {
    title: 'a payment that is declined',
    mutation: 'payBooking',
    async begin(house) {
      const buyer = house.buyer(1n);
      return { buyer, input: { bookingId: (await book(house, buyer)).id } };
    },
    ends: { status: 'AWAITING_PAYMENT', codes: ['PAYMENT_DECLINED'] },
    asks: ['AuthorizePayment'],
  },
  {
    title: 'a payment that lands after the hold: voided',
    mutation: 'createBooking',
    begin: async (house) => ({
      buyer: house.buyer(),
      input: { ...wishFor(house, 2), payNow: true, spendPoints: 100 },
    }),
    circumstances: ({ others }) =>
      others.before('SellSeats', () => {
        for (const id of others.seats.holds.keys()) others.seats.expire(id);
      }),
    ends: { status: 'EXPIRED', codes: ['BOOKING_EXPIRED'] },
    asks: ['VoidPayment', 'ReleaseDiscount', 'ReleaseSeats'],
  },
  {
    title: 'a capture that is refused: sold seats go back',
    mutation: 'createBooking',
    begin: async (house) => ({ buyer: house.buyer(), input: { ...wishFor(house, 2), payNow: true } }),
    circumstances: ({ others }) => others.refuse('CapturePayment', 'PAYMENT_VOIDED'),
    ends: { status: 'CANCELLED', codes: ['PAYMENT_DECLINED'] },
    asks: ['VoidPayment', 'ReleaseSeats'],
  },
  {
    title: 'a discount that is lost: captured money goes back',
    mutation: 'createBooking',
    begin: async (house) => ({
      buyer: house.buyer(),
      input: { ...wishFor(house, 2), payNow: true, spendPoints: 100 },
    }),
    circumstances: ({ others }) => others.refuse('CommitDiscount', 'RESERVATION_RELEASED'),
    ends: { status: 'CANCELLED', codes: ['PAYMENT_DECLINED'] },
    asks: ['RefundPayment', 'ReleaseDiscount', 'ReleaseSeats'],
  },
  {
    title: 'an unpaid booking that is cancelled',
    mutation: 'cancelBooking',
    async begin(house) {
      const buyer = house.buyer();
      return { buyer, input: { bookingId: (await book(house, buyer, { spendPoints: 100 })).id } };
    },
    ends: { status: 'CANCELLED', codes: [] },
    asks: ['ReleaseDiscount', 'ReleaseSeats'],
  },
  {
    title: 'a paid booking that is cancelled',
    mutation: 'cancelBooking',
    async begin(house) {
      const buyer = house.buyer();
      return { buyer, input: { bookingId: (await book(house, buyer, { payNow: true })).id } };
    },
    ends: { status: 'REFUNDED', codes: [] },
    asks: ['RefundPayment', 'ReleaseSeats'],
  },
  {
    title: 'a ticket that is refunded',
    mutation: 'refundTickets',
    async begin(house) {
      const buyer = house.buyer();
      const { id, tickets } = await book(house, buyer, { payNow: true });
      return { buyer, input: { bookingId: id, ticketIds: [tickets[0]?.id] } };
    },
    ends: { status: 'PARTIALLY_REFUNDED', codes: [] },
    asks: ['RefundPayment', 'ReleaseSeats'],
  },
  {
    title: 'a refund that payments declines: the ticket is valid again',
    mutation: 'refundTickets',
    async begin(house) {
      const buyer = house.buyer();
      const { id, tickets } = await book(house, buyer, { payNow: true });
      return { buyer, input: { bookingId: id, ticketIds: [tickets[0]?.id] } };
    },
    circumstances: ({ others }) => others.refuse('RefundPayment', 'PAYMENT_NOT_FOUND'),
    ends: { status: 'CONFIRMED', codes: ['REFUND_DECLINED'] },
    asks: ['RefundPayment'],
  },
];

let house: TicketsHouse;
beforeEach(async () => {
  house = await TicketsHouse.open();
});
afterEach(() => house.stop());

describe('wherever a process dies, another one brings the story to the same end', () => {
  it.each(stories)('$title', async (story) => {
    let points = MOST_POINTS;
    for (let dieAt = 1; dieAt <= points; dieAt += 1) {
      const { buyer, input } = await story.begin(house);
      const keyed = { ...input, idempotencyKey: newId() };
      const askedBefore = house.others.rooms.asked.length;
      story.circumstances?.(house);

      const life = new Life(dieAt);
      await living(life, () => act(house.process, story.mutation, buyer, keyed)).catch(() => undefined);
      if (!life.isOver) points = 0;
      const where = `${dieAt}: ${life.points.at(-1)}`;

      // Long enough for the dead process's lease to end, then whatever is due is done.
      house.wait(31_000);
      await house.process.runJobs();
      const told = await act(house.process, story.mutation, buyer, keyed);
      await house.process.runJobs();
      house.others.restore();

      const end = { where, status: told.booking?.status ?? null, codes: codesOf(told) };
      expect(end).toEqual({ where, ...story.ends });
      expect({ where, faults: await faultsInBooks(house) }).toEqual({ where, faults: [] });
      const asked = new Set(house.others.rooms.asked.slice(askedBefore).map(({ operation }) => operation));
      expect([...asked]).toEqual(expect.arrayContaining([...story.asks]));
    }
    // The last life was long enough to tell the story to its end.
    expect(points).toBe(0);
  });
});

describe('when time runs out', () => {
  it('the booking expires once, wherever the process that expires it dies', async () => {
    let points = MOST_POINTS;
    for (let dieAt = 1; dieAt <= points; dieAt += 1) {
      const { id } = await book(house, house.buyer(), { spendPoints: 100 });
      house.wait(house.others.seats.holdMs + 1);
      const life = new Life(dieAt);
      await living(life, () => house.process.runJobs()).catch(() => undefined);
      if (!life.isOver) points = 0;
      await house.comeToRest();
      const where = `${dieAt}: ${life.points.at(-1)}`;
      const expired = (await house.service.published('BookingCancelled')).filter(
        ({ subject }) => subject === id,
      );
      expect({ where, facts: expired.length }).toEqual({ where, facts: 1 });
      expect({ where, faults: await faultsInBooks(house) }).toEqual({ where, faults: [] });
    }
    expect(points).toBe(0);
  });
});
