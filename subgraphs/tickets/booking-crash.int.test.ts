import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { auditFaults } from './testing/audit.ts';
import { Life, living } from './testing/crash-injection.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, codesOf, commandFor, type Mutation } from './testing/operations.ts';

/** A request that a process may die under, and what its client is told in the end, however often it died. */
interface Story {
  readonly title: string;
  readonly mutation: Mutation;
  /** Makes the world ready and answers who asks for what. */
  begin(fixture: TicketsFixture): Promise<{ buyer: UserCaller; input: object }>;
  /** What the other subgraphs do in this story; told again after the crash, because they did not crash. */
  circumstances?(fixture: TicketsFixture): void;
  readonly ends: { readonly status: string | null; readonly codes: readonly string[] };
  /** Steps that must have been taken, so that a story cannot pass by not happening. */
  readonly asks: readonly string[];
}

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });

/** A story is told some thirty times. */
jest.setTimeout(120_000);

/** Every point of the story before this many is tried; none is longer. */
const MOST_POINTS = 60;

const stories: readonly Story[] = [
  {
    title: 'a booking that is paid at once',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true },
    }),
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['AuthorizePayment', 'SellSeats', 'CapturePayment'],
  },
  {
    title: 'a booking that is paid with points',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true, spendPoints: 100 },
    }),
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['ReserveDiscount', 'CommitDiscount'],
  },
  {
    title: 'a booking whose discount is refused',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), promoCode: 'NONE' },
    }),
    ends: { status: null, codes: ['PROMO_CODE_NOT_FOUND'] },
    asks: ['ReserveDiscount', 'ReleaseSeats'],
  },
  {
    title: 'a booking that costs more than its buyer was shown',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true, expectedTotal: euros('49.99') },
    }),
    ends: { status: null, codes: ['PRICE_CHANGED'] },
    asks: ['ReleaseSeats'],
  },
  {
    title: 'a booking that costs more than its buyer was shown, less its points',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true, spendPoints: 100, expectedTotal: euros('48.99') },
    }),
    ends: { status: null, codes: ['PRICE_CHANGED'] },
    asks: ['ReserveDiscount', 'ReleaseDiscount', 'ReleaseSeats'],
  },
  {
    title: 'a booking whose price changes once its places are held',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true, spendPoints: 100, expectedTotal: euros('49.00') },
    }),
    // Every hold that is asked for another time finds another price.
    circumstances: ({ others }) => {
      others.seats.price = '25.00';
      let holds = 0;
      others.before('HoldSeats', () => {
        others.seats.price = holds++ === 0 ? '25.00' : '99.00';
      });
    },
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['ReserveDiscount', 'CommitDiscount'],
  },
  {
    title: 'a booking that is paid later',
    mutation: 'payBooking',
    async begin(fixture) {
      const buyer = fixture.buyer();
      return { buyer, input: { bookingId: (await book(fixture, buyer)).id } };
    },
    ends: { status: 'CONFIRMED', codes: [] },
    asks: ['AuthorizePayment', 'SellSeats', 'CapturePayment'],
  },
  {
    title: 'a payment that is declined',
    mutation: 'payBooking',
    async begin(fixture) {
      const buyer = fixture.buyer(1n);
      return { buyer, input: { bookingId: (await book(fixture, buyer)).id } };
    },
    ends: { status: 'AWAITING_PAYMENT', codes: ['PAYMENT_DECLINED'] },
    asks: ['AuthorizePayment'],
  },
  {
    title: 'a payment that lands after the hold: voided',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true, spendPoints: 100 },
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
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true },
    }),
    circumstances: ({ others }) => others.refuse('CapturePayment', 'PAYMENT_VOIDED'),
    ends: { status: 'CANCELLED', codes: ['PAYMENT_DECLINED'] },
    asks: ['VoidPayment', 'ReleaseSeats'],
  },
  {
    title: 'a discount that is lost: captured money goes back',
    mutation: 'createBooking',
    begin: async (fixture) => ({
      buyer: fixture.buyer(),
      input: { ...commandFor(fixture, 2), payNow: true, spendPoints: 100 },
    }),
    circumstances: ({ others }) => others.refuse('CommitDiscount', 'RESERVATION_RELEASED'),
    ends: { status: 'CANCELLED', codes: ['PAYMENT_DECLINED'] },
    asks: ['RefundPayment', 'ReleaseDiscount', 'ReleaseSeats'],
  },
  {
    title: 'an unpaid booking that is cancelled',
    mutation: 'cancelBooking',
    async begin(fixture) {
      const buyer = fixture.buyer();
      return { buyer, input: { bookingId: (await book(fixture, buyer, { spendPoints: 100 })).id } };
    },
    ends: { status: 'CANCELLED', codes: [] },
    asks: ['ReleaseDiscount', 'ReleaseSeats'],
  },
  {
    title: 'a paid booking that is cancelled',
    mutation: 'cancelBooking',
    async begin(fixture) {
      const buyer = fixture.buyer();
      return { buyer, input: { bookingId: (await book(fixture, buyer, { payNow: true })).id } };
    },
    ends: { status: 'REFUNDED', codes: [] },
    asks: ['RefundPayment', 'ReleaseSeats'],
  },
  {
    title: 'a ticket that is refunded',
    mutation: 'refundTickets',
    async begin(fixture) {
      const buyer = fixture.buyer();
      const { id, tickets } = await book(fixture, buyer, { payNow: true });
      return { buyer, input: { bookingId: id, ticketIds: [tickets[0]?.id] } };
    },
    ends: { status: 'PARTIALLY_REFUNDED', codes: [] },
    asks: ['RefundPayment', 'ReleaseSeats'],
  },
  {
    title: 'a refund that payments declines: the ticket is valid again',
    mutation: 'refundTickets',
    async begin(fixture) {
      const buyer = fixture.buyer();
      const { id, tickets } = await book(fixture, buyer, { payNow: true });
      return { buyer, input: { bookingId: id, ticketIds: [tickets[0]?.id] } };
    },
    circumstances: ({ others }) => others.refuse('RefundPayment', 'PAYMENT_NOT_FOUND'),
    ends: { status: 'CONFIRMED', codes: ['REFUND_DECLINED'] },
    asks: ['RefundPayment'],
  },
];

