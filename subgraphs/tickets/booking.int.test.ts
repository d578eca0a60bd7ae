import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isId, newId } from '@parterre/platform/kernel/ids.ts';
import { auditFaults } from './testing/audit.ts';
import { Life, living } from './testing/crash-injection.ts';
import { openTicketsFixture, type TicketsFixture, ticketCodes } from './testing/fixture.ts';
import { act, book, codesOf, commandFor } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeEach(async () => {
  fixture = await openTicketsFixture();
});
afterEach(async () => {
  const faults = await auditFaults(fixture);
  await fixture.stop();
  expect(faults).toEqual([]);
});

const euros = (amount: string) => ({ amount, currencyCode: 'EUR' });
const factTypes = async () => (await fixture.service.published()).map(({ type }) => type);

describe('a booking', () => {
  it('holds its seats and awaits payment, at the prices that the events subgraph names', async () => {
    fixture.others.seats.price = '12.50';
    const booking = await book(fixture, fixture.buyer());
    expect(booking).toMatchObject({
      status: 'AWAITING_PAYMENT',
      cancellationReason: null,
      subtotal: { amount: '25.00' },
      discount: { amount: '0.00' },
      total: { amount: '25.00' },
      payment: null,
      tickets: [],
    });
    expect(booking.items.map(({ seat }) => seat?.id).sort()).toEqual(
      fixture.others.seats.seatsOf(booking.id as never).sort(),
    );
    expect(await factTypes()).toEqual(['BookingCreated']);
  });

  it('knows an identifier in whatever case it is written', async () => {
    const buyer = fixture.buyer();
    const { eventId, seatIds } = commandFor(fixture, 2);
    const twice = await act(fixture.process, 'createBooking', buyer, {
      eventId,
      seatIds: [seatIds[0], seatIds[0]?.toUpperCase()],
    });
    expect([codesOf(twice), twice.booking]).toEqual([['INVALID_INPUT'], null]);
    const idempotencyKey = newId();
    const first = await act(fixture.process, 'createBooking', buyer, { eventId, seatIds, idempotencyKey });
    const again = await act(fixture.process, 'createBooking', buyer, {
      eventId: eventId.toUpperCase(),
      seatIds: seatIds.map((id) => id.toUpperCase()),
      idempotencyKey,
    });
    expect(again).toEqual(first);
    expect(codesOf(first)).toEqual([]);
    const bookingId = first.booking?.id.toUpperCase();
    const paid = await act(fixture.process, 'payBooking', buyer, { bookingId });
    expect(paid.booking).toMatchObject({ id: first.booking?.id, status: 'CONFIRMED' });
    const ticketId = paid.booking?.tickets[0]?.id ?? '';
    const refunded = await act(fixture.process, 'refundTickets', buyer, {
      bookingId,
      ticketIds: [ticketId, ticketId.toUpperCase()],
    });
    expect(codesOf(refunded)).toEqual(['INVALID_INPUT']);
  });

  it('is paid at once with payNow: tickets, one a place, with codes that the server has signed', async () => {
    const buyer = fixture.buyer();
    const booking = await book(fixture, buyer, { payNow: true });
    expect(booking.status).toBe('CONFIRMED');
    expect(isId(booking.payment?.id ?? '')).toBe(true);
    expect(booking.tickets.map(({ status }) => status)).toEqual(['VALID', 'VALID']);
    for (const ticket of booking.tickets) {
      expect(ticketCodes.read(ticket.code)).toEqual({
        ticketId: ticket.id,
        eventId: fixture.others.seats.eventId,
      });
    }
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_000n);
    expect(await factTypes()).toEqual(['BookingCreated', 'BookingConfirmed']);
  });

  it('costs six commits when it is paid at once: hold, booking, authorize, sell, capture, confirm', async () => {
    const life = new Life();
    await living(life, () => book(fixture, fixture.buyer(), { payNow: true }));
    const commits = life.points.filter(
      (point) => point.startsWith('after commit') || point.startsWith('after ask'),
    );
    expect(commits).toEqual([
      'after ask events',
      'after commit',
      'after ask payments',
      'after ask events',
      'after ask payments',
      'after commit',
    ]);
  });

  it('is paid later', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const paid = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(codesOf(paid)).toEqual([]);
    expect(paid.booking).toMatchObject({ id, status: 'CONFIRMED' });
    const again = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(codesOf(again)).toEqual(['ALREADY_PAID']);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_000n);
  });

  it('takes standing places, which have no seat', async () => {
    const { sectionId, eventId } = fixture.others.seats;
    const { booking } = await act(fixture.process, 'createBooking', fixture.buyer(), {
      eventId,
      standing: [{ sectionId, quantity: 3 }],
      payNow: true,
    });
    expect(booking).toMatchObject({ status: 'CONFIRMED', total: { amount: '75.00' } });
    expect(booking?.tickets.map(({ seat }) => seat)).toEqual([null, null, null]);
  });

  it('takes no money when it costs nothing', async () => {
    fixture.others.seats.price = '0.00';
    const booking = await book(fixture, fixture.buyer(0n), { payNow: true });
    expect(booking).toMatchObject({ status: 'CONFIRMED', payment: null });
    expect(fixture.others.timesRequested('AuthorizePayment')).toBe(0);
  });

  it('takes no money when the discount pays it all', async () => {
    const booking = await book(fixture, fixture.buyer(0n), { payNow: true, promoCode: 'FREE' });
    expect(booking).toMatchObject({
      status: 'CONFIRMED',
      total: { amount: '0.00' },
      discount: { amount: '50.00' },
    });
    expect(fixture.others.discounts.stateOf(booking.id as never)).toBe('COMMITTED');
    expect(fixture.others.timesRequested('AuthorizePayment')).toBe(0);
  });

  it('costs less by the points that are spent, shared among its tickets to the cent', async () => {
    const booking = await book(fixture, fixture.buyer(), { payNow: true, spendPoints: 1_001 });
    expect(booking).toMatchObject({ status: 'CONFIRMED', total: { amount: '39.99' } });
    const [confirmed] = await fixture.service.published('BookingConfirmed');
    const { tickets } = (confirmed?.data ?? {}) as { tickets: { paid: { amount: string } }[] };
    expect(tickets.map(({ paid }) => paid.amount)).toEqual(['19.99', '20.00']);
    expect(fixture.others.discounts.stateOf(booking.id as never)).toBe('COMMITTED');
  });

  it('takes off each place what loyalty says, and tells of each ticket what points paid', async () => {
    const buyer = fixture.buyer();
    const booking = await book(fixture, buyer, { payNow: true, promoCode: ' FIRST ', spendPoints: 500 });
    expect(booking).toMatchObject({ discount: { amount: '30.00' }, total: { amount: '20.00' } });
    const asked = fixture.others.subgraphs.asked.findLast(({ operation }) => operation === 'ReserveDiscount');
    const { priceZoneId, ticketTypeId } = fixture.others.seats;
    const place = { priceZoneId, ticketTypeId, price: { amount: '25.00', currencyCode: 'EUR' } };
    expect(asked?.variables).toMatchObject({
      input: { promoCode: 'FIRST', organizerId: expect.any(String), places: [place, place] },
    });
    const ticketIds = booking.tickets.map(({ id }) => id);
    await act(fixture.process, 'refundTickets', buyer, { bookingId: booking.id, ticketIds });
    const eur = (amount: string) => ({ amount, currencyCode: 'EUR' });
    for (const type of ['BookingConfirmed', 'TicketsRefunded']) {
      const told = (await fixture.service.published(type)).findLast(({ subject }) => subject === booking.id);
      expect(told?.data).toMatchObject({
        tickets: [
          { paid: eur('0.00'), pointsPaid: eur('0.00') },
          { paid: eur('20.00'), pointsPaid: eur('5.00') },
        ],
      });
    }
  });

  it('splits a discount by the prices where loyalty does not say, and then does not tell what points paid', async () => {
    fixture.others.discounts.namesPlaces = false;
    const booking = await book(fixture, fixture.buyer(), { payNow: true, promoCode: 'FIRST' });
    fixture.others.discounts.namesPlaces = true;
    const told = (await fixture.service.published('BookingConfirmed')).findLast(
      ({ subject }) => subject === booking.id,
    );
    const { tickets } = (told?.data ?? {}) as {
      tickets: { paid: { amount: string }; pointsPaid?: object }[];
    };
    expect(tickets.map(({ paid, pointsPaid }) => [paid.amount, pointsPaid])).toEqual([
      ['12.50', undefined],
      ['12.50', undefined],
    ]);
  });

  it('takes an empty promo code for none, and asks nobody', async () => {
    const asked = fixture.others.timesRequested('ReserveDiscount');
    await book(fixture, fixture.buyer(), { payNow: true, promoCode: ' \u3000' });
    expect(fixture.others.timesRequested('ReserveDiscount')).toBe(asked);
  });

  it('keeps its discount reserved until it is paid', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { spendPoints: 500 });
    expect(fixture.others.discounts.stateOf(id as never)).toBe('RESERVED');
    await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(fixture.others.discounts.stateOf(id as never)).toBe('COMMITTED');
  });
});

