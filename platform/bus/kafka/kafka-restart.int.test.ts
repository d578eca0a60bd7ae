import { afterAll, afterEach, describe, expect, it } from '@jest/globals';
import { countedFacts } from '../../testing/counted-facts.ts';
import { kafkaUnderTest } from '../../testing/kafka-under-test.ts';
import { roundsOf } from '../../testing/reliability-scale.ts';
import { startTestCluster } from '../../testing/test-kafka.ts';
import { until } from '../../testing/until.ts';
import type { Bus } from '../bus.ts';

/** The only broker is killed with -9: nobody can be asked until it is back, not even for another coordinator. */
const kafka = await startTestCluster(1);
afterAll(() => kafka?.stop());

(kafka ? describe : describe.skip)('the only broker is killed and started again under load', () => {
  const opened: Bus[] = [];
  afterEach(() => Promise.all(opened.splice(0).map((bus) => bus.close())));

  it.each(roundsOf('brokerKills'))(
    'and groups and tails miss nothing that was published (kill %d)',
    async () => {
      const log = await kafkaUnderTest(kafka?.brokers ?? []);
      const crashes: Error[] = [];
      const open = () => log.open({ onCrash: (error) => void crashes.push(error) });
      const [publisher, member, watcher] = await Promise.all([open(), open(), open()]);
      opened.push(publisher, member, watcher);
      const [handled, tailed, acknowledged] = [new Set<string>(), new Set<string>(), new Set<string>()];
      await member.consume({
        group: 'g',
        topics: ['tickets'],
        handle: async ({ fact: { id } }) => void handled.add(id),
      });
      await watcher.tail({ topics: ['tickets'], handle: ({ fact: { id } }) => void tailed.add(id) });
      let isOver = false;
      const publishing = (async () => {
        while (!isOver) {
          const facts = countedFacts(20);
          await publisher.publish(facts).then(
            () => {
              for (const { id } of facts) acknowledged.add(id);
            },
            () => {},
          );
        }
      })();
      try {
        await until('facts to flow', () => handled.size > 200);
        await kafka?.kill(0);
        await kafka?.start(0);
        const before = acknowledged.size;
        await until('facts to be taken again', () => acknowledged.size > before + 200);
      } finally {
        isOver = true;
        await publishing;
      }
      await until('the group to have handled all', () => [...acknowledged].every((id) => handled.has(id)));
      await until('the tail to have seen all', () => [...acknowledged].every((id) => tailed.has(id)));
      expect(crashes).toEqual([]);
    },
    300_000,
  );
});
