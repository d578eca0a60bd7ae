import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture, type TicketsProcess } from './testing/fixture.ts';
import { act, book, codesOf, commandFor, type ShownPayload } from './testing/operations.ts';

/** Rounds of races, each with a wait for the server to come to rest. */
jest.setTimeout(60_000);

let fixture: TicketsFixture;
beforeEach(async () => {
  fixture = await openTicketsFixture();
});
afterEach(async () => {
  const faults = await auditFaults(fixture);
  await fixture.stop();
  expect(faults).toEqual([]);
});

const HUNDRED = Array.from({ length: 100 }, (_, index) => index);

/** Two processes, so that the database and not one process's memory has to decide. */
async function twoProcesses(): Promise<readonly [TicketsProcess, TicketsProcess]> {
  return [await fixture.startProcess(), await fixture.startProcess()];
}

describe('a hundred identical requests at once have one effect and one answer', () => {
  const sameAnswer = (payloads: readonly ShownPayload[]) => {
    const [first] = payloads;
    for (const payload of payloads) expect(payload).toEqual(first);
    return first;
  };

  it('createBooking, paid at once', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 2), payNow: true, idempotencyKey: newId() };
    const answers = await Promise.all(
      HUNDRED.map((index) => act(processes[index % 2] ?? fixture.process, 'createBooking', buyer, input)),
    );
    expect(sameAnswer(answers)?.booking?.status).toBe('CONFIRMED');
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_000n);
    expect(await fixture.service.published()).toHaveLength(2);
  });

  it('payBooking', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    const answers = await Promise.all(
      HUNDRED.map((index) => act(processes[index % 2] ?? fixture.process, 'payBooking', buyer, input)),
    );
    expect(sameAnswer(answers)?.booking?.status).toBe('CONFIRMED');
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_000n);
  });

  it('cancelBooking', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const input = { bookingId: id, idempotencyKey: newId() };
    const answers = await Promise.all(
      HUNDRED.map((index) => act(processes[index % 2] ?? fixture.process, 'cancelBooking', buyer, input)),
    );
    expect(sameAnswer(answers)?.booking?.status).toBe('CANCELLED');
    expect(await fixture.service.published('BookingCancelled')).toHaveLength(1);
  });

  it('refundTickets', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true });
    const input = { bookingId: id, ticketIds: [tickets[0]?.id], idempotencyKey: newId() };
    const answers = await Promise.all(
      HUNDRED.map((index) => act(processes[index % 2] ?? fixture.process, 'refundTickets', buyer, input)),
    );
    expect(sameAnswer(answers)?.refunded).toEqual({ amount: '25.00' });
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(97_500n);
    expect(await fixture.service.published('TicketsRefunded')).toHaveLength(1);
  });
});

