import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@parterre/platform/kernel/rejection.ts';
import { occurrencesOf } from './recurrence.ts';

const occur = (startsAt: string, rule: string, timeZone = 'Europe/Vienna') => {
  const found = occurrencesOf({ startsAt: new Date(startsAt), rule, timeZone });
  if (isRejection(found)) throw new Error(`${found.code}: ${found.message}`);
  return found.map((date) => date.toISOString().replace(':00.000Z', 'Z'));
};
const refusal = (rule: string, startsAt = '2027-03-26T09:00:00Z') =>
  occurrencesOf({ startsAt: new Date(startsAt), rule, timeZone: 'Europe/Vienna' });

describe('over a change of the clocks', () => {
  it('ten in the morning stays ten in the morning, in spring and in autumn', () => {
    expect(occur('2027-03-27T09:00:00Z', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2027-03-27T09:00Z',
      '2027-03-28T08:00Z',
      '2027-03-29T08:00Z',
    ]);
    expect(occur('2027-10-30T08:00:00Z', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2027-10-30T08:00Z',
      '2027-10-31T09:00Z',
      '2027-11-01T09:00Z',
    ]);
  });

  it('so it does in New York, where the clocks change on other days', () => {
    expect(occur('2027-03-07T15:00:00Z', 'FREQ=WEEKLY;COUNT=4', 'America/New_York')).toEqual([
      '2027-03-07T15:00Z',
      '2027-03-14T14:00Z',
      '2027-03-21T14:00Z',
      '2027-03-28T14:00Z',
    ]);
    expect(occur('2027-11-06T14:00:00Z', 'FREQ=DAILY;COUNT=2', 'America/New_York')).toEqual([
      '2027-11-06T14:00Z',
      '2027-11-07T15:00Z',
    ]);
  });

  it('and south of the equator, where half an hour is changed', () => {
    expect(occur('2027-04-02T23:00:00Z', 'FREQ=DAILY;COUNT=3', 'Australia/Lord_Howe')).toEqual([
      '2027-04-02T23:00Z',
      '2027-04-03T23:30Z',
      '2027-04-04T23:30Z',
    ]);
  });

  it('a time that the clocks skip is an hour later, and counts', () => {
    // 02:30 in Vienna; on the 28th there is 03:30 instead.
    expect(occur('2027-03-27T01:30:00Z', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2027-03-27T01:30Z',
      '2027-03-28T01:30Z',
      '2027-03-29T00:30Z',
    ]);
    // RFC 5545, 3.3.5: 2:30 in New York on such a day is 3:30 in summer time.
    expect(occur('2027-03-13T07:30:00Z', 'FREQ=DAILY;COUNT=2', 'America/New_York')).toEqual([
      '2027-03-13T07:30Z',
      '2027-03-14T07:30Z',
    ]);
  });

  it('a time that comes twice is the first of them', () => {
    expect(occur('2027-10-30T00:30:00Z', 'FREQ=DAILY;COUNT=3')).toEqual([
      '2027-10-30T00:30Z',
      '2027-10-31T00:30Z',
      '2027-11-01T01:30Z',
    ]);
    expect(occur('2027-11-06T05:30:00Z', 'FREQ=DAILY;COUNT=2', 'America/New_York')).toEqual([
      '2027-11-06T05:30Z',
      '2027-11-07T05:30Z',
    ]);
  });

  it('two times that fall together are one', () => {
    expect(occur('2027-03-28T00:30:00Z', 'FREQ=HOURLY;COUNT=3')).toEqual([
      '2027-03-28T00:30Z',
      // 02:30 and 03:30.
      '2027-03-28T01:30Z',
    ]);
  });
});

describe('a rule', () => {
  it('names days of the week and hours, on the clock of the hall', () => {
    const rule = 'RRULE:freq=weekly;byday=SA,SU;byhour=10,14;byminute=0;count=5';
    expect(occur('2027-06-05T08:00:00Z', rule)).toEqual([
      '2027-06-05T08:00Z',
      '2027-06-05T12:00Z',
      '2027-06-06T08:00Z',
      '2027-06-06T12:00Z',
      '2027-06-12T08:00Z',
    ]);
  });

  it('names the last Friday of a month, and no 31st where there is none', () => {
    expect(occur('2027-01-29T18:00:00Z', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=3')).toEqual([
      '2027-01-29T18:00Z',
      '2027-02-26T18:00Z',
      '2027-03-26T18:00Z',
    ]);
    expect(occur('2027-01-31T18:00:00Z', 'FREQ=MONTHLY;COUNT=3')).toEqual([
      '2027-01-31T18:00Z',
      '2027-03-31T17:00Z',
      '2027-05-31T17:00Z',
    ]);
  });

  it('begins with the first day that it names, not with the start', () => {
    // The 26th is a Friday.
    expect(occur('2027-03-26T09:00:00Z', 'FREQ=WEEKLY;BYDAY=TU;COUNT=1')).toEqual(['2027-03-30T08:00Z']);
  });

  it.each([
    ['an instant', '20270328T080000Z', 3],
    ['an instant before', '20270328T075959Z', 2],
    ['a time of the hall', '20270328T100000', 3],
    ['a day, as a whole', '20270328', 3],
    ['the day before', '20270327', 2],
  ])('ends with %s', (_what, until, count) => {
    expect(occur('2027-03-26T09:00:00Z', `UNTIL=${until};FREQ=DAILY`)).toHaveLength(count);
  });

  it('may name 366 times, and no more', () => {
    expect(occur('2027-01-01T09:00:00Z', 'FREQ=DAILY;COUNT=366')).toHaveLength(366);
    expect(occur('2027-01-01T09:00:00Z', 'FREQ=DAILY;UNTIL=20280101')).toHaveLength(366);
    for (const end of ['COUNT=367', 'UNTIL=20280102', 'COUNT=999999999']) {
      expect(refusal(`FREQ=DAILY;${end}`, '2027-01-01T09:00:00Z')).toMatchObject({ code: 'TOO_MANY_SLOTS' });
    }
  });
});

