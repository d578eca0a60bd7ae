import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EventCancelled } from '@parterre/contracts/facts/events.ts';
import { fact } from '@parterre/contracts/facts/fact.ts';
import type { BookingId, EventId } from '@parterre/contracts/kernel/ids.ts';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { until } from '@parterre/platform/testing/until.ts';
import type { ExecutionResult } from 'graphql';
import { auditFaults } from './testing/audit.ts';
import { openTicketsFixture, type TicketsFixture } from './testing/fixture.ts';
import { book, type ShownBooking } from './testing/operations.ts';

let fixture: TicketsFixture;
beforeEach(async () => {
  fixture = await openTicketsFixture();
});
afterEach(async () => {
  const faults = await auditFaults(fixture);
  await fixture.stop();
  expect(faults).toEqual([]);
});

const organizer = (): UserCaller => ({
  ...fixture.buyer(0n),
  role: 'ORGANIZER',
  userId: fixture.others.seats.organizerId,
});

/** Lets the subgraph hear that the event is cancelled; what is to be done waits for the jobs. */
function hear(eventId: EventId = fixture.others.seats.eventId): Promise<void> {
  const { organizerId } = fixture.others.seats;
  return fixture.service.deliver(
    fact(EventCancelled, { ...EventCancelled.example, eventId, organizerId }, fixture.clock.now()),
  );
}

async function paid(count: number): Promise<ShownBooking[]> {
  const bookings: ShownBooking[] = [];
  for (let number = 0; number < count; number += 1) {
    bookings.push(await book(fixture, fixture.buyer(), { payNow: true }, 1));
  }
  return bookings;
}

const statuses = async () =>
  (
    await fixture.database.sql<{ status: string }>('select distinct status from bookings order by status')
  ).map(({ status }) => status);

describe('the refunds of a cancelled event', () => {
  it.each(['question', 'answer'] as const)(
    'are asked for no further when a hundred get no answer (%s lost), and all are paid once it comes',
    async (loss) => {
      const bookings = await paid(130);
      fixture.others.lose('RefundPayment', loss);
      await hear();
      await fixture.process.runJobs();
      expect(fixture.others.timesRequested('RefundPayment')).toBe(100);
      // Every buyer knows by then, whoever has to wait for the money.
      expect(await fixture.service.published('BookedEventCancelled')).toHaveLength(130);

      while ((await statuses()).join() !== 'REFUNDED') await fixture.comeToRest();
      expect(bookings.map(({ id }) => fixture.others.wallets.paidFor(id as never))).toEqual(
        bookings.map(() => 0n),
      );
      expect(fixture.others.wallets.refunds.size).toBe(130);
    },
  );

  it('wait for no event that was cancelled before, however many there were', async () => {
    for (let number = 0; number < 150; number += 1) await hear(newId());
    for (let round = 0; round < 2; round += 1) await fixture.process.runJobs();
    await paid(2);
    await hear();
    await fixture.process.runJobs();
    await fixture.comeToRest();
    expect(await statuses()).toEqual(['REFUNDED']);
  });

  it('wait for no event that cannot come to its end', async () => {
    await paid(1);
    // Confirmed bookings without a ticket: there is nothing to give back, so they stay what they are.
    const stuck = await fixture.database.sql<{ id: BookingId; event_id: EventId }>(
      `insert into bookings
       select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'event_id', gen_random_uuid()))).*
       from bookings b, generate_series(1, 120) returning id, event_id`,
    );
    for (const { event_id } of stuck) await hear(event_id);
    for (let round = 0; round < 2; round += 1) await fixture.process.runJobs();
    await hear();
    for (let round = 0; round < 2; round += 1) await fixture.process.runJobs();
    await fixture.database.sql('delete from bookings where id = any($1)', [stuck.map(({ id }) => id)]);
    expect(await statuses()).toEqual(['REFUNDED']);
    await fixture.comeToRest();
  });

  it('are paid once by several processes at a time', async () => {
    await paid(30);
    await hear();
    const processes = await Promise.all([1, 2, 3].map(() => fixture.startProcess()));
    await Promise.all(processes.map((process) => process.runJobs()));
    await fixture.comeToRest();
    expect(await statuses()).toEqual(['REFUNDED']);
    expect(fixture.others.timesRequested('RefundPayment')).toBe(30);
    expect(await fixture.service.published('BookedEventCancelled')).toHaveLength(30);
    expect(await fixture.service.published('TicketsRefunded')).toHaveLength(30);
  });
});

