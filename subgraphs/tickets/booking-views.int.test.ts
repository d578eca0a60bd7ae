import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { fact } from '@parterre/contracts/facts/fact.ts';
import { UserBlocked } from '@parterre/contracts/facts/users.ts';
import { anonymous, type Caller, type UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { until } from '@parterre/platform/testing/until.ts';
import type { ExecutionResult } from 'graphql';
import { statements } from './adapters/postgres/booking-reads.ts';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { act, book, codesOf } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeAll(async () => {
  fixture = await openTicketsFixture();
});
afterAll(async () => {
  const faults = await auditFaults(fixture);
  await fixture.stop();
  expect(faults).toEqual([]);
});

const withRole = (role: UserCaller['role']): UserCaller => ({ ...fixture.buyer(0n), role });
const ofBooking = 'query ($id: ID!) { booking(id: $id) { id } }';
const ofTicket = 'query ($id: ID!) { ticket(id: $id) { id } }';
const ofEntity = `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Booking { id status } ... on Ticket { id code } }
}`;
const ofUser = `query ($representations: [_Any!]!, $statuses: [BookingStatus!], $first: Int, $after: String) {
  _entities(representations: $representations) {
    ... on User { id bookings(statuses: $statuses, first: $first, after: $after) {
      nodes { id status items { price { amount } } tickets { id } } edges { cursor node { id } }
      pageInfo { hasNextPage endCursor }
    } }
  }
}`;

describe('a booking and its tickets are seen by its buyer and by an administrator', () => {
  it.each([
    ['its buyer', (buyer: UserCaller): Caller => buyer, true],
    ['an administrator', () => withRole('ADMIN'), true],
    ['another user', () => fixture.buyer(0n), false],
    ['an organizer', () => withRole('ORGANIZER'), false],
  ])('%s', async (_who, callerOf, isSeen) => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, { payNow: true }, 1);
    const ticketId = tickets[0]?.id ?? '';
    const caller = callerOf(buyer);
    const { ask } = fixture.process;
    expect(await ask(ofBooking, { id }, caller)).toEqual({ booking: isSeen ? { id } : null });
    expect(await ask(ofTicket, { id: ticketId }, caller)).toEqual({
      ticket: isSeen ? { id: ticketId } : null,
    });
    const representations = [
      { __typename: 'Booking', id },
      { __typename: 'Ticket', id: ticketId },
    ];
    const { _entities } = await ask<{ _entities: (object | null)[] }>(ofEntity, { representations }, caller);
    expect(_entities.map((entity) => entity !== null)).toEqual([isSeen, isSeen]);
  });

  it('what does not exist answers like what is not yours', async () => {
    const caller = fixture.buyer(0n);
    for (const id of [newId(), 'no identifier', '']) {
      expect(await fixture.process.ask(ofBooking, { id }, caller)).toEqual({ booking: null });
      expect(await fixture.process.ask(ofTicket, { id }, caller)).toEqual({ ticket: null });
    }
  });

  it('nobody has to sign in first, and sees no entity', async () => {
    const { id } = await book(fixture, fixture.buyer(), {}, 1);
    const asked = await fixture.process.execute(ofBooking, { id }, anonymous);
    expect(asked.errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const representations = [{ __typename: 'Booking', id }];
    expect(await fixture.process.ask(ofEntity, { representations }, anonymous)).toEqual({
      _entities: [null],
    });
  });

  it.each(['payBooking', 'cancelBooking', 'refundTickets'] as const)(
    '%s of a stranger finds no booking',
    async (mutation) => {
      const { id, tickets } = await book(
        fixture,
        fixture.buyer(),
        { payNow: mutation === 'refundTickets' },
        1,
      );
      const more = mutation === 'refundTickets' ? { ticketIds: [tickets[0]?.id] } : {};
      for (const bookingId of [id, newId(), 'no identifier']) {
        const payload = await act(fixture.process, mutation, fixture.buyer(), { bookingId, ...more });
        expect(codesOf(payload)).toEqual(['BOOKING_NOT_FOUND']);
        expect(payload.booking).toBeNull();
      }
    },
  );

  it('an administrator does not pay from the wallet of somebody else', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, {}, 1);
    const payload = await act(fixture.process, 'payBooking', withRole('ADMIN'), { bookingId: id });
    expect(codesOf(payload)).toEqual(['BOOKING_NOT_FOUND']);
    expect(fixture.others.wallets.available.get(buyer.userId)).toBe(100_000n);
  });
});

