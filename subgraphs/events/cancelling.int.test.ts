import { describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  draftTestEvent,
  hold,
  publishTestEvent,
  release,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { codesOf, sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

type Payload = { readonly event: { readonly status: string } | null } & UserErrors;
const cancel = (caller: UserCaller, input: object) =>
  fixture.mutate<Payload>(
    'cancelEvent',
    'event { status } userErrors { code message field }',
    { reason: 'The leading actor is ill.', idempotencyKey: newId(), ...input },
    caller,
  );
const told = async (eventId: string) =>
  (await fixture.published('EventCancelled')).filter(({ subject }) => subject === eventId);

describe('a cancelled event', () => {
  it('is held and sold no more; what was sold stays sold until it is given back', async () => {
    const { organizer, eventId, seatIds } = await publishTestEvent(fixture);
    const sold = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    await sell(fixture, eventId, sold.bookingId);
    const held = await hold(fixture, { eventId, seatIds: seatIds.slice(1, 2) });
    expect(await cancel(organizer, { eventId })).toEqual({ event: { status: 'CANCELLED' }, userErrors: [] });

    expect(codesOf(await hold(fixture, { eventId, seatIds: seatIds.slice(2, 3) }))).toEqual([
      'EVENT_NOT_ON_SALE',
    ]);
    expect(codesOf(await sell(fixture, eventId, held.bookingId))).toEqual(['EVENT_NOT_ON_SALE']);
    expect(await sell(fixture, eventId, sold.bookingId)).toMatchObject({ sold: true });
    for (const { bookingId } of [held, sold]) {
      expect(await release(fixture, { eventId, bookingId })).toMatchObject({ released: true });
    }
  });

  it('is told once, with the reason, however often it is asked for', async () => {
    const { organizer, eventId } = await publishTestEvent(fixture);
    const input = { eventId, idempotencyKey: newId() };
    const answers = await Promise.all([1, 2, 3].map(() => cancel(organizer, input)));
    expect(answers).toEqual(answers.map(() => ({ event: { status: 'CANCELLED' }, userErrors: [] })));
    expect((await told(eventId)).map(({ data }) => data)).toEqual([
      expect.objectContaining({
        eventId,
        organizerId: organizer.userId,
        reason: 'The leading actor is ill.',
      }),
    ]);
    expect(codesOf(await cancel(organizer, { ...input, reason: 'Rain.' }))).toEqual([
      'IDEMPOTENCY_KEY_REUSED',
    ]);
    expect(codesOf(await cancel(organizer, { eventId }))).toEqual(['EVENT_IS_CANCELLED']);
    expect(await told(eventId)).toHaveLength(1);
  });

  it('that has ended can be cancelled, a draft cannot', async () => {
    const ended = await publishTestEvent(fixture);
    await fixture.database.sql(
      `update events set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = $1`,
      [ended.eventId],
    );
    expect(await cancel(ended.organizer, { eventId: ended.eventId })).toMatchObject({
      event: { status: 'CANCELLED' },
    });
    const draft = await draftTestEvent(fixture);
    expect(codesOf(await cancel(draft.organizer, { eventId: draft.eventId }))).toEqual(['EVENT_NOT_ON_SALE']);
    expect(await told(draft.eventId)).toEqual([]);
  });

  it('is its organizer’s or an administrator’s to cancel; to others it does not exist', async () => {
    const { eventId } = await publishTestEvent(fixture);
    const [notMine, notThere] = [
      await cancel(someUser('ORGANIZER'), { eventId }),
      await cancel(someUser('ORGANIZER'), { eventId: newId() }),
    ];
    expect(codesOf(notMine)).toEqual(['EVENT_NOT_FOUND']);
    expect(notMine).toEqual(notThere);
    expect(codesOf(await cancel(someUser('ADMIN'), { eventId, reason: ' ' }))).toEqual(['INVALID_INPUT']);
    expect(codesOf(await cancel(someUser('ADMIN'), { eventId, idempotencyKey: '' }))).toEqual([
      'INVALID_IDEMPOTENCY_KEY',
    ]);
    expect(await told(eventId)).toEqual([]);
    expect(await cancel(someUser('ADMIN'), { eventId })).toMatchObject({ event: { status: 'CANCELLED' } });
  });

  it('is cancelled before or after a sale at the same moment, never in the middle of it', async () => {
    const { organizer, eventId, seatIds } = await publishTestEvent(fixture, { rows: 2, perRow: 10 });
    const holds = await Promise.all(seatIds.map((id) => hold(fixture, { eventId, seatIds: [id] })));
    const [, ...sales] = await Promise.all([
      cancel(organizer, { eventId }),
      ...holds.map(({ bookingId }) => sell(fixture, eventId, bookingId)),
    ]);
    const sold = holds.filter((_, index) => sales[index]?.sold).map(({ bookingId }) => bookingId);
    const rows = await fixture.database.sql<{ booking_id: string }>(
      `select booking_id from event_seats where event_id = $1 and state = 'S'`,
      [eventId],
    );
    expect(rows.map((row) => row.booking_id).sort()).toEqual([...sold].sort());
    for (const answer of sales.filter((each) => !each.sold))
      expect(codesOf(answer)).toEqual(['EVENT_NOT_ON_SALE']);
  });
});
