import { expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import type { Bus } from '../bus.ts';
import type { Setting } from './setting.ts';
import { fact, facts, join, names, seesAll, TOPIC, witness } from './witness.ts';

/** Where groups begin and go on, what they are handed, and how their members share it. */
export function keepsGroups(at: Setting): void {
  it('lets a group begin where it says: with the first fact kept, or with what comes after it was attached', async () => {
    await at.bus.publish(facts('a', 1, 3));
    const [whole, late] = [witness(), witness()];
    const beginNow = (who: Bus) =>
      who.consume({
        group: 'late',
        topics: [TOPIC],
        begins: 'now',
        handle: async (each) => late.see(each),
      });
    await join(at.bus, 'whole', whole);
    const first = await beginNow(at.bus);
    await at.bus.publish(facts('a', 4, 5));
    await seesAll(late, ['a4', 'a5']);
    await seesAll(whole, names('a', 1, 5));
    expect(late.all()).toEqual(['a4', 'a5']);
    // A group that is known goes on where it was, whatever it says.
    await first.stop();
    await at.bus.publish(facts('a', 6, 7));
    await beginNow(await at.open());
    await seesAll(late, ['a6', 'a7']);
  });

  it('hands a fact over as it was published', async () => {
    const some = witness();
    const sent = {
      ...fact('a', 1),
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
    };
    await at.bus.publish([sent]);
    await join(at.bus, 'g', some);
    await seesAll(some, ['a1']);
    expect(some.seen[0]?.fact).toEqual(sent);
  });

  it('begins a new group at the first fact kept', async () => {
    await at.bus.publish(facts('a', 1, 3));
    const some = witness();
    await join(at.bus, 'late', some);
    await seesAll(some, names('a', 1, 3));
  });

  it('hands facts that another process published to a group', async () => {
    const some = witness();
    await join(at.bus, 'g', some);
    const another = await at.open();
    await another.publish(facts('a', 1, 3));
    await seesAll(some, names('a', 1, 3));
  });

  it('resumes a group where it stopped', async () => {
    const first = witness();
    const member = await join(at.bus, 'g', first);
    await at.bus.publish(facts('a', 1, 5));
    await seesAll(first, names('a', 1, 5));
    await member.stop();
    await at.bus.publish(facts('a', 6, 10));
    const second = witness();
    await join(await at.open(), 'g', second);
    await seesAll(second, names('a', 6, 10));
    expect(second.all()).toEqual(names('a', 6, 10));
  });

  it('hands a key to one member of a group, and to the next one when it leaves', async () => {
    const [first, second] = [witness(), witness()];
    const member = await join(at.bus, 'g', first);
    await join(await at.open(), 'g', second);
    await at.bus.publish(facts('a', 1, 50));
    await until('all facts to be seen by either', () => {
      return new Set([...first.all(), ...second.all()]).size === 50;
    });
    await member.stop();
    await at.bus.publish(facts('a', 51, 60));
    await seesAll(second, names('a', 51, 60));
    expect([...first.all(), ...second.all()]).toEqual(names('a', 1, 60));
  });

  it('loses nothing and keeps the order of every key while members of a group come and go', async () => {
    const keys = Array.from({ length: 12 }, (_, n) => `k${n}-`);
    const some = witness();
    let isLast = false;
    let last = 0;
    const publishing = (async () => {
      for (let n = 1; !isLast || n <= 60; n += 1) {
        await at.bus.publish(keys.map((key) => fact(key, n)));
        last = n;
      }
    })();
    let member = await join(at.bus, 'g', some);
    for (let round = 1; round <= 3; round += 1) {
      const next = await join(await at.open(), 'g', some);
      await until('facts to be seen by both', () => some.all().length >= round * 100);
      await member.stop();
      member = next;
    }
    isLast = true;
    await publishing;
    await seesAll(
      some,
      keys.map((key) => `${key}${last}`),
    );
    // One that is seen a second time was in the hands of the member before; a new one never comes too early.
    for (const key of keys) expect([...new Set(some.of(key))]).toEqual(names(key, 1, last));
  });
}