describe('a request that is refused', () => {
  it('gives its seats back when its discount is refused', async () => {
    const refused = await act(fixture.process, 'createBooking', fixture.buyer(), {
      ...commandFor(fixture, 2),
      promoCode: 'NO SUCH CODE',
    });
    expect(refused.booking).toBeNull();
    expect(codesOf(refused)).toEqual(['PROMO_CODE_NOT_FOUND']);
    expect(fixture.others.seats.takenBy.size).toBe(0);
  });

  it.each([
    'PROMO_CODE_DEACTIVATED',
    'PROMO_CODE_NOT_YET_VALID',
    'PROMO_CODE_EXPIRED',
    'PROMO_CODE_NOT_FOR_EVENT',
    'PROMO_CODE_NOT_FOR_PLACES',
    'PROMO_CODE_TOTAL_TOO_LOW',
    'PROMO_CODE_LEVEL_TOO_LOW',
    'PROMO_CODE_FIRST_BOOKING_ONLY',
    'PROMO_CODE_USED_UP',
    'PROMO_CODE_ALREADY_USED',
    'PROMO_CODE_BUDGET_SPENT',
  ])('says why a promo code cannot be used: %s', async (code) => {
    fixture.others.refuse('ReserveDiscount', code);
    const command = { ...commandFor(fixture, 1), promoCode: 'FIRST' };
    const refused = await act(fixture.process, 'createBooking', fixture.buyer(), command);
    fixture.others.restore();
    expect(codesOf(refused)).toEqual([code]);
  });

  it.each(['🇦🇹'.repeat(50), `${'A'.repeat(50)}${' '.repeat(100)}`])(
    'leaves it to the loyalty subgraph whether there is a promo code of 50 characters: %j',
    async (promoCode) => {
      fixture.others.refuse('ReserveDiscount', 'PROMO_CODE_EXPIRED');
      const command = { ...commandFor(fixture, 1), promoCode };
      const refused = await act(fixture.process, 'createBooking', fixture.buyer(), command);
      fixture.others.restore();
      expect(codesOf(refused)).toEqual(['PROMO_CODE_EXPIRED']);
    },
  );

  it('says which of all seats are taken, and books none', async () => {
    const [seatId, ...others] = fixture.others.seats.free(3);
    const eventId = fixture.others.seats.eventId;
    await book(fixture, fixture.buyer(), { eventId, seatIds: [seatId] });
    const late = await act(fixture.process, 'createBooking', fixture.buyer(), {
      eventId,
      seatIds: [seatId, ...others],
    });
    expect(codesOf(late)).toEqual(['SEATS_TAKEN']);
    expect(fixture.others.seats.takenBy.size).toBe(1);
  });

  it.each([
    ['no place at all', { seatIds: [] }, 'INVALID_INPUT', ['standing']],
    ['a seat that is no identifier', { seatIds: ['A1'] }, 'SEAT_NOT_FOUND', ['seatIds']],
    ['an event that is no identifier', { eventId: 'x' }, 'EVENT_NOT_FOUND', ['eventId']],
    ['a key that is empty', { idempotencyKey: '' }, 'INVALID_INPUT', ['idempotencyKey']],
    ['a key that is too long', { idempotencyKey: 'x'.repeat(201) }, 'INVALID_INPUT', ['idempotencyKey']],
    ['a key with a NUL', { idempotencyKey: '\0' }, 'INVALID_INPUT', ['idempotencyKey']],
    ['negative points', { spendPoints: -1 }, 'INVALID_INPUT', ['spendPoints']],
    ['a promo code that is too long', { promoCode: 'A'.repeat(201) }, 'PROMO_CODE_NOT_FOUND', ['promoCode']],
    ['a promo code with a NUL', { promoCode: '\0' }, 'PROMO_CODE_NOT_FOUND', ['promoCode']],
    [
      'a quantity of zero',
      { standing: [{ sectionId: newId(), quantity: 0 }] },
      'INVALID_INPUT',
      ['standing'],
    ],
    [
      'a quantity in the millions',
      { standing: [{ sectionId: newId(), quantity: 2_000_000_000 }] },
      'TOO_MANY_SEATS',
      ['seatIds'],
    ],
    [
      'more than the 100 places of one booking',
      { seatIds: [], standing: [{ sectionId: newId(), quantity: 101 }] },
      'TOO_MANY_SEATS',
      ['standing'],
    ],
  ])('is told where it makes no sense: %s', async (_what, input, code, field) => {
    const refused = await act(fixture.process, 'createBooking', fixture.buyer(), {
      ...commandFor(fixture, 1),
      ...input,
    });
    expect(refused.booking).toBeNull();
    expect(refused.userErrors).toEqual([{ code, field, message: expect.any(String) }]);
    expect(fixture.others.timesRequested('HoldSeats')).toBe(0);
  });

  it('of more than two places takes a confirmed mail address where the server says so', async () => {
    const strict = await openTicketsFixture({ REQUIRE_CONFIRMED_EMAIL: '1' });
    try {
      const { others } = strict;
      const create = (places: number) =>
        act(strict.process, 'createBooking', strict.buyer(), commandFor(strict, places));
      others.isEmailConfirmed = false;
      expect((await create(2)).booking).not.toBeNull();
      const refused = await create(3);
      expect([refused.booking, codesOf(refused)]).toEqual([null, ['EMAIL_NOT_CONFIRMED']]);
      others.lose('IsEmailConfirmed', 'answer');
      expect(codesOf(await create(1))).toEqual(['TRY_AGAIN']);
      others.restore();
      others.isEmailConfirmed = true;
      expect((await create(3)).booking).not.toBeNull();
    } finally {
      await strict.stop();
    }
  });

  it('of any number of places asks nobody about mail addresses where the server does not', async () => {
    fixture.others.isEmailConfirmed = false;
    expect((await book(fixture, fixture.buyer())).status).toBe('AWAITING_PAYMENT');
    expect(fixture.others.timesRequested('IsEmailConfirmed')).toBe(0);
  });

  it('says what the places cost now where that is not what its buyer was shown, and holds none of them', async () => {
    const buyer = fixture.buyer();
    const wanted = { ...commandFor(fixture, 2), payNow: true, idempotencyKey: newId() };
    const changed = { ...wanted, expectedTotal: euros('49.00') };
    const refused = await act(fixture.process, 'createBooking', buyer, changed);
    expect(refused).toEqual({
      booking: null,
      userErrors: [
        {
          code: 'PRICE_CHANGED',
          message: expect.stringMatching(/cost 49.00 EUR, got some that cost 50.00 EUR now/),
          field: ['expectedTotal'],
        },
      ],
    });
    expect(commandFor(fixture, 2).seatIds).toEqual(wanted.seatIds);
    expect(fixture.others.subgraphs.asked.map(({ operation }) => operation)).toEqual([
      'HoldSeats',
      'ReleaseSeats',
    ]);
    expect(await factTypes()).toEqual([]);

    fixture.others.seats.price = '24.50';
    expect(await act(fixture.process, 'createBooking', buyer, changed)).toEqual(refused);
    const another = { ...wanted, expectedTotal: euros('50.00') };
    expect(codesOf(await act(fixture.process, 'createBooking', buyer, another))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    const asked = { ...changed, idempotencyKey: newId() };
    const booked = await act(fixture.process, 'createBooking', buyer, asked);
    expect(booked.booking).toMatchObject({ status: 'CONFIRMED', total: { amount: '49.00' } });
    // The same total, however it is written.
    const rewritten = { ...asked, expectedTotal: euros('49') };
    expect(await act(fixture.process, 'createBooking', buyer, rewritten)).toEqual(booked);
  });

  it('compares what is to be paid, less promo code and points, and gives those back as well', async () => {
    const buyer = fixture.buyer();
    const wanted = { ...commandFor(fixture, 2), spendPoints: 100 };
    const refused = await act(fixture.process, 'createBooking', buyer, {
      ...wanted,
      expectedTotal: euros('50.00'),
    });
    expect([refused.booking, codesOf(refused)]).toEqual([null, ['PRICE_CHANGED']]);
    expect(await factTypes()).toEqual([]);
    expect([...fixture.others.discounts.reservations.values()].map(({ state }) => state)).toEqual([
      'RELEASED',
    ]);
    const booking = await book(fixture, buyer, { ...wanted, expectedTotal: euros('49.00') });
    expect(booking.total.amount).toBe('49.00');
    const free = await book(fixture, buyer, { promoCode: 'FREE', expectedTotal: euros('0.00') });
    expect(free.total.amount).toBe('0.00');
  });

  it.each([
    ['less than nothing', euros('-1.00')],
    ['more digits than its currency has', euros('1.001')],
  ])('may not expect %s', async (_what, expectedTotal) => {
    const variables = { ...commandFor(fixture, 1), expectedTotal };
    const answer = await act(fixture.process, 'createBooking', fixture.buyer(), variables);
    expect(answer.userErrors).toMatchObject([{ code: 'INVALID_AMOUNT', field: ['expectedTotal', 'amount'] }]);
  });

  it('may not name a seat twice', async () => {
    const [seatId] = fixture.others.seats.free(1);
    const input = { eventId: fixture.others.seats.eventId, seatIds: [seatId, seatId] };
    expect(codesOf(await act(fixture.process, 'createBooking', fixture.buyer(), input))).toEqual([
      'INVALID_INPUT',
    ]);
  });
});

describe('a payment that is declined', () => {
  it('leaves the booking awaiting payment, and can be tried again after a top-up', async () => {
    const buyer = fixture.buyer(100n);
    const command = { ...commandFor(fixture, 1), payNow: true };
    const declined = await act(fixture.process, 'createBooking', buyer, command);
    expect(codesOf(declined)).toEqual(['PAYMENT_DECLINED']);
    expect(declined.booking).toMatchObject({ status: 'AWAITING_PAYMENT', tickets: [] });
    fixture.others.wallets.topUp(buyer.userId, 10_000n);
    const paid = await act(fixture.process, 'payBooking', buyer, { bookingId: declined.booking?.id });
    expect(paid.booking?.status).toBe('CONFIRMED');
  });

  it('ends the booking at the third time, and its seats and discount are free again', async () => {
    const buyer = fixture.buyer(100n);
    const { id } = await book(fixture, buyer, { spendPoints: 10 });
    const pay = () => act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect((await pay()).booking?.status).toBe('AWAITING_PAYMENT');
    expect((await pay()).booking?.status).toBe('AWAITING_PAYMENT');
    const last = await pay();
    expect(codesOf(last)).toEqual(['PAYMENT_DECLINED']);
    expect(last.booking).toMatchObject({ status: 'CANCELLED', cancellationReason: 'PAYMENT_DECLINED' });
    expect(fixture.others.seats.takenBy.size).toBe(0);
    expect(fixture.others.discounts.stateOf(id as never)).toBe('RELEASED');
    expect(codesOf(await pay())).toEqual(['BOOKING_ENDED']);
    expect(await factTypes()).toEqual(['BookingCreated', 'BookingCancelled']);
  });
});

describe('a booking whose time runs out', () => {
  it('expires by itself, tells of it, and its seats are free', async () => {
    const { id } = await book(fixture, fixture.buyer(), { spendPoints: 100 });
    fixture.wait(fixture.others.seats.holdMs + 1);
    await fixture.process.runJobs();
    const [expired] = await fixture.service.published('BookingCancelled');
    expect(expired?.data).toMatchObject({ bookingId: id, reason: 'EXPIRED' });
    expect(fixture.others.discounts.stateOf(id as never)).toBe('RELEASED');
  });

  it('is not expired before its time', async () => {
    await book(fixture, fixture.buyer());
    fixture.wait(fixture.others.seats.holdMs - 5_000);
    await fixture.process.runJobs();
    expect(await factTypes()).toEqual(['BookingCreated']);
  });

  it('expires when somebody tries to pay for it, before any timer', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    fixture.wait(fixture.others.seats.holdMs + 1);
    const late = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(codesOf(late)).toEqual(['BOOKING_EXPIRED']);
    expect(late.booking).toMatchObject({ status: 'EXPIRED', cancellationReason: 'EXPIRED' });
    expect(fixture.others.timesRequested('AuthorizePayment')).toBe(0);
  });

  it('takes no money when its payment lands after the hold: the payment is voided', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    fixture.others.before('AuthorizePayment', () => fixture.others.seats.expire(id as never));
    const late = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(codesOf(late)).toEqual(['BOOKING_EXPIRED']);
    expect(late.booking?.status).toBe('EXPIRED');
    expect(fixture.others.timesRequested('VoidPayment')).toBe(1);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('still gets its seats when they were sold in time', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    fixture.others.before('CapturePayment', () => fixture.wait(fixture.others.seats.holdMs + 1));
    const paid = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(paid.booking?.status).toBe('CONFIRMED');
  });
});

