import { expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import { BusUnavailable } from '../bus.ts';
import type { Setting } from './setting.ts';
import { fact, facts, join, names, seesAll, TOPIC, witness } from './witness.ts';

/** What is published: whole, in one go, again; and what a bus does that is closed, or whose log is down. */
export function keepsPublishing(at: Setting): void {
  it('hands on what is published twice, each time', async () => {
    const some = witness();
    const batch = facts('a', 1, 2);
    await at.bus.publish(batch);
    await at.bus.publish(batch);
    await join(at.bus, 'g', some);
    await until('four deliveries', () => some.all().length === 4);
    expect(some.all()).toEqual(['a1', 'a2', 'a1', 'a2']);
  });

  it('hands on an old batch that a relay, which wakes up late, appends again behind newer facts', async () => {
    const some = witness();
    await join(at.bus, 'g', some);
    const old = facts('a', 1, 2);
    await at.bus.publish(old);
    await at.bus.publish(facts('a', 3, 4));
    await (await at.open()).publish(old);
    await until('six deliveries', () => some.all().length === 6);
    expect(some.all()).toEqual(['a1', 'a2', 'a3', 'a4', 'a1', 'a2']);
    // Where it lies now, not where it lay: whoever has come to a4 has not seen it.
    const positions = some.seen.map(({ position }) => position);
    expect(positions).toEqual([...new Set(positions)].sort());
  });

  it('carries large batches and large facts whole', async () => {
    const some = witness();
    await join(at.bus, 'g', some);
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const batch = Array.from({ length: 400 }, (_, n) => keys.map((key) => fact(key, n))).flat();
    await at.bus.publish(batch);
    const large = { ...fact('z', 1), data: { n: 1, text: 'ß'.repeat(200_000) } };
    await at.bus.publish([large]);
    await seesAll(some, ['z1', ...keys.flatMap((key) => names(key, 0, 399))]);
    for (const key of keys) expect(some.of(key)).toEqual(names(key, 0, 399));
    expect(some.seen.find((each) => some.text(each) === 'z1')?.fact).toEqual(large);
  }, 60_000);

  it('carries facts of several topics in one publish', async () => {
    const some = witness();
    const other = { ...fact('p', 1), source: 'payments' as const };
    await at.bus.publish([fact('a', 1), other, fact('a', 2)]);
    await at.bus.consume({
      group: 'both',
      topics: [TOPIC, 'payments'],
      async handle(delivered) {
        some.see(delivered);
      },
    });
    await seesAll(some, ['a1', 'p1', 'a2']);
    expect(some.of('a')).toEqual(['a1', 'a2']);
  });

  it('takes an empty publish for done', async () => {
    await expect(at.bus.publish([])).resolves.toBeUndefined();
  });

  it('finishes the fact in hand when it is closed, and takes up no other', async () => {
    const some = witness();
    const started = Promise.withResolvers<void>();
    const mayFinish = Promise.withResolvers<void>();
    let isFinished = false;
    await join(at.bus, 'g', some, async () => {
      started.resolve();
      await mayFinish.promise;
      isFinished = true;
    });
    await at.bus.publish(facts('a', 1, 2));
    await started.promise;
    const closing = at.close(at.bus);
    mayFinish.resolve();
    await closing;
    expect(isFinished).toBe(true);
    expect(some.all()).toEqual(['a1']);
    await expect(at.bus.publish([fact('a', 3)])).rejects.toThrow();
    const next = witness();
    await join(await at.open(), 'g', next);
    await seesAll(next, ['a2']);
    expect(next.all()).toEqual(['a2']);
  });

  it('refuses to publish while the log is down, and goes on afterwards with groups and tails', async () => {
    const [some, tailed] = [witness(), witness()];
    await join(at.bus, 'g', some);
    await at.bus.tail({ topics: [TOPIC], handle: tailed.see });
    await at.bus.publish(facts('a', 1, 2));
    await Promise.all([seesAll(some, ['a2']), seesAll(tailed, ['a2'])]);
    const restore = await at.log.interrupt();
    await expect(at.bus.publish([fact('a', 3)])).rejects.toThrow();
    await expect(at.bus.isReady()).resolves.toBe(false);
    await expect(at.bus.endPosition(TOPIC, 'a')).rejects.toThrow(BusUnavailable);
    await restore();
    await until('the bus to be ready again', () => at.bus.isReady());
    await until('a publish to succeed', () =>
      at.bus.publish([fact('a', 4)]).then(
        () => true,
        () => false,
      ),
    );
    await Promise.all([seesAll(some, ['a4']), seesAll(tailed, ['a4'])]);
    expect([...new Set(some.of('a'))].filter((each) => each !== 'a3')).toEqual(['a1', 'a2', 'a4']);
  }, 90_000);
}
