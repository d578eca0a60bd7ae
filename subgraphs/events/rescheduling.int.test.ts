import { describe, expect, it } from '@jest/globals';
import type { UserCaller } from '@parterre/platform/kernel/caller.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import {
  draftTestEvent,
  hold,
  publishTestEvent,
  sell,
  someUser,
  type UserErrors,
} from './testing/fixture.ts';
import { sharedFixture } from './testing/shared-fixture.ts';

const fixture = await sharedFixture();

const before = '2099-03-01T18:30:00.000Z';
const times = { startsAt: '2099-04-01T18:30:00.000Z', endsAt: '2099-04-01T21:00:00.000Z' };
type Payload = {
  readonly event: { readonly startsAt: string; readonly endsAt: string; readonly status: string } | null;
} & UserErrors;
const reschedule = (caller: UserCaller, input: object) =>
  fixture.mutate<Payload>(
    'rescheduleEvent',
    'event { startsAt endsAt status } userErrors { code message field }',
    { ...times, reason: 'The leading actor is ill.', ...input },
    caller,
  );
const refusal = ({ userErrors: [error] }: Payload) => [error?.code, error?.field?.[0]];
const factsOf = async (eventId: string) =>
  (await fixture.published())
    .filter(({ subject, type }) => subject === eventId && /^Event(Rescheduled|Changed)$/.test(type))
    .map(({ type, data }) => ({ type, data }));

describe('an event that is moved', () => {
  it('takes place at its new time with everybody who holds or bought a seat, and says why', async () => {
    const { organizer, eventId, hallId, seatIds } = await publishTestEvent(fixture);
    const { bookingId } = await hold(fixture, { eventId, seatIds: seatIds.slice(0, 1) });
    expect(await reschedule(organizer, { eventId, hallId })).toEqual({
      event: { ...times, status: 'ON_SALE' },
      userErrors: [],
    });
    expect(await sell(fixture, eventId, bookingId)).toMatchObject({ sold: true });
    const told = {
      hallId,
      previousStartsAt: before,
      previousHall: expect.objectContaining({ hallId, hallName: 'Great Hall' }),
      refundUntil: times.startsAt,
      reason: 'The leading actor is ill.',
    };
    expect(await factsOf(eventId)).toEqual([
      { type: 'EventRescheduled', data: expect.objectContaining({ eventId, ...times, ...told }) },
      { type: 'EventChanged', data: expect.objectContaining({ eventId, ...times }) },
    ]);
    expect(await reschedule(organizer, { eventId })).toMatchObject({ event: times, userErrors: [] });
    expect(await factsOf(eventId)).toHaveLength(2);
  });

  it('begins in the future, so that its buyers have a time in which to give everything back', async () => {
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
    const past = { startsAt: inHours(-1), endsAt: inHours(1) };
    const begun = ['INVALID_TIMES', 'startsAt'];
    const { organizer, eventId } = await publishTestEvent(fixture);
    expect(refusal(await reschedule(organizer, { eventId, ...past }))).toEqual(begun);
    const update = (input: object) =>
      fixture.mutate<Payload>(
        'updateEvent',
        'event { startsAt endsAt status } userErrors { code message field }',
        { eventId, ...input },
        organizer,
      );
    expect(refusal(await update(past))).toEqual(begun);
    expect(await factsOf(eventId)).toEqual([]);
    // What is under way has begun for everybody.
    const running = await publishTestEvent(fixture, { event: past });
    const earlier = { eventId: running.eventId, startsAt: inHours(-2), endsAt: past.endsAt };
    expect((await reschedule(running.organizer, earlier)).userErrors).toEqual([]);
  });

  it('leaves its buyers as long as the organizer says, and 14 days at the least', async () => {
    const { organizer, eventId } = await publishTestEvent(fixture);
    const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    for (const refundUntil of [inDays(13.9), '2099-04-01T18:30:00.001Z']) {
      expect(refusal(await reschedule(organizer, { eventId, refundUntil }))).toEqual([
        'INVALID_INPUT',
        'refundUntil',
      ]);
    }
    const refundUntil = inDays(14.1);
    expect((await reschedule(organizer, { eventId, refundUntil })).userErrors).toEqual([]);
    expect((await factsOf(eventId))[0]?.data).toMatchObject({ refundUntil });
    // Sooner than in 14 days there is no longer time than to the start.
    const soon = { eventId, startsAt: inDays(3), endsAt: inDays(4) };
    expect(refusal(await reschedule(organizer, { ...soon, refundUntil: inDays(2) }))).toEqual([
      'INVALID_INPUT',
      'refundUntil',
    ]);
    expect((await reschedule(organizer, { ...soon, refundUntil: soon.startsAt })).userErrors).toEqual([]);
  });

  it('is on sale, takes place, and ends after it begins', async () => {
    const { organizer, eventId } = await publishTestEvent(fixture);
    expect(refusal(await reschedule(organizer, { eventId, endsAt: times.startsAt }))).toEqual([
      'INVALID_TIMES',
      'endsAt',
    ]);
    expect(refusal(await reschedule(organizer, { eventId, reason: '' }))).toEqual([
      'INVALID_INPUT',
      'reason',
    ]);
    await fixture.database.sql(`update events set status = 'CANCELLED' where id = $1`, [eventId]);
    expect(refusal(await reschedule(organizer, { eventId }))).toEqual(['EVENT_IS_CANCELLED', 'eventId']);
    const draft = await draftTestEvent(fixture);
    expect(refusal(await reschedule(draft.organizer, { eventId: draft.eventId }))).toEqual([
      'EVENT_NOT_ON_SALE',
      'eventId',
    ]);
    const ended = await publishTestEvent(fixture);
    await fixture.database.sql(
      `update events set starts_at = now() - interval '2 hours', ends_at = now() - interval '1 hour' where id = $1`,
      [ended.eventId],
    );
    expect(await reschedule(ended.organizer, { eventId: ended.eventId })).toMatchObject({
      event: { ...times, status: 'ON_SALE' },
    });
  });

  it('is its organizer’s to move; to others it does not exist', async () => {
    const { eventId } = await publishTestEvent(fixture);
    const notMine = await reschedule(someUser('ORGANIZER'), { eventId });
    expect(refusal(notMine)).toEqual(['EVENT_NOT_FOUND', 'eventId']);
    expect(notMine).toEqual(await reschedule(someUser('ORGANIZER'), { eventId: newId() }));
    expect(await reschedule(someUser('ADMIN'), { eventId })).toMatchObject({ event: times });
  });
});