describe('what fails is compensated in reverse order', () => {
  const lastAsked = (count: number) =>
    fixture.others.subgraphs.asked.slice(-count).map(({ operation }) => operation);

  it('a sale that is refused: void the payment, release the discount, release the seats', async () => {
    fixture.others.refuse('SellSeats', 'HOLD_EXPIRED');
    const command = { ...commandFor(fixture, 2), spendPoints: 100, payNow: true };
    const failed = await act(fixture.process, 'createBooking', fixture.buyer(), command);
    expect(codesOf(failed)).toEqual(['BOOKING_EXPIRED']);
    expect(lastAsked(3)).toEqual(['VoidPayment', 'ReleaseDiscount', 'ReleaseSeats']);
  });

  it('a sale of an event that went off sale: the booking is cancelled', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    fixture.others.seats.isOnSale = false;
    const failed = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    expect(codesOf(failed)).toEqual(['EVENT_NOT_ON_SALE']);
    expect(failed.booking).toMatchObject({ status: 'CANCELLED', cancellationReason: 'EVENT_CANCELLED' });
  });

  it('a capture that is refused: void, and the sold seats go back on sale', async () => {
    fixture.others.refuse('CapturePayment', 'PAYMENT_VOIDED');
    const command = { ...commandFor(fixture, 2), spendPoints: 100, payNow: true };
    const failed = await act(fixture.process, 'createBooking', fixture.buyer(), command);
    expect(codesOf(failed)).toEqual(['PAYMENT_DECLINED']);
    expect(failed.booking?.status).toBe('CANCELLED');
    expect(lastAsked(3)).toEqual(['VoidPayment', 'ReleaseDiscount', 'ReleaseSeats']);
    expect(fixture.others.seats.takenBy.size).toBe(0);
  });

  it('a discount that cannot be committed: the captured payment is refunded', async () => {
    const buyer = fixture.buyer();
    fixture.others.refuse('CommitDiscount', 'RESERVATION_RELEASED');
    const command = { ...commandFor(fixture, 2), spendPoints: 100, payNow: true };
    const failed = await act(fixture.process, 'createBooking', buyer, command);
    expect(codesOf(failed)).toEqual(['PAYMENT_DECLINED']);
    expect(lastAsked(3)).toEqual(['RefundPayment', 'ReleaseDiscount', 'ReleaseSeats']);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });
});

