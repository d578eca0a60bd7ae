import { describe, expect, it } from '@jest/globals';
import { preparePlan } from './prepared-plan.ts';
import { planLimits } from './seating-plan.ts';

interface Neighbours {
  readonly row_id: string;
  readonly price_zone_id: string;
  readonly first_index: number;
  readonly labels: readonly string[];
  readonly keys: readonly string[];
  readonly accessible: readonly boolean[];
}

interface Seat {
  readonly label: string;
  readonly zone?: string;
  readonly accessible?: boolean;
}

function prepared(rows: readonly (readonly Seat[])[]) {
  const reading = preparePlan(
    'PARTERRE',
    JSON.stringify({
      format: 'parterre-seating-plan/1',
      name: 'Hall',
      priceZones: ['a', 'b'].map((key) => ({ key, label: key, color: '#AA0000' })),
      sections: [
        {
          kind: 'SEATED',
          label: 'Stalls',
          zone: 'a',
          rows: rows.map((seats, row) => ({
            label: `${row}`,
            seats: seats.map((seat, at) => ({ ...seat, x: 20 * at, y: 25 * row })),
          })),
        },
      ],
    }),
  );
  if (reading.kind !== 'read') throw new Error(`expected a plan, got ${JSON.stringify(reading)}`);
  return reading.plan;
}

function batchesOf(plan: ReturnType<typeof prepared>): Neighbours[][] {
  return plan.seats.map((batch) => JSON.parse(batch) as Neighbours[]);
}

const row = (seats: number): Seat[] => Array.from({ length: seats }, (_, at) => ({ label: `${at}` }));

describe('a plan that is ready to be stored', () => {
  it('says what neighbours share once, and begins anew where row or zone is another', () => {
    const plan = prepared([[{ label: '1' }, { label: '2', zone: 'b' }, { label: '3', zone: 'b' }], row(2)]);
    const [neighbours = []] = batchesOf(plan);
    expect(neighbours.map((each) => [each.first_index, each.labels])).toEqual([
      [0, ['1']],
      [1, ['2', '3']],
      [3, ['0', '1']],
    ]);
    const [first, second, third] = neighbours;
    expect(first?.row_id).toBe(second?.row_id);
    expect(second?.row_id).not.toBe(third?.row_id);
    expect(first?.price_zone_id).toBe(third?.price_zone_id);
    expect(first?.price_zone_id).not.toBe(second?.price_zone_id);
  });

  it('keeps what each seat is, in its place', () => {
    const plan = prepared([[{ label: '1' }, { label: '2', accessible: true }]]);
    const [[neighbours] = []] = batchesOf(plan);
    expect(neighbours?.accessible).toEqual([false, true]);
    expect(neighbours?.keys).toEqual(['Stalls\u001f0\u001f1', 'Stalls\u001f0\u001f2']);
  });

  it('comes in statements of a bounded size, the largest plan in 12 MB', () => {
    const plan = prepared(
      Array.from({ length: planLimits.seats / 50 }, () => row(50)).map((seats, at) =>
        seats.map((seat) => ({ ...seat, label: `${at}-${seat.label}` })),
      ),
    );
    const batches = batchesOf(plan);
    const counts = batches.map((batch) => batch.reduce((sum, { labels }) => sum + labels.length, 0));
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(planLimits.seats);
    expect(Math.max(...counts)).toBeLessThan(6_000);
    expect(plan.seats.reduce((sum, batch) => sum + batch.length, 0)).toBeLessThan(12e6);
    expect(plan.geometry.length).toBeLessThan(3e6);
  });
});
