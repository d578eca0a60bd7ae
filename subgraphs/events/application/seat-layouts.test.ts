import { describe, expect, it } from '@jest/globals';
import type { PriceZoneId, SeatId, SeatingPlanId } from '@parterre/contracts/kernel/ids.ts';
import { newId } from '@parterre/platform/kernel/ids.ts';
import type { Transaction } from '@parterre/platform/postgres/database.ts';
import { until } from '@parterre/platform/testing/until.ts';
import type { SeatsOfPlan } from './ports/places.ts';
import { SeatLayouts } from './seat-layouts.ts';

const plan = () => newId<'SeatingPlan'>() as SeatingPlanId;
const transaction = () => ({}) as Transaction;

function seatsOf(count: number): SeatsOfPlan {
  const seats = Array.from({ length: count }, (_, x) => ({
    id: newId<'Seat'>() as SeatId,
    rowId: 'row',
    priceZoneId: 'zone' as PriceZoneId,
    x,
    y: 0,
    isReserved: false,
  }));
  return { seats, stage: null };
}

/** Layouts whose readings the test answers, one by one; `readers` are the transactions by which they were read. */
function layouts(mostSeats?: number) {
  const readings: PromiseWithResolvers<SeatsOfPlan>[] = [];
  const readers: Transaction[] = [];
  const kept = new SeatLayouts(
    {
      seatsOf(tx) {
        const reading = Promise.withResolvers<SeatsOfPlan>();
        readings.push(reading);
        readers.push(tx);
        return reading.promise;
      },
    },
    mostSeats,
  );
  const read = async (planId: SeatingPlanId, count: number) => {
    const layout = kept.of(transaction(), planId);
    readings.at(-1)?.resolve(seatsOf(count));
    return layout;
  };
  return { kept, readings, readers, read };
}

describe('the layouts of plans', () => {
  it('are read once, by the transaction of whoever wants one first', async () => {
    const { kept, readings, readers } = layouts();
    const [planId, first] = [plan(), transaction()];
    const wanted = [kept.of(first, planId), kept.of(transaction(), planId)];
    readings[0]?.resolve(seatsOf(3));
    const [one, other] = await Promise.all(wanted);
    expect(one?.seats).toHaveLength(3);
    expect(other).toBe(one);
    expect(await kept.of(transaction(), planId)).toBe(one);
    expect(readers).toEqual([first]);
  });

  it('are read again by those who waited for a reading that failed', async () => {
    const { kept, readings } = layouts();
    const planId = plan();
    const failed = kept.of(transaction(), planId);
    const others = [kept.of(transaction(), planId), kept.of(transaction(), planId)];
    readings[0]?.reject(new Error('expected a connection, got none'));
    await expect(failed).rejects.toThrow('expected a connection');
    await until('the second reading', () => readings.length === 2);
    readings[1]?.resolve(seatsOf(2));
    const [one, other] = await Promise.all(others);
    expect(one?.seats).toHaveLength(2);
    expect(other).toBe(one);
    expect(readings).toHaveLength(2);
  });

  it('are read again after a reading that failed at once', async () => {
    let calls = 0;
    const kept = new SeatLayouts({
      seatsOf() {
        calls += 1;
        if (calls === 1) throw new Error('expected a connection, got none');
        return Promise.resolve(seatsOf(2));
      },
    });
    const planId = plan();
    await expect(kept.of(transaction(), planId)).rejects.toThrow('expected a connection');
    expect((await kept.of(transaction(), planId)).seats).toHaveLength(2);
  });

  it('are had without waiting for what others read', async () => {
    const { kept, read } = layouts();
    const unfinished = kept.of(transaction(), plan());
    expect((await read(plan(), 2)).seats).toHaveLength(2);
    void unfinished;
  });

  it('are forgotten, those used longest ago first, where they have more seats together than are kept', async () => {
    const { kept, readings, read } = layouts(10);
    const [first, second, third] = [plan(), plan(), plan()];
    await read(first, 4);
    await read(second, 4);
    await kept.of(transaction(), first);
    await read(third, 4);
    expect(readings).toHaveLength(3);
    await kept.of(transaction(), first);
    await kept.of(transaction(), third);
    expect(readings).toHaveLength(3);
    await read(second, 4);
    expect(readings).toHaveLength(4);
  });

  it('are kept one at least, however large it is', async () => {
    const { kept, readings, read } = layouts(10);
    const large = plan();
    const layout = await read(large, 30);
    expect(await kept.of(transaction(), large)).toBe(layout);
    expect(readings).toHaveLength(1);
  });
});
