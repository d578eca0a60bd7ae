import { expect, it } from '@jest/globals';
import type { Bus, DeliveredFact, GroupBeginning, GroupPositions } from '../bus.ts';
import type { Setting } from './setting.ts';
import { facts, names, seesAll, TOPIC, witness } from './witness.ts';

/** The identity of a log, and what becomes of positions in another one. */
export function keepsEpochs(at: Setting): void {
  it('names its log for good: one epoch for all processes, and another one for another log', async () => {
    const epoch = await at.bus.epoch(TOPIC);
    expect(epoch).toMatch(/^[0-9a-zA-Z]{1,40}$/);
    await at.bus.publish(facts('a', 1, 3));
    expect(await (await at.open()).epoch(TOPIC)).toBe(epoch);
    const other = await at.create();
    const elsewhere = await other.open();
    expect(await elsewhere.epoch(TOPIC)).not.toBe(epoch);
    await elsewhere.close();
    await other.dispose();
  });

  it('is another log when it is lost and made anew: groups begin at its first fact, whatever they remember', async () => {
    const kept = new Map<string, string>();
    const positions: GroupPositions = {
      load: async (parts) => new Map([...kept].filter(([part]) => parts.includes(part))),
      store: async (done) => {
        for (const [part, position] of done) kept.set(part, position);
      },
    };
    const consume = async (who: Bus, begins?: GroupBeginning) => {
      const some = witness();
      const handle = async (delivered: DeliveredFact) => some.see(delivered);
      const { stop } = await who.consume({ group: 'g', topics: [TOPIC], positions, begins, handle });
      return { some, stop };
    };
    const first = await consume(at.bus);
    await at.bus.publish(facts('a', 1, 5));
    await seesAll(first.some, names('a', 1, 5));
    await first.stop();
    const epoch = await at.bus.epoch(TOPIC);
    await at.close(at.bus);
    await at.log.makeAnew();

    const next = await at.open();
    expect(await next.epoch(TOPIC)).not.toBe(epoch);
    // As many as before: by their places alone the group would be done with them.
    await next.publish(facts('a', 11, 15));
    // Also one that would begin with what comes now: it is not new.
    const second = await consume(next, 'now');
    await seesAll(second.some, names('a', 11, 15));
    await second.stop();
    expect(second.some.all()).toEqual(names('a', 11, 15));
    expect(await next.backlog(TOPIC, kept)).toEqual({ facts: 0, oldestAt: null });
    // And from there on it remembers the new one.
    await next.publish(facts('a', 16, 17));
    const third = await consume(await at.open());
    await seesAll(third.some, names('a', 16, 17));
    expect(third.some.all()).toEqual(names('a', 16, 17));
  });
}