let fixture: TicketsFixture;
beforeEach(async () => {
  fixture = await openTicketsFixture();
});
afterEach(() => fixture.stop());

describe('wherever a process dies, another one brings the story to the same end', () => {
  it.each(stories)('$title', async (story) => {
    let points = MOST_POINTS;
    for (let dieAt = 1; dieAt <= points; dieAt += 1) {
      const { buyer, input } = await story.begin(fixture);
      const keyed = { ...input, idempotencyKey: newId() };
      const askedBefore = fixture.others.subgraphs.asked.length;
      story.circumstances?.(fixture);

      const life = new Life(dieAt);
      await living(life, () => act(fixture.process, story.mutation, buyer, keyed)).catch(() => undefined);
      if (!life.isOver) points = 0;
      const where = `${dieAt}: ${life.points.at(-1)}`;

      // Long enough for the dead process's lease to end, then whatever is due is done.
      fixture.wait(31_000);
      await fixture.process.runJobs();
      const told = await act(fixture.process, story.mutation, buyer, keyed);
      await fixture.process.runJobs();
      fixture.others.restore();

      const end = { where, status: told.booking?.status ?? null, codes: codesOf(told) };
      expect(end).toEqual({ where, ...story.ends });
      expect({ where, faults: await auditFaults(fixture) }).toEqual({ where, faults: [] });
      const asked = new Set(
        fixture.others.subgraphs.asked.slice(askedBefore).map(({ operation }) => operation),
      );
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
      const { id } = await book(fixture, fixture.buyer(), { spendPoints: 100 });
      fixture.wait(fixture.others.seats.holdMs + 1);
      const life = new Life(dieAt);
      await living(life, () => fixture.process.runJobs()).catch(() => undefined);
      if (!life.isOver) points = 0;
      await fixture.comeToRest();
      const where = `${dieAt}: ${life.points.at(-1)}`;
      const expired = (await fixture.service.published('BookingCancelled')).filter(
        ({ subject }) => subject === id,
      );
      expect({ where, facts: expired.length }).toEqual({ where, facts: 1 });
      expect({ where, faults: await auditFaults(fixture) }).toEqual({ where, faults: [] });
    }
    expect(points).toBe(0);
  });
});