describe('the buyers of a cancelled event', () => {
  it('are told though the refunds of 150 others get no end', async () => {
    const [first] = await paid(1);
    const copies = await fixture.database.sql<{ id: BookingId; event_id: EventId }>(
      `insert into bookings
       select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'event_id', gen_random_uuid()))).*
       from bookings b, generate_series(1, 150) returning id, event_id`,
    );
    for (const { event_id } of copies) await hear(event_id);
    await hear();
    let letEnd = () => {};
    const hangs = new Promise<void>((resolve) => {
      letEnd = resolve;
    });
    fixture.others.before('RefundPayment', () => hangs);
    await fixture.process.runJob('tell-cancelled-buyers');
    const refunds = fixture.process.runJob('refund-cancelled-events');
    await until('a refund that hangs', () => fixture.others.timesRequested('RefundPayment') === 1);

    fixture.others.seats.eventId = newId();
    const [newest] = await paid(1);
    await hear();
    await fixture.process.runJob('tell-cancelled-buyers');
    const told = await fixture.service.published('BookedEventCancelled');
    expect(told.map(({ subject }) => subject)).toEqual(expect.arrayContaining([first?.id, newest?.id]));
    letEnd();
    await refunds;
    await fixture.database.sql('delete from bookings where id = any($1)', [copies.map(({ id }) => id)]);
    await fixture.comeToRest();
  });

  it('are looked for again ten seconds after there was none to tell, and their refunds likewise', async () => {
    await hear();
    const looks = async (job: string) => {
      const before = await turns();
      await fixture.process.runJob(job);
      return (await turns()) !== before;
    };
    const turns = async () =>
      JSON.stringify(await fixture.database.sql('select tell_at, refund_at from event_cancellations'));
    for (const job of ['tell-cancelled-buyers', 'refund-cancelled-events']) {
      // One that cannot come to its end, so that its refunds are looked for as well.
      await fixture.database.sql('update event_cancellations set is_done = false');
      expect([await looks(job), await looks(job)]).toEqual([true, false]);
      fixture.wait(9_000);
      expect(await looks(job)).toBe(false);
      fixture.wait(1_000);
      await fixture.database.sql('update event_cancellations set is_done = false');
      expect(await looks(job)).toBe(true);
    }
  });
});

describe('eventCancellationProgressed', () => {
  interface Message {
    readonly eventCancellationProgressed: { readonly status: string; readonly refunded: number } | null;
  }
  const document = `subscription ($eventId: ID!, $since: String) {
    eventCancellationProgressed(eventId: $eventId, since: $since) { status total refunded failed remaining } }`;
  async function watch(caller: UserCaller, since: string | null = null) {
    const { eventId } = fixture.others.seats;
    const stream = await fixture.process.subscribe(document, { eventId, since }, caller);
    if (!('next' in stream)) throw new Error(`expected a stream, got ${JSON.stringify(stream)}`);
    const read = ({ value }: IteratorResult<ExecutionResult>) => ({
      told: (value.data as unknown as Message).eventCancellationProgressed,
      cursor: value.extensions?.cursor as string,
    });
    return {
      next: async () => {
        const step = await stream.next();
        return step.done ? 'end' : read(step);
      },
      close: () => stream.return?.(),
    };
  }
  const told = async (next: Promise<'end' | { told: unknown }>) => {
    const message = await next;
    return message === 'end' ? message : message.told;
  };

  it('may be watched before there is anything to tell, and completes when it is done', async () => {
    await paid(2);
    await fixture.service.relay();
    const messages = await watch(organizer());
    expect(await told(messages.next())).toBeNull();
    const next = messages.next();
    await hear();
    await fixture.service.relay();
    expect(await told(next)).toEqual({ status: 'RUNNING', total: 2, refunded: 0, failed: 0, remaining: 2 });
    await fixture.process.runJobs();
    await fixture.service.relay();
    let last = await told(messages.next());
    while ((last as { status?: string }).status === 'RUNNING') last = await told(messages.next());
    expect(last).toEqual({ status: 'DONE', total: 2, refunded: 2, failed: 0, remaining: 0 });
    expect(await told(messages.next())).toBe('end');
  });

  it('goes on from a cursor', async () => {
    await paid(1);
    await hear();
    await fixture.service.relay();
    const first = await watch(organizer());
    const message = await first.next();
    if (message === 'end') throw new Error('expected a message');
    await first.close();
    const second = await watch(organizer(), message.cursor);
    const waiting = second.next();
    await fixture.process.runJobs();
    await fixture.service.relay();
    expect(await told(waiting)).toMatchObject({ status: 'DONE', refunded: 1 });
  });

  it('says one null to whom it is none of their business, as of an event that is not there', async () => {
    const stranger = { ...organizer(), userId: newId<'User'>() };
    const messages = await watch(stranger);
    expect(await told(messages.next())).toBeNull();
    const next = messages.next();
    await paid(1);
    await hear();
    await fixture.process.runJobs();
    await fixture.service.relay();
    await messages.close();
    expect(await told(next)).toBe('end');
    const buyer = await fixture.process.subscribe(
      document,
      { eventId: fixture.others.seats.eventId },
      fixture.buyer(0n),
    );
    if (!('next' in buyer)) expect(buyer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    else expect((await buyer.next()).value.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