describe('exceptions and additions', () => {
  it('stand on lines of their own, folded or not', () => {
    const rule = [
      'RRULE:FREQ=DAILY;COUNT=6',
      'EXDATE;TZID=Europe/Vienna:20270327T100000,20270328T10',
      ' 0000',
      'EXDATE:20270329T080000Z',
      'EXDATE;VALUE=DATE:20270330',
      'RDATE;TZID=America/New_York:20270401T040000',
      'RDATE:20270402T100000',
    ].join('\r\n');
    expect(occur('2027-03-26T09:00:00Z', rule)).toEqual([
      '2027-03-26T09:00Z',
      '2027-03-31T08:00Z',
      '2027-04-01T08:00Z',
      '2027-04-02T08:00Z',
    ]);
  });

  it('take out what they name and nothing beside it', () => {
    const rule = 'FREQ=DAILY;COUNT=2\nEXDATE:20270326T110000\nRDATE:20270327T100000';
    expect(occur('2027-03-26T09:00:00Z', rule)).toEqual(['2027-03-26T09:00Z', '2027-03-27T09:00Z']);
  });
});

describe('what is no rule', () => {
  it.each([
    ['nothing', ''],
    ['words', 'every day'],
    ['no frequency', 'COUNT=3'],
    ['an unknown frequency', 'FREQ=FORTNIGHTLY;COUNT=3'],
    ['every second', 'FREQ=SECONDLY;COUNT=3'],
    ['no end', 'FREQ=DAILY'],
    ['two ends', 'FREQ=DAILY;COUNT=3;UNTIL=20270401'],
    ['no times', 'FREQ=DAILY;COUNT=0'],
    ['fewer than none', 'FREQ=DAILY;COUNT=-2'],
    ['an interval of nothing', 'FREQ=DAILY;COUNT=3;INTERVAL=0'],
    ['an unknown part', 'FREQ=DAILY;COUNT=3;BYMOON=FULL'],
    ['a part twice', 'FREQ=DAILY;COUNT=3;COUNT=4'],
    ['a part without a value', 'FREQ=DAILY;COUNT='],
    ['no weekday', 'FREQ=WEEKLY;BYDAY=XX;COUNT=3'],
    ['an end that is no time', 'FREQ=DAILY;UNTIL=tomorrow'],
    ['an end on 30 February', 'FREQ=DAILY;UNTIL=20270230'],
    ['a day that never comes', 'FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3'],
    ['years beyond counting', 'FREQ=YEARLY;INTERVAL=100000000;COUNT=3'],
    ['two rules', 'RRULE:FREQ=DAILY;COUNT=3\nRRULE:FREQ=DAILY;COUNT=4'],
    ['a start of its own', 'DTSTART:20270101T100000\nRRULE:FREQ=DAILY;COUNT=3'],
    ['an exception that is no time', 'FREQ=DAILY;COUNT=3\nEXDATE:Easter'],
    ['an addition in no zone', 'FREQ=DAILY;COUNT=3\nRDATE;TZID=Mars/Olympus:20270401T100000'],
    ['an addition of a day', 'FREQ=DAILY;COUNT=3\nRDATE;VALUE=DATE:20270401'],
    ['a long rule', `FREQ=DAILY;COUNT=3;BYYEARDAY=${Array.from({ length: 200 }, (_, n) => n + 1)}`],
    ['a long text', `FREQ=DAILY;COUNT=3\n${'\n'.repeat(20_000)}`],
  ])('is %s', (_what, rule) => {
    expect(refusal(rule)).toMatchObject({
      code: 'INVALID_RECURRENCE_RULE',
      message: expect.stringMatching(/^expected .*, got /s),
      field: ['recurrenceRule'],
    });
  });
});
