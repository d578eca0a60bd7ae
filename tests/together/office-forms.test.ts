import { describe, expect, it } from '@jest/globals';
import { refuseLosses } from '@parterre/events/domain/plan-change.ts';
import { readPlanDocument } from '@parterre/events/domain/plan-import/read-plan-document.ts';
import { occurrencesOf } from '@parterre/events/domain/recurrence.ts';
import { readLostPlaces } from '@parterre/web/organizer/event/lost-places.ts';
import { documentOf, faultsOf } from '@parterre/web/organizer/plan/plan-document.ts';
import { newPlan, newSeated } from '@parterre/web/organizer/plan/plan-draft.ts';
import { ruleOf, slotsOf, type Timetable } from '@parterre/web/organizer/series/series-rule.ts';
import { instantOf } from '@parterre/web/organizer/zoned-time.ts';

describe('a timetable that the office writes as a rule', () => {
  const zone = 'Europe/Vienna';
  const weekends: Timetable = {
    from: '2027-03-20',
    until: '2027-04-04',
    days: ['SU', 'SA'],
    times: ['14:30', '10:00', '12:00'],
    except: ['2027-03-27'],
  };

  it.each<[string, Partial<Timetable>]>([
    ['with times of several minutes, over a change of the clocks', {}],
    ['with one time', { times: ['19:30'] }],
    ['in the hour that the clocks skip', { times: ['02:30'], except: [] }],
    ['that does not begin on one of its days', { from: '2027-03-22', except: [] }],
    ['of one day', { from: '2027-03-20', until: '2027-03-20', times: ['10:00', '11:00'] }],
    ['whose first day is left out', { from: '2027-03-27', times: ['10:00', '10:30', '11:30'] }],
  ])('means the same to the server: %s', (_title, changes) => {
    const timetable = { ...weekends, ...changes };
    const rule = ruleOf(timetable);
    const startsAt = new Date(instantOf(rule?.startsAt ?? '', zone) ?? '');
    const occurrences = occurrencesOf({ startsAt, rule: rule?.recurrenceRule ?? '', timeZone: zone });
    expect(Array.isArray(occurrences) && occurrences.map((at: Date) => at.toISOString())).toEqual(
      slotsOf(timetable).map((slot) => instantOf(slot, zone)),
    );
  });
});

describe('a plan that was drawn in the office', () => {
  it('is imported without a fault', () => {
    const seated = newSeated({ id: 'a', label: 'Stalls', zoneKey: 'zone-1' });
    const draft = {
      ...newPlan({ name: 'Studio', zone: 'All seats', section: 'Stalls' }),
      sections: [
        { kind: 'STANDING' as const, id: 'b', label: 'Pit', zoneKey: 'zone-1', capacity: 120 },
        { ...seated, shape: 'curved' as const, seats: '10, 12, 14', wheelchairs: 'a1, A-10' },
        { ...seated, id: 'c', label: 'Back', firstRow: '7', numbersFrom: 'right' as const },
      ],
    };
    expect(faultsOf(draft)).toEqual([]);
    const read = readPlanDocument('PARTERRE', JSON.stringify(documentOf(draft)));
    expect(read).toMatchObject({ kind: 'read', draft: { name: 'Studio' }, warnings: [] });
  });
});

describe('a plan that an event cannot come to', () => {
  it('says which places would be lost, so that the office can show them', () => {
    const seats = { count: 2, names: ['Stalls (left), row A, seat 1', 'Stalls (left), row A, seat 2'] };
    const standing = { count: 2, names: ['Pit, 6 taken of 4'] };
    expect(readLostPlaces(refuseLosses(seats, standing)?.message ?? '')).toEqual({
      seats: 2,
      standing: 2,
      names: [...seats.names, ...standing.names],
    });
  });
});