describe('an unpaid booking that is cancelled', () => {
  it('gives everything back', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { spendPoints: 100 });
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(codesOf(cancelled)).toEqual([]);
    expect(cancelled.booking).toMatchObject({ status: 'CANCELLED', cancellationReason: 'BY_BUYER' });
    expect(fixture.others.seats.takenBy.size).toBe(0);
    expect(codesOf(await act(fixture.process, 'cancelBooking', buyer, { bookingId: id }))).toEqual([
      'BOOKING_ENDED',
    ]);
    expect(codesOf(await act(fixture.process, 'payBooking', buyer, { bookingId: id }))).toEqual([
      'BOOKING_ENDED',
    ]);
    expect(await factTypes()).toEqual(['BookingCreated', 'BookingCancelled']);
  });
});

describe('a booking whose saga and keys have been forgotten by age', () => {
  async function forget(): Promise<void> {
    await fixture.database.sql("update sagas set updated_at = now() - interval '31 days'");
    await fixture.database.sql('delete from idempotency_keys where outcome is not null');
    await fixture.process.runJobs();
    expect(await fixture.database.sql("select 1 from sagas where step = 'done'")).toEqual([]);
  }

  it('can still be refunded, and paid no second time', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, { payNow: true });
    await forget();
    expect(codesOf(await act(fixture.process, 'payBooking', buyer, { bookingId: id }))).toEqual([
      'ALREADY_PAID',
    ]);
    const cancelled = await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    expect(codesOf(cancelled)).toEqual([]);
    expect(cancelled.booking?.status).toBe('REFUNDED');
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });

  it('is the answer to its own request that is repeated after all that time', async () => {
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 2), payNow: true, idempotencyKey: 'once' };
    const first = await act(fixture.process, 'createBooking', buyer, input);
    await forget();
    const again = await act(fixture.process, 'createBooking', buyer, input);
    expect(codesOf(again)).toEqual([]);
    expect(again.booking?.id).toBe(first.booking?.id);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_000n);
  });
});