describe('an idempotency key', () => {
  it('gives the first refusal again, though the seats are free by now', async () => {
    const buyer = fixture.buyer();
    const command = commandFor(fixture, 1);
    const rival = fixture.buyer();
    const taken = await book(fixture, rival, command);
    const input = { ...command, idempotencyKey: newId() };
    const first = await act(fixture.process, 'createBooking', buyer, input);
    expect(codesOf(first)).toEqual(['SEATS_TAKEN']);
    await act(fixture.process, 'cancelBooking', rival, { bookingId: taken.id });
    expect(await act(fixture.process, 'createBooking', buyer, input)).toEqual(first);
    expect(fixture.others.seats.takenBy.size).toBe(0);
  });

  it('that was refused in one process gives back what another one held meanwhile', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const rival = fixture.buyer();
    const command = commandFor(fixture, 1);
    const taken = await book(fixture, rival, command);
    const input = { ...command, idempotencyKey: newId() };
    const isSlow = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    fixture.others.before('HoldSeats', () => {
      isSlow.resolve();
      return goOn.promise;
    });
    const slow = act(processes[0], 'createBooking', buyer, input);
    await isSlow.promise;
    fixture.others.restore();
    const quick = await act(processes[1], 'createBooking', buyer, input);
    await act(fixture.process, 'cancelBooking', rival, { bookingId: taken.id });
    goOn.resolve();
    expect(codesOf(quick)).toEqual(['SEATS_TAKEN']);
    expect(await slow).toEqual(quick);
    expect(fixture.others.seats.takenBy.size).toBe(0);
  });

  it('shows the booking in its present state', async () => {
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 1), idempotencyKey: newId() };
    const { booking } = await act(fixture.process, 'createBooking', buyer, input);
    await act(fixture.process, 'payBooking', buyer, { bookingId: booking?.id });
    const again = await act(fixture.process, 'createBooking', buyer, input);
    expect(again.booking).toMatchObject({ id: booking?.id, status: 'CONFIRMED' });
  });

  it('is refused with another input, and nothing is booked', async () => {
    const buyer = fixture.buyer();
    const idempotencyKey = newId();
    await act(fixture.process, 'createBooking', buyer, { ...commandFor(fixture, 1), idempotencyKey });
    const other = await act(fixture.process, 'createBooking', buyer, {
      ...commandFor(fixture, 2),
      idempotencyKey,
    });
    expect(codesOf(other)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(fixture.others.seats.takenBy.size).toBe(1);
  });

  it('is another key when another user has it', async () => {
    const idempotencyKey = newId();
    const first = await book(fixture, fixture.buyer(), { idempotencyKey });
    const second = await book(fixture, fixture.buyer(), { idempotencyKey });
    expect(second.id).not.toBe(first.id);
  });

  it('is another key also when two users have it at the same moment, for the same seat', async () => {
    const input = { ...commandFor(fixture, 1), idempotencyKey: newId() };
    const buyers = [fixture.buyer(), fixture.buyer()];
    const answers = await Promise.all(
      buyers.map((buyer) => act(fixture.process, 'createBooking', buyer, input)),
    );
    expect(answers.flatMap(codesOf)).toEqual(['SEATS_TAKEN']);
    expect(answers.filter(({ booking }) => booking)).toHaveLength(1);
  });

  it('with two inputs at the same moment books one of them', async () => {
    const processes = await twoProcesses();
    for (let round = 0; round < 10; round += 1) {
      const buyer = fixture.buyer();
      const idempotencyKey = newId();
      const free = fixture.others.seats.free(2);
      const before = fixture.others.seats.takenBy.size;
      const answers = await Promise.all(
        free.map((seatId, index) =>
          act(processes[index] ?? fixture.process, 'createBooking', buyer, {
            eventId: fixture.others.seats.eventId,
            seatIds: [seatId],
            idempotencyKey,
          }),
        ),
      );
      expect(answers.flatMap(codesOf)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
      expect(fixture.others.seats.takenBy.size).toBe(before + 1);
    }
  });

  it('that differs in the price alone books one of them as well', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 1), idempotencyKey: newId() };
    const answers = await Promise.all([
      act(processes[0], 'createBooking', buyer, input),
      act(processes[1], 'createBooking', buyer, { ...input, spendPoints: 100 }),
    ]);
    expect(answers.flatMap(codesOf)).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(fixture.others.seats.takenBy.size).toBe(1);
  });
});

