import { describe, expect, it } from '@jest/globals';
import { occurrencesOf } from '@parterre/events/domain/recurrence.ts';
import { instantOf } from '../zoned-time.ts';
import { MOST_SLOTS, ruleOf, slotsOf, type Timetable } from './series-rule.ts';

const weekends: Timetable = {
  from: '2027-03-20',
  until: '2027-04-04',
  days: ['SU', 'SA'],
  times: ['14:30', '10:00', '12:00'],
  except: ['2027-03-27'],
};
const zone = 'Europe/Vienna';

describe('a weekly timetable', () => {
  it('has a slot for each day and time, the earliest first', () => {
    const slots = slotsOf(weekends);
    expect(slots.slice(0, 4)).toEqual([
      '2027-03-20T10:00',
      '2027-03-20T12:00',
      '2027-03-20T14:30',
      '2027-03-21T10:00',
    ]);
    expect(slots).toHaveLength(15);
  });

  it.each<[string, Partial<Timetable>]>([
    ['with times of several minutes, over a change of the clocks', {}],
    ['with one time', { times: ['19:30'] }],
    ['that does not begin on one of its days', { from: '2027-03-22', except: [] }],
    ['of one day', { from: '2027-03-20', until: '2027-03-20', times: ['10:00', '11:00'] }],
    ['whose first day is left out', { from: '2027-03-27', times: ['10:00', '10:30', '11:30'] }],
  ])('means the same to the server: %s', (_title, changes) => {
    const timetable = { ...weekends, ...changes };
    const rule = ruleOf(timetable);
    const occurrences = occurrencesOf({
      startsAt: new Date(instantOf(rule?.startsAt ?? '', zone) ?? ''),
      rule: rule?.recurrenceRule ?? '',
      timeZone: zone,
    });
    expect(Array.isArray(occurrences) && occurrences.map((at: Date) => at.toISOString())).toEqual(
      slotsOf(timetable).map((slot) => instantOf(slot, zone)),
    );
  });

  it('without a day that fits is none', () => {
    expect(ruleOf({ ...weekends, days: [] })).toBeNull();
    expect(ruleOf({ ...weekends, until: '2027-03-01' })).toBeNull();
  });

  it('counts no further than one more than allowed', () => {
    const daily = { ...weekends, days: ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const, except: [] };
    expect(slotsOf({ ...daily, until: '2037-01-01' })).toHaveLength(MOST_SLOTS + 1);
  });
});
