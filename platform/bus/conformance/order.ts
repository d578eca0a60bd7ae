import { expect, it } from '@jest/globals';
import type { Setting } from './setting.ts';
import { fact, facts, join, names, seesAll, witness } from './witness.ts';

/** The order of a key, and what one that fails or is slow holds up. */
export function keepsOrder(at: Setting): void {
  it('keeps the order of a key, and gives later facts of it greater positions', async () => {
    const some = witness();
    await join(at.bus, 'g', some);
    for (let n = 1; n <= 30; n += 3) {
      await at.bus.publish([...facts('a', n, n + 2), ...facts('b', n, n + 2)]);
    }
    await seesAll(some, [...names('a', 1, 30), ...names('b', 1, 30)]);
    expect(some.of('a')).toEqual(names('a', 1, 30));
    expect(some.of('b')).toEqual(names('b', 1, 30));
    const positions = some.seen
      .filter(({ fact: { subject } }) => subject === 'a')
      .map((each) => each.position);
    expect(positions).toEqual([...new Set(positions)].sort());
  });

  it('hands a fact over again when its handler failed, before any later one of its key', async () => {
    const some = witness();
    let failures = 2;
    await join(at.bus, 'g', some, (each) => {
      if (each === 'a2' && failures-- > 0) throw new Error('not yet');
    });
    await at.bus.publish(facts('a', 1, 3));
    await seesAll(some, ['a3']);
    expect(some.all()).toEqual(['a1', 'a2', 'a2', 'a2', 'a3']);
  });

  it('hands a fact over again, to the next member, when the one before did not finish it', async () => {
    const first = witness();
    const member = await join(at.bus, 'g', first, (each) => {
      if (each === 'a2') throw new Error('never');
    });
    await at.bus.publish([...facts('a', 1, 3), ...facts('b', 1, 3)]);
    await seesAll(first, ['a2', 'b3']);
    await member.stop();
    const second = witness();
    await join(await at.open(), 'g', second);
    await seesAll(second, ['a2', 'a3']);
    expect(second.of('a').slice(-2)).toEqual(['a2', 'a3']);
  });

  it('lets other keys flow beside a slow one', async () => {
    const some = witness();
    const slow = Promise.withResolvers<void>();
    await join(at.bus, 'g', some, (each) => (each === 'a1' ? slow.promise : undefined));
    await at.bus.publish([fact('a', 1), ...facts('b', 1, 20), ...facts('c', 1, 20), fact('a', 2)]);
    await seesAll(some, [...names('b', 1, 20), ...names('c', 1, 20)]);
    expect(some.of('a')).toEqual(['a1']);
    slow.resolve();
    await seesAll(some, ['a2']);
  });

  it('lets other groups flow beside one that fails', async () => {
    const [failing, healthy] = [witness(), witness()];
    await join(at.bus, 'failing', failing, () => {
      throw new Error('never');
    });
    await join(at.bus, 'healthy', healthy);
    await at.bus.publish(facts('a', 1, 10));
    await seesAll(healthy, names('a', 1, 10));
    await seesAll(failing, ['a1']);
    expect(new Set(failing.all())).toEqual(new Set(['a1']));
  });
}