describe('the bookings of a user', () => {
  interface Pages {
    _entities: {
      bookings: {
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string | null };
      } | null;
    }[];
  }
  const pageOf = (buyer: UserCaller, caller: Caller, more: object = {}) =>
    fixture.process.execute(
      ofUser,
      { representations: [{ __typename: 'User', id: buyer.userId }], ...more },
      caller,
    );

  it('come newest first, page after page, each once', async () => {
    const buyer = fixture.buyer();
    const made: string[] = [];
    for (let index = 0; index < 5; index += 1) made.unshift((await book(fixture, buyer, {}, 1)).id);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const result: ExecutionResult = await pageOf(buyer, buyer, { first: 2, after });
      const page = (result.data as unknown as Pages)._entities[0]?.bookings;
      seen.push(...(page?.nodes ?? []).map(({ id }) => id));
      after = page?.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after);
    expect(seen.toSorted()).toEqual(made.toSorted());
    // Bookings of the same millisecond may change places; the first and the last one are further apart.
    expect(seen.indexOf(made[0] ?? '')).toBeLessThan(seen.indexOf(made[4] ?? ''));
  });

  it('come by status, those of several statuses in one order, page after page, whatever changes meanwhile', async () => {
    const buyer = fixture.buyer();
    const made: string[] = [];
    for (let index = 0; index < 6; index += 1) {
      // Created one after another, and not within one millisecond.
      const { id } = await book(fixture, buyer, { payNow: index % 2 === 0 }, 1);
      await fixture.database.sql(
        `update bookings set created_at = created_at + $2 * interval '1 second' where id = $1`,
        [id, index],
      );
      made.unshift(id);
    }
    const [unpaid3, paid3, unpaid2, paid2, unpaid1, paid1] = made as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: paid2 });
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: unpaid2 });
    const listed = async (more: object) => {
      const result = await pageOf(buyer, buyer, more);
      const page = (result.data as unknown as Pages)._entities[0]?.bookings;
      return { ids: page?.nodes.map(({ id }) => id), ...page?.pageInfo };
    };
    const of = async (...statuses: string[]) => (await listed({ statuses })).ids;
    expect(await of('AWAITING_PAYMENT')).toEqual([unpaid3, unpaid1]);
    expect(await of('CONFIRMED')).toEqual([paid3, paid1]);
    expect(await of('REFUNDED', 'CANCELLED')).toEqual([unpaid2, paid2]);
    expect(await of('CONFIRMED', 'AWAITING_PAYMENT', 'CONFIRMED')).toEqual([unpaid3, paid3, unpaid1, paid1]);
    expect(await of('EXPIRED', 'PARTIALLY_REFUNDED')).toEqual([]);
    expect(await of()).toEqual([]);
    expect((await listed({ statuses: null })).ids).toEqual(made);

    const statuses = ['CONFIRMED', 'AWAITING_PAYMENT', 'REFUNDED'];
    const first = await listed({ statuses, first: 2 });
    expect(first).toMatchObject({ ids: [unpaid3, paid3], hasNextPage: true });
    // The last of the page, and one of the next, are of another status by then.
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: paid3 });
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: unpaid1 });
    expect(await listed({ statuses, first: 2, after: first.endCursor })).toMatchObject({
      ids: [paid2, paid1],
      hasNextPage: false,
    });
  });

  it('of some statuses are read by an index, however many others there are', async () => {
    const buyer = fixture.buyer();
    await book(fixture, buyer, { payNow: true }, 1);
    const text = await fixture.database.transaction(async (tx) => {
      await tx.sql(
        `insert into bookings select (jsonb_populate_record(b, jsonb_build_object(
           'id', gen_random_uuid(), 'created_at', b.created_at - n * interval '1 minute'))).*
         from bookings b cross join generate_series(1, 3000) n where b.user_id = $1`,
        [buyer.userId],
      );
      await tx.sql('analyze bookings');
      const plan = await tx.sql<{ 'QUERY PLAN': string }>(
        `explain (generic_plan) ${statements.pagesByStatus}`,
      );
      // Nothing of it stays: the fixture audits what is there.
      await tx.sql(
        `delete from bookings where user_id = $1 and not exists (
        select from booking_items i where i.booking_id = bookings.id)`,
        [buyer.userId],
      );
      return plan.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(text).toMatch(/Backward using bookings_of_user_by_status[\s\S]*Index Cond: .*created_at/);
    expect(text).not.toContain('Filter');
  });

  it('are for the user and an administrator; others are told that they may not', async () => {
    const buyer = fixture.buyer();
    await book(fixture, buyer, {}, 1);
    expect((await pageOf(buyer, withRole('ADMIN'))).errors).toBeUndefined();
    const foreign = await pageOf(buyer, fixture.buyer());
    expect(foreign.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((foreign.data as unknown as Pages)._entities[0]?.bookings).toBeNull();
    expect((await pageOf(buyer, anonymous)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it.each([
    { first: 0 },
    { first: 101 },
    { after: 'x' },
    { after: Buffer.from('["x","y"]').toString('base64url') },
  ])('refuse a page that cannot be: %p', async (page) => {
    const buyer = fixture.buyer();
    expect((await pageOf(buyer, buyer, page)).errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  it('cost the same number of statements for two users with many bookings as for one with one', async () => {
    const many = [fixture.buyer(), fixture.buyer()];
    for (const buyer of many)
      for (let index = 0; index < 3; index += 1) await book(fixture, buyer, { payNow: true }, 1);
    const one = fixture.buyer();
    await book(fixture, one, { payNow: true }, 1);
    const admin = withRole('ADMIN');
    const statementsFor = async (buyers: UserCaller[], statuses: string[] | null) => {
      const representations = buyers.map(({ userId }) => ({ __typename: 'User', id: userId }));
      const before = fixture.statements;
      await fixture.process.ask(ofUser, { representations, statuses }, admin);
      return fixture.statements - before;
    };
    for (const statuses of [null, ['CONFIRMED', 'REFUNDED']]) {
      const few = await statementsFor([one], statuses);
      expect(few).toBeGreaterThan(0);
      expect(await statementsFor(many, statuses)).toBe(few);
    }
  });
});

describe('bookingChanged', () => {
  const document =
    'subscription ($bookingId: ID!) { bookingChanged(bookingId: $bookingId) { id status tickets { id } } }';
  interface Message {
    bookingChanged: { status: string; tickets: object[] } | null;
  }
  const watch = async (bookingId: string, caller: Caller) => {
    const stream = await fixture.process.subscribe(document, { bookingId }, caller);
    if (!('next' in stream)) throw new Error(`expected a stream, got ${JSON.stringify(stream)}`);
    return {
      next: async () => {
        const { done, value } = await stream.next();
        return done ? 'end' : (value.data as unknown as Message).bookingChanged;
      },
      close: () => stream.return?.(),
    };
  };

  it('begins with the present state and tells of every change of status', async () => {
    const buyer = fixture.buyer();
    const { id, tickets } = await book(fixture, buyer, {}, 1);
    await fixture.service.relay();
    const messages = await watch(id, buyer);
    expect(await messages.next()).toMatchObject({ status: 'AWAITING_PAYMENT', tickets });
    const paid = await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    await fixture.service.relay();
    expect(await messages.next()).toMatchObject({
      status: 'CONFIRMED',
      tickets: [{ id: paid.booking?.tickets[0]?.id }],
    });
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    await fixture.service.relay();
    expect(await messages.next()).toMatchObject({ status: 'REFUNDED' });
    await messages.close();
    expect(await messages.next()).toBe('end');
  });

  it('goes on from the cursor of a message, and says so when it starts anew', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, {}, 1);
    await fixture.service.relay();
    const resumable = document
      .replace('($bookingId: ID!)', '($bookingId: ID!, $since: String)')
      .replace('(bookingId: $bookingId)', '(bookingId: $bookingId, since: $since)');
    const open = async (since: string | null) => {
      const stream = await fixture.process.subscribe(resumable, { bookingId: id, since }, buyer);
      if (!('next' in stream)) throw new Error(`expected a stream, got ${JSON.stringify(stream)}`);
      return stream;
    };
    const first = await open(null);
    const { extensions } = (await first.next()).value;
    const cursor = extensions.cursor as string;
    expect(extensions).toEqual({ cursor: expect.any(String) });
    await first.return?.();
    // Nothing has happened meanwhile, so nothing comes until something does.
    const second = await open(cursor);
    const waiting = second.next();
    await act(fixture.process, 'payBooking', buyer, { bookingId: id });
    await fixture.service.relay();
    const paid = (await waiting).value;
    expect(paid.data.bookingChanged).toMatchObject({ status: 'CONFIRMED' });
    expect(paid.extensions.cursor).not.toBe(cursor);
    await second.return?.();
    // What was missed comes at once.
    const third = await open(cursor);
    const missed = (await third.next()).value;
    expect(missed.data).toMatchObject({ bookingChanged: { status: 'CONFIRMED' } });
    expect(missed.extensions).not.toHaveProperty('reset');
    await third.return?.();
    const lost = await open(`another.${cursor.split('.')[1]}`);
    expect((await lost.next()).value.extensions).toEqual({ cursor: expect.any(String), reset: true });
    await lost.return?.();
  });

  it('says nothing of other bookings', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, {}, 1);
    const messages = await watch(id, buyer);
    await messages.next();
    const next = messages.next();
    await book(fixture, buyer, { payNow: true }, 1);
    await fixture.service.relay();
    await act(fixture.process, 'cancelBooking', buyer, { bookingId: id });
    await fixture.service.relay();
    // BookingCreated of this very booking is relayed here, too, and shows it as it is by then.
    expect(await next).toMatchObject({ status: expect.stringMatching(/AWAITING_PAYMENT|CANCELLED/) });
    await messages.close();
  });

  it('ends at once when its watcher leaves while nothing happens', async () => {
    const buyer = fixture.buyer();
    const { id } = await book(fixture, buyer, {}, 1);
    const messages = await watch(id, buyer);
    await messages.next();
    const waiting = messages.next();
    await messages.close();
    expect(await waiting).toBe('end');
  });

  it('shows a stranger nothing, exactly like a booking that does not exist', async () => {
    const { id } = await book(fixture, fixture.buyer(), {}, 1);
    for (const bookingId of [id, newId(), 'no identifier']) {
      const messages = await watch(bookingId, fixture.buyer());
      // One after the other: whoever is shown something fails here, and does not wait for an end that never comes.
      expect(await messages.next()).toBeNull();
      expect(await messages.next()).toBe('end');
    }
  });
});

describe('when a user is blocked', () => {
  const block = (user: UserCaller) =>
    fixture.service.deliver(fact(UserBlocked, { userId: user.userId, reason: 'test' }, fixture.clock.now()));
  const statusOf = async (id: string, buyer: UserCaller) =>
    (
      await fixture.process.ask<{ booking: object }>(
        'query ($id: ID!) { booking(id: $id) { status cancellationReason } }',
        { id },
        buyer,
      )
    ).booking;

  it('the unpaid bookings end and their seats are free; the paid ones stand', async () => {
    const buyer = fixture.buyer();
    const unpaid = await book(fixture, buyer, { spendPoints: 100 }, 1);
    const paid = await book(fixture, buyer, { payNow: true }, 1);
    await block(buyer);
    await fixture.process.runJobs();
    expect(await statusOf(unpaid.id, buyer)).toEqual({
      status: 'CANCELLED',
      cancellationReason: 'USER_BLOCKED',
    });
    expect(await statusOf(paid.id, buyer)).toEqual({ status: 'CONFIRMED', cancellationReason: null });
    const facts = await fixture.service.published('BookingCancelled');
    expect(facts.filter(({ subject }) => subject === unpaid.id).map(({ data }) => data)).toMatchObject([
      { reason: 'USER_BLOCKED' },
    ]);
  });

  it.each([
    ['succeeds', 100_000n, { status: 'CONFIRMED', cancellationReason: null }],
    ['is declined', 1n, { status: 'CANCELLED', cancellationReason: 'USER_BLOCKED' }],
  ])('a payment under way that %s decides', async (_what, minor, end) => {
    const buyer = fixture.buyer(minor);
    const { id } = await book(fixture, buyer, {}, 1);
    const reached = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    fixture.others.before('AuthorizePayment', async () => {
      reached.resolve();
      await goOn.promise;
    });
    let isAnswered = false;
    const paying = act(fixture.process, 'payBooking', buyer, { bookingId: id }).then(() => {
      isAnswered = true;
    });
    await reached.promise;
    await block(buyer);
    goOn.resolve();
    // The block has handed the booking to the jobs, and the request waits for what comes of it there.
    await until('the payment to be answered', async () => {
      await fixture.process.runJobs();
      return isAnswered;
    });
    await paying;
    await fixture.comeToRest();
    expect(await statusOf(id, buyer)).toEqual(end);
  });
});
