import { describe, expect, it } from '@jest/globals';
import { readGeometry } from '../../seat-map/plan/geometry.ts';
import { documentOf, faultsOf, rowNames, seatCounts } from './plan-document.ts';
import { newPlan, newSeated, nextName, type PlanDraft, type SeatedDraft } from './plan-draft.ts';
import { pictureOf } from './plan-picture.ts';

const studio = newPlan({ name: 'Studio', zone: 'All seats', section: 'Stalls' });
const seated = (changes: Partial<SeatedDraft>): SeatedDraft => ({
  ...newSeated({ id: 'section-1', label: 'Stalls', zoneKey: 'zone-1' }),
  ...changes,
});
const withSections = (...sections: PlanDraft['sections']): PlanDraft => ({ ...studio, sections });

describe('a plan that is drawn by hand', () => {
  it('has as many seats in its picture as in its document', () => {
    const draft = withSections(seated({ rows: 3, seats: '4, 5' }));
    const plan = readGeometry(pictureOf(documentOf(draft)));
    expect(plan.seatCount).toBe(14);
    expect(plan.rows.map(({ label, seatCount }) => `${label}${seatCount}`)).toEqual(['A4', 'B5', 'C5']);
  });

  it('keeps its distances in arcs: neighbours 10 apart, no seat on another', () => {
    const draft = withSections(seated({ shape: 'curved', rows: 8, seats: '30' }));
    const [section] = documentOf(draft).sections;
    const seats = section?.kind === 'SEATED' ? section.rows.flatMap((row) => row.seats) : [];
    for (const [at, a] of seats.entries()) {
      for (const b of seats.slice(at + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(9);
    }
  });

  it('numbers seats from either side, as one looks at the stage', () => {
    const labels = (draft: PlanDraft) => {
      const [section] = documentOf(draft).sections;
      const row = section?.kind === 'SEATED' ? section.rows[0] : undefined;
      return [...(row?.seats ?? [])].sort((a, b) => a.x - b.x).map(({ label }) => label);
    };
    expect(labels(withSections(seated({ seats: '3' })))).toEqual(['1', '2', '3']);
    expect(labels(withSections(seated({ seats: '3', numbersFrom: 'right' })))).toEqual(['3', '2', '1']);
  });

  it('has sections one behind the other', () => {
    const draft = withSections(seated({ shape: 'curved' }), seated({ id: 'b', label: 'Balcony' }));
    const spans = documentOf(draft).sections.map((section) =>
      section.kind === 'SEATED' ? section.rows.flatMap(({ seats }) => seats.map(({ y }) => y)) : [],
    );
    expect(Math.max(...(spans[0] ?? []))).toBeLessThan(Math.min(...(spans[1] ?? [])));
    expect(Math.min(...(spans[0] ?? []))).toBeGreaterThan(0);
  });
});

describe('a draft that is no plan yet', () => {
  it.each([
    ['without a section', withSections(), 'no-sections'],
    ['with a section without a name', withSections(seated({ label: ' ' })), 'no-label'],
    ['with two sections of one name', withSections(seated({}), seated({ id: 'b' })), 'label-twice'],
    ['with no rows', withSections(seated({ rows: 0 })), 'rows'],
    ['with seats that are no numbers', withSections(seated({ seats: 'ten' })), 'seats'],
    ['with more numbers than rows', withSections(seated({ rows: 1, seats: '3, 4' })), 'seats'],
    ['with rows that begin with a sign', withSections(seated({ firstRow: '!' })), 'first-row'],
    [
      'with a wheelchair place that is not there',
      withSections(seated({ wheelchairs: 'A13' })),
      'wheelchairs',
    ],
  ])('says why: %s', (_title, draft, kind) => {
    expect(faultsOf(draft).map((fault) => fault.kind)).toEqual([kind]);
  });
});

describe('names', () => {
  it('of rows go on from the first one', () => {
    expect(rowNames('Y', 4)).toEqual(['Y', 'Z', 'AA', 'AB']);
    expect(rowNames('9', 3)).toEqual(['9', '10', '11']);
  });

  it('of new zones are not taken yet', () => {
    expect(nextName('zone', ['zone-1', 'zone-3'])).toBe('zone-4');
    expect(nextName('zone', ['zone-2'])).toBe('zone-3');
  });

  it('of seats: the last number stands for all rows after it', () => {
    expect(seatCounts({ rows: 4, seats: '8, 10' })).toEqual([8, 10, 10, 10]);
  });
});
