import { describe, expect, it } from '@jest/globals';
import { newId } from '@parterre/platform/kernel/ids.ts';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { planSlots, readTimetable, refusePlaces, type Slot } from './event-series.ts';

const now = new Date('2027-03-01T00:00:00Z');
const at = (time: string) => new Date(`2027-03-${time}:00Z`);
const timetable = {
  startsAt: at('26T09:00'),
  recurrenceRule: 'FREQ=DAILY;COUNT=3',
  durationMinutes: 90,
};
const read = (input: object = {}) => readTimetable({ ...timetable, ...input }, 'Europe/Vienna', now);
const times = (startsAt: string, endsAt: string) => ({ startsAt: at(startsAt), endsAt: at(endsAt) });
const slot = (startsAt: string, endsAt: string, more: Partial<Slot> = {}): Slot => ({
  eventId: newId<'Event'>(),
  slotAt: at(startsAt),
  status: 'ON_SALE',
  ...times(startsAt, endsAt),
  ...more,
});

describe('a timetable', () => {
  it('has a slot for every time of its rule, as long as it says', () => {
    expect(read()).toEqual([
      times('26T09:00', '26T10:30'),
      times('27T09:00', '27T10:30'),
      times('28T08:00', '28T09:30'),
    ]);
  });

  it('has no slot at an exception, and one at each additional time, in order', () => {
    const exceptDates = [at('27T09:00'), at('30T09:00')];
    const additionalDates = [at('30T09:00'), at('26T12:00'), at('26T09:00')];
    expect(read({ exceptDates, additionalDates })).toEqual([
      times('26T09:00', '26T10:30'),
      times('26T12:00', '26T13:30'),
      times('28T08:00', '28T09:30'),
    ]);
  });

  it.each([
    ['a start in the past', { startsAt: new Date('2027-02-28T09:00:00Z') }, 'INVALID_TIMES'],
    ['an addition in the past', { additionalDates: [new Date('2027-02-28T09:00:00Z')] }, 'INVALID_TIMES'],
    ['a start too far away', { startsAt: new Date('9999-12-30T09:00:00Z') }, 'INVALID_TIMES'],
    ['no duration', { durationMinutes: 0 }, 'INVALID_TIMES'],
    ['more than 366 days of it', { durationMinutes: 527_041 }, 'INVALID_TIMES'],
    [
      'nothing but exceptions',
      { recurrenceRule: 'FREQ=DAILY;COUNT=1\nEXDATE:20270326' },
      'INVALID_RECURRENCE_RULE',
    ],
    ['367 exceptions', { exceptDates: Array(367).fill(now) }, 'INVALID_INPUT'],
    ['367 additions', { additionalDates: Array(367).fill(now) }, 'INVALID_INPUT'],
    [
      '366 times and an addition',
      { recurrenceRule: 'FREQ=DAILY;COUNT=366', additionalDates: [at('26T12:00')] },
      'TOO_MANY_SLOTS',
    ],
  ])('is refused with %s', (_what, input, code) => {
    expect(read(input)).toMatchObject({ code });
  });
});

describe('slots', () => {
  const wanted = [times('26T09:00', '26T10:30'), times('27T09:00', '27T10:30')];

  it('are made for the times that have none', () => {
    const known = slot('26T09:00', '26T10:30');
    expect(planSlots(wanted, [known])).toEqual({ added: [wanted[1]], known: [known] });
  });

  it('are the same slot where they were moved or cancelled since', () => {
    const moved = slot('26T09:00', '26T10:30', times('26T15:00', '26T16:30'));
    const cancelled = slot('27T09:00', '27T10:30', { status: 'CANCELLED' });
    expect(planSlots(wanted, [moved, cancelled])).toEqual({ added: [], known: [moved, cancelled] });
  });

  it.each([
    ['each other', [times('26T09:00', '26T10:30'), times('26T10:29', '26T12:00')], []],
    ['one that is there', wanted, [slot('26T10:29', '26T12:00')]],
    ['one that is under way', wanted, [slot('26T08:00', '26T09:01')]],
    ['one around all of them', wanted, [slot('25T08:00', '29T08:00')]],
    ['one around others', wanted.slice(1), [slot('25T08:00', '29T08:00'), slot('26T08:00', '26T08:30')]],
    ['one that was moved there', wanted, [slot('20T09:00', '20T10:00', times('26T09:00', '26T10:00'))]],
  ])('do not overlap %s', (_what, slots, existing) => {
    expect(planSlots(slots, existing)).toMatchObject({ code: 'SLOTS_OVERLAP' });
  });

  it('may follow each other at once, and take the place of a cancelled one', () => {
    const cancelled = slot('26T10:00', '26T11:30', { status: 'CANCELLED' });
    const next = [...wanted, times('26T10:30', '26T12:00')];
    expect(isRejection(planSlots(next, [cancelled]))).toBe(false);
  });

  it('that overlap already, because somebody moved them, hinder no new one', () => {
    const existing = [slot('20T09:00', '20T10:30'), slot('20T10:00', '20T11:30')];
    expect(planSlots(wanted, existing)).toMatchObject({ added: wanted });
  });

  it('are opened with at most 100,000 seats at a time, but one always', () => {
    const plan = { seatCount: 1000, standingSections: 0 };
    expect(refusePlaces(100, plan)).toBeUndefined();
    expect(refusePlaces(101, plan)).toMatchObject({ code: 'TOO_MANY_SLOTS' });
    expect(refusePlaces(1, { ...plan, seatCount: 500_000 })).toBeUndefined();
    // A section is kept in eight rows, however many stand in it.
    expect(refusePlaces(100, { seatCount: 992, standingSections: 1 })).toBeUndefined();
    expect(refusePlaces(100, { seatCount: 992, standingSections: 2 })).toMatchObject({
      message: expect.stringContaining('at most 99 slots'),
    });
  });
});
