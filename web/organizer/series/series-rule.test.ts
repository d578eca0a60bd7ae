import { describe, expect, it } from '@jest/globals';
import { MOST_SLOTS, ruleOf, slotsOf, type Timetable } from './series-rule.ts';

const weekends: Timetable = {
  from: '2027-03-20',
  until: '2027-04-04',
  days: ['SU', 'SA'],
  times: ['14:30', '10:00', '12:00'],
  except: ['2027-03-27'],
};

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

  it('is one rule where all times have the same minute, and has the others beside it', () => {
    expect(ruleOf({ ...weekends, until: '2027-03-21' })).toEqual({
      startsAt: '2027-03-20T10:00',
      recurrenceRule: [
        'FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR=10,12;BYMINUTE=0;UNTIL=20270321',
        'RDATE:20270320T143000,20270321T143000',
      ].join('\n'),
    });
  });

  it('says which of its days are left out, and no others', () => {
    const rule = ruleOf({ ...weekends, times: ['10:00'], except: ['2027-03-27', '2027-12-24'] });
    expect(rule?.recurrenceRule).toBe('FREQ=WEEKLY;BYDAY=SA,SU;UNTIL=20270404\nEXDATE:20270327');
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
