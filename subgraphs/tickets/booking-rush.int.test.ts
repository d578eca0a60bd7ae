import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, codesOf, commandFor } from './testing/operations.ts';

jest.setTimeout(60_000);

let fixture: TicketsFixture;
beforeEach(async () => {
  fixture = await openTicketsFixture({ BOOKINGS_AT_A_TIME: '1' });
});
afterEach(() => fixture.stop());

const createBooking = `
  mutation ($input: CreateBookingInput!) {
    createBooking(input: $input) { booking { id } userErrors { code retryAfterMs } }
  }`;
interface Created {
  readonly createBooking: {
    readonly booking: { readonly id: string } | null;
    readonly userErrors: readonly { readonly code: string; readonly retryAfterMs: number | null }[];
  };
}

describe('a rush', () => {
  it('sends buyers away before anything is asked, each with a moment of his own, and keeps their keys', async () => {
    const isHeld = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    fixture.others.before('HoldSeats', () => {
      isHeld.resolve();
      return goOn.promise;
    });
    const inputOf = (seatId: string | undefined) => ({
      ...commandFor(fixture, 1),
      seatIds: [seatId],
      idempotencyKey: newId(),
    });
    const [first, ...others] = commandFor(fixture, 20).seatIds;
    const winner = act(fixture.process, 'createBooking', fixture.buyer(), inputOf(first));
    await isHeld.promise;
    const crowd = others.map((seatId) => ({ buyer: fixture.buyer(), input: inputOf(seatId) }));
    const before = fixture.statements;
    const answers = await Promise.all(
      crowd.map(({ buyer, input }) => fixture.process.ask<Created>(createBooking, { input }, buyer)),
    );
    expect(fixture.statements).toBe(before);
    expect(fixture.others.timesRequested('HoldSeats')).toBe(1);
    const errors = answers.flatMap((answer) => answer.createBooking.userErrors);
    expect(errors.map(({ code }) => code)).toEqual(crowd.map(() => 'TRY_AGAIN'));
    // A moment of his own, by a clock of whole milliseconds.
    expect(new Set(errors.map(({ retryAfterMs }) => retryAfterMs)).size).toBeGreaterThan(crowd.length / 2);
    expect(Math.min(...errors.map(({ retryAfterMs }) => retryAfterMs ?? 0))).toBeGreaterThan(0);

    goOn.resolve();
    fixture.others.restore();
    expect(codesOf(await winner)).toEqual([]);
    const [again] = crowd;
    if (!again) throw new Error('expected a crowd');
    expect(codesOf(await act(fixture.process, 'createBooking', again.buyer, again.input))).toEqual([]);
  });

  it('does not send away who asks again for what is under way', async () => {
    const isHeld = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    fixture.others.before('HoldSeats', () => {
      isHeld.resolve();
      return goOn.promise;
    });
    const buyer = fixture.buyer();
    const input = { ...commandFor(fixture, 1), idempotencyKey: newId() };
    const asked = [act(fixture.process, 'createBooking', buyer, input)];
    await isHeld.promise;
    for (let more = 0; more < 10; more += 1) asked.push(act(fixture.process, 'createBooking', buyer, input));
    goOn.resolve();
    for (const answer of await Promise.all(asked)) expect(codesOf(answer)).toEqual([]);
    expect(fixture.others.timesRequested('HoldSeats')).toBe(1);
  });
});
