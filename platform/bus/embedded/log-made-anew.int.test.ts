import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { silentLogger } from '../../telemetry/logger.ts';
import { countedFact } from '../../testing/counted-facts.ts';
import { createEmptyDatabase, dropDatabase } from '../../testing/test-database.ts';
import { until } from '../../testing/until.ts';
import type { Bus, GroupPositions } from '../bus.ts';
import { openEmbeddedBus } from './embedded-bus.ts';

// What becomes of positions in another log is among the promises of every bus (conformance/epochs.ts).

let logs: { readonly name: string; readonly url: string }[];
let opened: Bus[];
beforeEach(async () => {
  logs = [await createEmptyDatabase(), await createEmptyDatabase()];
  opened = [];
});
afterEach(async () => {
  await Promise.all(opened.map((bus) => bus.close()));
  for (const { name } of logs) await dropDatabase(name);
});

it('begins at the first fact of a new log also after it broke off while it wrote that down', async () => {
  const kept = new Map<string, string>();
  let failures = 0;
  const positions: GroupPositions = {
    load: async () => new Map(kept),
    async store(done) {
      if (failures-- > 0) throw new Error('the database is out of reach');
      for (const [part, position] of done) kept.set(part, position);
    },
  };
  const [lost, anew] = logs;
  for (const log of [lost, anew]) {
    const bus = await openEmbeddedBus({ url: log?.url ?? '', logger: silentLogger });
    opened.push(bus);
    const facts = [countedFact('a'), countedFact('a')];
    await bus.publish(facts);
    failures = log === anew ? 1 : 0;
    const handled: string[] = [];
    const { stop } = await bus.consume({
      group: 'g',
      topics: ['tickets'],
      positions,
      handle: async ({ fact: { id } }) => void handled.push(id),
    });
    await until('both facts', () => handled.length === 2);
    await stop();
    expect(handled).toEqual(facts.map(({ id }) => id));
    expect(Number(kept.get('tickets'))).toBe(2);
  }
});
