import { describe, expect, it } from '@jest/globals';
import { ComeAgain, createWaitingLine } from './waiting-line.ts';

/** A line for two at a time on a clock that stands still unless it is moved. */
function lineAt(limits: { patienceMs: number; typicalMs?: number; mostMs?: number }) {
  const clock = { now: 1_000 };
  const line = createWaitingLine({ places: 2, typicalMs: 100, mostMs: 600_000, ...limits }, () => clock.now);
  const works: PromiseWithResolvers<string>[] = [];
  const enter = () =>
    line.run(() => {
      const work = Promise.withResolvers<string>();
      works.push(work);
      return work.promise;
    });
  return { clock, enter, works };
}

const toldOf = (outcome: unknown) => (outcome instanceof ComeAgain ? outcome.afterMs : outcome);

describe('a waiting line', () => {
  it('lets so many work at a time, and the others in their order', async () => {
    const { enter, works } = lineAt({ patienceMs: 60_000 });
    const [first, second, third] = [enter(), enter(), enter()];
    expect(works).toHaveLength(2);
    works[1]?.resolve('second');
    expect(await second).toBe('second');
    expect(works).toHaveLength(3);
    works[0]?.resolve('first');
    works[2]?.resolve('third');
    expect(await Promise.all([first, third])).toEqual(['first', 'third']);
  });

  it('sends away at once who would wait for longer than that is of use, one after another', async () => {
    const { enter, works } = lineAt({ typicalMs: 60_000, patienceMs: 60_000 });
    // Two work for a minute, so one is done each half minute, and two may wait for a minute.
    const admitted = Array.from({ length: 4 }, enter);
    const sent = (await Promise.all([enter(), enter(), enter()])).map(toldOf);
    expect(sent).toEqual([90_000, 120_000, 150_000]);
    for (const _ of admitted) {
      for (const work of works) work.resolve('done');
      await new Promise(setImmediate);
    }
    expect(await Promise.all(admitted)).toEqual(['done', 'done', 'done', 'done']);
  });

  it('tells nobody to come later than is said', async () => {
    const { enter } = lineAt({ patienceMs: 0, mostMs: 200 });
    void enter();
    void enter();
    const told = await Promise.all(Array.from({ length: 20 }, enter));
    for (const outcome of told) expect(toldOf(outcome)).toBeLessThanOrEqual(200);
    expect(new Set(told.map(toldOf)).size).toBeGreaterThan(2);
  });

  it('goes by how long work took of late, or takes already', async () => {
    const { clock, enter, works } = lineAt({ typicalMs: 60_000, patienceMs: 60_000 });
    const isSentAway = async () => {
      const waited = new Promise((resolve) => setImmediate(() => resolve('waits')));
      return (await Promise.race([enter(), waited])) instanceof ComeAgain;
    };
    const working = [enter(), enter()];
    expect(await isSentAway()).toBe(false);
    clock.now += 600_000;
    expect(await isSentAway()).toBe(true);
    for (const work of works) work.resolve('done');
    await Promise.all(working);
    void enter();
    void enter();
    expect(await isSentAway()).toBe(true);
  });

  it('sends away who has waited for too long all the same, and keeps no place for them', async () => {
    const { clock, enter, works } = lineAt({ patienceMs: 60 });
    const first = [enter(), enter()];
    expect(await enter()).toBeInstanceOf(ComeAgain);
    clock.now += 600_000;
    for (const work of works.splice(0)) work.resolve('done');
    await Promise.all(first);
    const second = [enter(), enter()];
    for (const work of works) work.resolve('done');
    expect(await Promise.all(second)).toEqual(['done', 'done']);
  });

  it('lets in whoever comes when there is room, however long works take', async () => {
    const { enter, works } = lineAt({ typicalMs: 60_000, patienceMs: 0 });
    for (const _ of ['first', 'second', 'third']) {
      const both = [enter(), enter()];
      expect(await enter()).toBeInstanceOf(ComeAgain);
      for (const work of works.splice(0)) work.resolve('done');
      expect(await Promise.all(both)).toEqual(['done', 'done']);
    }
  });

  it('gives the place on when the work throws', async () => {
    const line = createWaitingLine({ places: 1, patienceMs: 1_000, typicalMs: 1, mostMs: 1_000 });
    const failing = line.run(() => Promise.reject(new Error('broken')));
    const next = line.run(async () => 'in');
    await expect(failing).rejects.toThrow('broken');
    expect(await next).toBe('in');
  });
});