describe('at the same moment', () => {
  it('two payments take the money once', async () => {
    const processes = await twoProcesses();
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer);
    const answers = await Promise.all(
      processes.map((process) => act(process, 'payBooking', buyer, { bookingId: id })),
    );
    expect(answers.map(({ booking }) => booking?.status)).toEqual(['CONFIRMED', 'CONFIRMED']);
    expect(answers.flatMap(codesOf)).toEqual(['ALREADY_PAID']);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(95_000n);
  });

  it.each(['AuthorizePayment', 'SellSeats', 'CapturePayment'] as const)(
    'a cancellation that comes while %s is under way waits, and then refunds',
    async (step) => {
      const processes = await twoProcesses();
      const buyer = fixture.buyer();
      const { id } = await book(fixture, buyer);
      const reached = Promise.withResolvers<void>();
      const goOn = Promise.withResolvers<void>();
      fixture.others.before(step, async () => {
        reached.resolve();
        await goOn.promise;
      });
      const paying = act(processes[0], 'payBooking', buyer, { bookingId: id });
      await reached.promise;
      const cancelling = act(processes[1], 'cancelBooking', buyer, { bookingId: id });
      goOn.resolve();
      await paying;
      const cancelled = await cancelling;
      expect(codesOf(cancelled)).toEqual([]);
      expect(cancelled.booking).toMatchObject({ status: 'REFUNDED', cancellationReason: 'BY_BUYER' });
      expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
    },
  );

  it('a payment, a cancellation and the end of time leave seats, money and tickets in agreement', async () => {
    const processes = await twoProcesses();
    const ends = new Set<string>();
    for (let round = 0; round < 40; round += 1) {
      const buyer = fixture.buyer();
      const { id } = await book(fixture, buyer, { spendPoints: 100 }, 1);
      // In every other round time is up; who comes first changes with the round.
      if (round % 2 === 0) fixture.wait(fixture.others.seats.holdMs + 1);
      const acts = [
        () => act(processes[0], 'payBooking', buyer, { bookingId: id }),
        () => act(processes[1], 'cancelBooking', buyer, { bookingId: id }),
        () => fixture.process.runJobs(),
        () => act(processes[1], 'payBooking', buyer, { bookingId: id }),
      ];
      const turn = round % acts.length;
      await Promise.all([...acts.slice(turn), ...acts.slice(0, turn)].map((each) => each()));
      await fixture.comeToRest();
      expect(await auditFaults(fixture)).toEqual([]);
      const [row] = await fixture.database.sql<{ status: string }>(
        'select status from bookings where id = $1',
        [id],
      );
      ends.add(row?.status ?? 'none');
    }
    expect([...ends]).toEqual(expect.arrayContaining(['EXPIRED']));
    expect(ends.has('CONFIRMED')).toBe(false);
    expect(ends.has('AWAITING_PAYMENT')).toBe(false);
  });

  it('two refunds of one ticket and a cancellation pay it back once', async () => {
    const processes = await twoProcesses();
    for (let round = 0; round < 10; round += 1) {
      const buyer = fixture.buyer();
      const { id, tickets } = await book(fixture, buyer, { payNow: true }, 3);
      const refund = (process: TicketsProcess, ticket: number) =>
        act(process, 'refundTickets', buyer, { bookingId: id, ticketIds: [tickets[ticket]?.id] });
      await Promise.all([
        refund(processes[0], 0),
        refund(processes[1], 0),
        refund(processes[1], 1),
        act(processes[0], 'cancelBooking', buyer, { bookingId: id }),
      ]);
      await fixture.comeToRest();
      expect(await auditFaults(fixture)).toEqual([]);
      expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
    }
  });

  it('buyers race for few seats: each is sold once, and nobody pays for nothing', async () => {
    const processes = await twoProcesses();
    const contested = fixture.others.seats.free(10);
    const buyers = Array.from({ length: 60 }, () => fixture.buyer());
    const answers = await Promise.all(
      buyers.map((buyer, index) =>
        act(processes[index % 2] ?? fixture.process, 'createBooking', buyer, {
          eventId: fixture.others.seats.eventId,
          seatIds: [contested[index % 10], contested[(index * 3 + 1) % 10]].filter(
            (seat, at, all) => all.indexOf(seat) === at,
          ),
          payNow: true,
        }),
      ),
    );
    expect(new Set(answers.flatMap(codesOf))).toEqual(new Set(['SEATS_TAKEN']));
    const sold = answers.flatMap(({ booking }) => booking?.tickets.map(({ seat }) => seat?.id) ?? []);
    expect(new Set(sold).size).toBe(sold.length);
  });
});
