import { describe, expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import type { Bus } from '../bus.ts';
import type { Setting } from './setting.ts';
import { facts, names, seesAll, TOPIC, type Witness, witness } from './witness.ts';

/** A moment that comes after every fact of the topic: clocks are read to the millisecond, the log's as well as ours. */
async function momentAfterAll(bus: Bus): Promise<Date> {
  let moment = new Date();
  await until('the clock to go on', async () => {
    moment = new Date();
    return (await bus.backlog(TOPIC, await bus.positionsBefore(TOPIC, moment))).facts === 0;
  });
  return moment;
}

/** Tails: every fact, shown to each process that asks. */
export function keepsTails(at: Setting): void {
  describe('a tail', () => {
    const tail = (who: Bus, some: Witness, since?: Date) =>
      who.tail({ topics: [TOPIC], since, handle: some.see });

    it('sees every fact from its attaching on, of whichever process, and none from before', async () => {
      await at.bus.publish(facts('a', 1, 3));
      const some = witness();
      await tail(at.bus, some);
      const another = await at.open();
      await at.bus.publish(facts('a', 4, 6));
      await another.publish(facts('b', 1, 3));
      await seesAll(some, [...names('a', 4, 6), ...names('b', 1, 3)]);
      expect(some.of('a')).toEqual(names('a', 4, 6));
    });

    it('sees what was published since a moment, when it is asked for', async () => {
      await at.bus.publish(facts('a', 1, 3));
      const since = await momentAfterAll(at.bus);
      await at.bus.publish(facts('a', 4, 6));
      const some = witness();
      await tail(at.bus, some, since);
      await at.bus.publish(facts('a', 7, 8));
      await seesAll(some, names('a', 4, 8));
      expect(some.of('a')).toEqual(names('a', 4, 8));
    });

    it('says when it has shown all that was there before it was attached', async () => {
      const since = new Date(Date.now() - 60_000);
      await at.bus.publish(facts('a', 1, 1_200));
      const some = witness();
      const { caughtUp } = await tail(at.bus, some, since);
      await caughtUp;
      expect(some.of('a')).toEqual(names('a', 1, 1_200));
    });

    it('has caught up at once when there is nothing to show, and when it is stopped', async () => {
      await at.bus.publish(facts('a', 1, 3));
      const some = witness();
      await (await tail(at.bus, some)).caughtUp;
      expect(some.all()).toEqual([]);
      const stopped = await tail(at.bus, witness(), new Date(Date.now() - 60_000));
      await stopped.stop();
      await stopped.caughtUp;
    });

    it('is shown to every process that asks', async () => {
      const [here, there] = [witness(), witness()];
      await tail(at.bus, here);
      await tail(await at.open(), there);
      await at.bus.publish(facts('a', 1, 3));
      await Promise.all([seesAll(here, names('a', 1, 3)), seesAll(there, names('a', 1, 3))]);
    });

    it('sees nothing after it was stopped', async () => {
      const [stopped, other] = [witness(), witness()];
      const subscription = await tail(at.bus, stopped);
      await tail(at.bus, other);
      await subscription.stop();
      await at.bus.publish(facts('a', 1, 3));
      await seesAll(other, names('a', 1, 3));
      expect(stopped.all()).toEqual([]);
    });
  });
}
