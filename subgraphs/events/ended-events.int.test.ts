import { beforeAll, describe, expect, it } from '@jest/globals';
import { anonymous, type Caller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { hold, type PublishedEvent, publishTestEvent, sell, type UserErrors } from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

/** Lets the time of an event pass, as the database sees it. */
async function letEnd(eventId: string): Promise<void> {
  await fixture.database.sql(
    `update events set starts_at = now() - interval '3 hours', ends_at = now() - interval '1 second' where id = $1`,
    [eventId],
  );
}

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

async function statusOf(eventId: string): Promise<string> {
  const query = 'query($id: ID!) { event(id: $id) { status } }';
  return (await fixture.request<{ event: { status: string } }>(query, { id: eventId }, anonymous)).event
    .status;
}

async function listed(filter: object | null, search: string, caller: Caller = anonymous) {
  const query = `query($filter: EventFilter, $search: String) {
    events(filter: $filter, search: $search) { nodes { id status } } }`;
  const { events } = await fixture.request<{ events: { nodes: { id: string; status: string }[] } }>(
    query,
    { filter, search },
    caller,
  );
  return events.nodes.map(({ id, status }) => [id, status]);
}

describe('an event whose end has passed', () => {
  const title = `Over ${newId()}`;
  let running: PublishedEvent;
  let ended: PublishedEvent;
  let cancelled: PublishedEvent;
  beforeAll(async () => {
    running = await publishTestEvent(fixture, { event: { title } });
    ended = await publishTestEvent(fixture, { event: { title } });
    cancelled = await publishTestEvent(fixture, { event: { title } });
    await fixture.database.sql(`update events set status = 'CANCELLED' where id = $1`, [cancelled.eventId]);
    // Under way, and still sold.
    await fixture.database.sql(`update events set starts_at = now() - interval '1 hour' where id = $1`, [
      running.eventId,
    ]);
  });

  it('is ENDED everywhere from that moment on', async () => {
    expect(await statusOf(ended.eventId)).toBe('ON_SALE');
    await letEnd(ended.eventId);
    await letEnd(cancelled.eventId);
    expect(await statusOf(ended.eventId)).toBe('ENDED');
    expect(await statusOf(running.eventId)).toBe('ON_SALE');
    // What did not take place did not end either.
    expect(await statusOf(cancelled.eventId)).toBe('CANCELLED');
  });

  it('is not among what can be bought, and is found among what has ended', async () => {
    expect(await listed({ status: 'ON_SALE' }, title)).toEqual([[running.eventId, 'ON_SALE']]);
    expect(await listed({ status: 'ENDED' }, title)).toEqual([[ended.eventId, 'ENDED']]);
    expect(await listed({ status: 'CANCELLED' }, title)).toEqual([[cancelled.eventId, 'CANCELLED']]);
  });

  it('is left out of a plain list, but not of one that asks for a time or for the own ones', async () => {
    expect(await listed(null, title)).toEqual([[running.eventId, 'ON_SALE']]);
    expect(await listed({ city: 'Vienna' }, title)).toEqual([[running.eventId, 'ON_SALE']]);
    const past = [ended.eventId, cancelled.eventId].sort();
    const before = await listed({ startsBefore: ago(2) }, title);
    expect(before.map(([id]) => id).sort()).toEqual(past);
    const since = await listed({ startsFrom: ago(4) }, title);
    expect(since.map(([id]) => id).sort()).toEqual([...past, running.eventId].sort());
    expect(await listed({ mine: true }, title, ended.organizer)).toEqual([[ended.eventId, 'ENDED']]);
  });

  it('is not held or blocked any more, but a hold from before its end is still sold', async () => {
    const { eventId, organizer, seatIds } = await publishTestEvent(fixture);
    const early = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await letEnd(eventId);
    const late = await hold(fixture, { eventId, seatIds: seatIds.slice(1, 2) });
    expect(late.userErrors).toMatchObject([
      { code: 'EVENT_NOT_ON_SALE', message: 'expected an event on sale, got one that has ended' },
    ]);
    const blocked = await fixture.mutate<UserErrors>(
      'blockSeats',
      'userErrors { code message field }',
      { eventId, seatIds: seatIds.slice(1, 2) },
      organizer,
    );
    expect(blocked.userErrors).toMatchObject([{ code: 'EVENT_NOT_ON_SALE' }]);
    expect(await sell(fixture, eventId, early.bookingId)).toMatchObject({ sold: true, userErrors: [] });
  });

  it('ends what is held of it with it, so that nobody pays for what is over', async () => {
    const endsAt = new Date(Date.now() + 300_000).toISOString();
    const times = { startsAt: new Date(Date.now() - 3_600_000).toISOString(), endsAt, holdSeconds: 600 };
    const { eventId, seatIds, pitId } = await publishTestEvent(fixture, { standing: 10, event: times });
    // By the one statement, and by the transaction.
    const seats = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    const standing = await hold(fixture, { eventId, standing: [{ sectionId: pitId ?? '', quantity: 1 }] });
    expect([seats.hold?.expiresAt, standing.hold?.expiresAt]).toEqual([endsAt, endsAt]);
  });

  it('is on sale again when its organizer moves it to a later time', async () => {
    const { eventId, organizer } = await publishTestEvent(fixture);
    await letEnd(eventId);
    const fields = 'event { status } userErrors { code message field }';
    const renamed = await fixture.mutate<UserErrors>(
      'updateEvent',
      fields,
      { eventId, title: 'x' },
      organizer,
    );
    expect(renamed.userErrors).toMatchObject([{ code: 'INVALID_TIMES' }]);
    const times = { startsAt: '2099-04-01T18:00:00Z', endsAt: '2099-04-01T20:00:00Z' };
    const moved = await fixture.mutate<object>('updateEvent', fields, { eventId, ...times }, organizer);
    expect(moved).toEqual({ event: { status: 'ON_SALE' }, userErrors: [] });
    expect(await statusOf(eventId)).toBe('ON_SALE');
    expect(await fixture.published('EventChanged')).toContainEqual(
      expect.objectContaining({ subject: eventId }),
    );
  });
});
