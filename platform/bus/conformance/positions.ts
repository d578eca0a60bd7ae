import { expect, it } from '@jest/globals';
import { until } from '../../testing/until.ts';
import { type Bus, type GroupPositions, PositionsMoved, topicOf } from '../bus.ts';
import type { Setting } from './setting.ts';
import { fact, facts, join, names, seesAll, TOPIC, type Witness, witness } from './witness.ts';

/** How far groups have come, where they keep it themselves, and what the log says about positions. */
export function keepsPositions(at: Setting): void {
  it('begins a group where its own positions say, and stores them there and nowhere else', async () => {
    const kept = new Map<string, string>();
    const positions: GroupPositions = {
      load: async () => new Map(kept),
      store: async (done) => {
        for (const [part, position] of done) kept.set(part, position);
      },
    };
    const [first, second, third] = [witness(), witness(), witness()];
    const consume = (who: Bus, { see }: Witness) =>
      who.consume({ group: 'g', topics: [TOPIC], positions, handle: async (delivered) => see(delivered) });
    const member = await consume(at.bus, first);
    await at.bus.publish(facts('a', 1, 5));
    await seesAll(first, names('a', 1, 5));
    await member.stop();
    const restored = new Map(kept);
    // A part of its own for the key: the others are still before their first fact.
    expect([...restored.keys()].map(topicOf)).toEqual([...restored.keys()].map(() => TOPIC));
    const begun = [...restored.values()].filter((each) => each !== '0');
    expect(begun).toEqual([expect.stringContaining(first.seen.at(-1)?.position ?? 'nothing')]);

    const next = await consume(await at.open(), second);
    await at.bus.publish(facts('a', 6, 8));
    await seesAll(second, names('a', 6, 8));
    await next.stop();
    expect(second.all()).toEqual(names('a', 6, 8));

    // As after a restored backup: what came after it comes again, and nothing else.
    for (const [part, position] of restored) kept.set(part, position);
    await consume(await at.open(), third);
    await seesAll(third, names('a', 6, 8));
    expect(third.all()).toEqual(names('a', 6, 8));
  });

  it('begins a group anew when its positions were moved under it', async () => {
    let kept = new Map<string, string>();
    let isMoved = false;
    const positions: GroupPositions = {
      async load() {
        isMoved = false;
        return new Map(kept);
      },
      async store(done) {
        if (isMoved) throw new PositionsMoved('g');
        kept = new Map([...kept, ...done]);
      },
    };
    const some = witness();
    await at.bus.consume({
      group: 'g',
      topics: [TOPIC],
      positions,
      handle: async (delivered) => some.see(delivered),
    });
    await at.bus.publish(facts('a', 1, 3));
    await until('the positions to be stored', () =>
      [...kept.values()].some((each) => each.includes(some.seen[2]?.position ?? 'nothing')),
    );
    kept = new Map();
    isMoved = true;
    await at.bus.publish([fact('a', 4)]);
    await until('everything to come again', () => some.all().length >= 8);
    expect(some.all()).toEqual([...names('a', 1, 4), ...names('a', 1, 4)]);
  });

  it('knows the end of a key: no fact of it lies beyond', async () => {
    const some = witness();
    await join(at.bus, 'g', some);
    await at.bus.publish(facts('a', 1, 3));
    const end = await at.bus.endPosition(TOPIC, 'a');
    await seesAll(some, names('a', 1, 3));
    const last = some.seen.at(-1)?.position ?? '';
    expect(last <= end).toBe(true);
    await at.bus.publish([fact('a', 4)]);
    expect((await at.bus.endPosition(TOPIC, 'a')) > end).toBe(true);
  });

  it('tells what lies after a position, and since when', async () => {
    const before = Date.now();
    await at.bus.publish(facts('a', 1, 3));
    const all = await at.bus.backlog(TOPIC, new Map());
    expect(all.facts).toBe(3);
    // The clock of the log and this one may differ by a little.
    expect(Math.abs((all.oldestAt?.getTime() ?? 0) - before)).toBeLessThan(60_000);
    const some = witness();
    await join(at.bus, 'g', some);
    await seesAll(some, names('a', 1, 3));
    const begin = await at.bus.positionsBefore(TOPIC, new Date(before - 3_600_000));
    const end = await at.bus.positionsBefore(TOPIC, new Date(before + 3_600_000));
    const own = [...end].find(([part, position]) => position !== begin.get(part))?.[0] ?? '';
    const after = (index: number) => new Map([...begin, [own, some.seen.at(index)?.position ?? '']]);
    expect((await at.bus.backlog(TOPIC, after(0))).facts).toBe(2);
    expect(await at.bus.backlog(TOPIC, after(-1))).toEqual({ facts: 0, oldestAt: null });
    expect(await at.bus.backlog(TOPIC, new Map([...end, ['another', '0']]))).toEqual({
      facts: 0,
      oldestAt: null,
    });
  });

  it('tells where to begin to see everything from a moment on', async () => {
    await at.bus.publish(facts('a', 1, 3));
    const { oldestAt } = await at.bus.backlog(TOPIC, new Map());
    if (!oldestAt) throw new Error('expected facts');
    expect(await at.bus.backlog(TOPIC, await at.bus.positionsBefore(TOPIC, oldestAt))).toMatchObject({
      facts: 3,
    });
    const later = new Date(Date.now() + 3_600_000);
    expect(await at.bus.backlog(TOPIC, await at.bus.positionsBefore(TOPIC, later))).toMatchObject({
      facts: 0,
    });
    expect(new Set((await at.bus.positionsBefore('loyalty', oldestAt)).values())).toEqual(new Set(['0']));
  });
}
