import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../kernel/ids.ts';
import { until } from '../testing/until.ts';
import {
  type Bus,
  type ConsumeOptions,
  type DeliveredFact,
  type FactEnvelope,
  type GroupPositions,
  PositionsMoved,
  type Subscription,
  topicOf,
} from './bus.ts';

/** A real log, empty at first, that an adapter talks to. Each test has its own: a database, a prefix of topics. */
export interface BusUnderTest {
  /** A bus as one more process would open it. */
  open(): Promise<Bus>;
  /** Makes the log unreachable until the returned function is called. */
  interrupt(): Promise<() => Promise<void>>;
  /** Called at the end of the test, when every bus is closed. */
  dispose(): Promise<void>;
}

const TOPIC = 'tickets';

/** What every bus promises (bus.ts). Each adapter runs it against the real thing. */
export function busConformance(name: string, create: () => Promise<BusUnderTest>): void {
  describe(`${name} keeps the promises of a bus`, () => {
    let log: BusUnderTest;
    let bus: Bus;
    let opened: Bus[];

    beforeEach(async () => {
      opened = [];
      log = await create();
      bus = await open();
    }, 60_000);
    afterEach(async () => {
      await Promise.all(opened.map((each) => each.close()));
      await log.dispose();
    });

    async function open(): Promise<Bus> {
      const another = await log.open();
      opened.push(another);
      return another;
    }

    const fact = (key: string, n: number): FactEnvelope<{ n: number }> => ({
      specversion: '1.0',
      id: newId(),
      type: 'Counted',
      source: TOPIC,
      subject: key,
      time: new Date().toISOString(),
      datacontenttype: 'application/json',
      data: { n },
    });
    const facts = (key: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => fact(key, from + index));

    /** What a handler was shown: as it was, and as "a1", its key and number. */
    function witness() {
      const seen: DeliveredFact[] = [];
      const text = ({ fact: { subject, data } }: DeliveredFact) => `${subject}${(data as { n: number }).n}`;
      return {
        seen,
        see: (delivered: DeliveredFact) => void seen.push(delivered),
        all: () => seen.map(text),
        of: (key: string) => seen.filter(({ fact: { subject } }) => subject === key).map(text),
        text,
      };
    }
    type Witness = ReturnType<typeof witness>;

    function join(
      who: Bus,
      group: string,
      { see, text }: Witness,
      handle: (fact: string) => Promise<void> | void = () => {},
    ): Promise<Subscription> {
      const options: ConsumeOptions = {
        group,
        topics: [TOPIC],
        async handle(delivered) {
          see(delivered);
          await handle(text(delivered));
        },
      };
      return who.consume(options);
    }

    const seesAll = (some: Witness, wanted: readonly string[]) =>
      until(`${wanted.length} facts to be seen`, () => {
        const all = new Set(some.all());
        return wanted.every((each) => all.has(each));
      });
    const names = (key: string, from: number, to: number) =>
      Array.from({ length: to - from + 1 }, (_, index) => `${key}${from + index}`);

    it('lets a group begin where it says: with the first fact kept, or with what comes after it was attached', async () => {
      await bus.publish(facts('a', 1, 3));
      const [whole, late] = [witness(), witness()];
      const beginNow = (who: Bus) =>
        who.consume({
          group: 'late',
          topics: [TOPIC],
          begins: 'now',
          handle: async (each) => late.see(each),
        });
      await join(bus, 'whole', whole);
      const first = await beginNow(bus);
      await bus.publish(facts('a', 4, 5));
      await seesAll(late, ['a4', 'a5']);
      await seesAll(whole, names('a', 1, 5));
      expect(late.all()).toEqual(['a4', 'a5']);
      // A group that is known goes on where it was, whatever it says.
      await first.stop();
      await bus.publish(facts('a', 6, 7));
      await beginNow(await open());
      await seesAll(late, ['a6', 'a7']);
    });

    it('hands a fact over as it was published', async () => {
      const some = witness();
      const sent = {
        ...fact('a', 1),
        traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      };
      await bus.publish([sent]);
      await join(bus, 'g', some);
      await seesAll(some, ['a1']);
      expect(some.seen[0]?.fact).toEqual(sent);
    });

    it('keeps the order of a key, and gives later facts of it greater positions', async () => {
      const some = witness();
      await join(bus, 'g', some);
      for (let n = 1; n <= 30; n += 3) {
        await bus.publish([...facts('a', n, n + 2), ...facts('b', n, n + 2)]);
      }
      await seesAll(some, [...names('a', 1, 30), ...names('b', 1, 30)]);
      expect(some.of('a')).toEqual(names('a', 1, 30));
      expect(some.of('b')).toEqual(names('b', 1, 30));
      const positions = some.seen
        .filter(({ fact: { subject } }) => subject === 'a')
        .map((each) => each.position);
      expect(positions).toEqual([...new Set(positions)].sort());
    });

    it('begins a new group at the first fact kept', async () => {
      await bus.publish(facts('a', 1, 3));
      const some = witness();
      await join(bus, 'late', some);
      await seesAll(some, names('a', 1, 3));
    });

    it('hands facts that another process published to a group', async () => {
      const some = witness();
      await join(bus, 'g', some);
      const another = await open();
      await another.publish(facts('a', 1, 3));
      await seesAll(some, names('a', 1, 3));
    });

    it('resumes a group where it stopped', async () => {
      const first = witness();
      const member = await join(bus, 'g', first);
      await bus.publish(facts('a', 1, 5));
      await seesAll(first, names('a', 1, 5));
      await member.stop();
      await bus.publish(facts('a', 6, 10));
      const second = witness();
      await join(await open(), 'g', second);
      await seesAll(second, names('a', 6, 10));
      expect(second.all()).toEqual(names('a', 6, 10));
    });

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
      const member = await consume(bus, first);
      await bus.publish(facts('a', 1, 5));
      await seesAll(first, names('a', 1, 5));
      await member.stop();
      const restored = new Map(kept);
      // A part of its own for the key: the others are still before their first fact.
      expect([...restored.keys()].map(topicOf)).toEqual([...restored.keys()].map(() => TOPIC));
      const begun = [...restored.values()].filter((each) => each !== '0');
      expect(begun).toEqual([expect.stringContaining(first.seen.at(-1)?.position ?? 'nothing')]);

      const next = await consume(await open(), second);
      await bus.publish(facts('a', 6, 8));
      await seesAll(second, names('a', 6, 8));
      await next.stop();
      expect(second.all()).toEqual(names('a', 6, 8));

      // As after a restored backup: what came after it comes again, and nothing else.
      for (const [part, position] of restored) kept.set(part, position);
      await consume(await open(), third);
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
      await bus.consume({
        group: 'g',
        topics: [TOPIC],
        positions,
        handle: async (delivered) => some.see(delivered),
      });
      await bus.publish(facts('a', 1, 3));
      await until('the positions to be stored', () =>
        [...kept.values()].some((each) => each.includes(some.seen[2]?.position ?? 'nothing')),
      );
      kept = new Map();
      isMoved = true;
      await bus.publish([fact('a', 4)]);
      await until('everything to come again', () => some.all().length >= 8);
      expect(some.all()).toEqual([...names('a', 1, 4), ...names('a', 1, 4)]);
    });

    it('hands a fact over again when its handler failed, before any later one of its key', async () => {
      const some = witness();
      let failures = 2;
      await join(bus, 'g', some, (each) => {
        if (each === 'a2' && failures-- > 0) throw new Error('not yet');
      });
      await bus.publish(facts('a', 1, 3));
      await seesAll(some, ['a3']);
      expect(some.all()).toEqual(['a1', 'a2', 'a2', 'a2', 'a3']);
    });

    it('hands a fact over again, to the next member, when the one before did not finish it', async () => {
      const first = witness();
      const member = await join(bus, 'g', first, (each) => {
        if (each === 'a2') throw new Error('never');
      });
      await bus.publish([...facts('a', 1, 3), ...facts('b', 1, 3)]);
      await seesAll(first, ['a2', 'b3']);
      await member.stop();
      const second = witness();
      await join(await open(), 'g', second);
      await seesAll(second, ['a2', 'a3']);
      expect(second.of('a').slice(-2)).toEqual(['a2', 'a3']);
    });

    it('lets other keys flow beside a slow one', async () => {
      const some = witness();
      const slow = Promise.withResolvers<void>();
      await join(bus, 'g', some, (each) => (each === 'a1' ? slow.promise : undefined));
      await bus.publish([fact('a', 1), ...facts('b', 1, 20), ...facts('c', 1, 20), fact('a', 2)]);
      await seesAll(some, [...names('b', 1, 20), ...names('c', 1, 20)]);
      expect(some.of('a')).toEqual(['a1']);
      slow.resolve();
      await seesAll(some, ['a2']);
    });

    it('lets other groups flow beside one that fails', async () => {
      const [failing, healthy] = [witness(), witness()];
      await join(bus, 'failing', failing, () => {
        throw new Error('never');
      });
      await join(bus, 'healthy', healthy);
      await bus.publish(facts('a', 1, 10));
      await seesAll(healthy, names('a', 1, 10));
      await seesAll(failing, ['a1']);
      expect(new Set(failing.all())).toEqual(new Set(['a1']));
    });

    it('hands a key to one member of a group, and to the next one when it leaves', async () => {
      const [first, second] = [witness(), witness()];
      const member = await join(bus, 'g', first);
      await join(await open(), 'g', second);
      await bus.publish(facts('a', 1, 50));
      await until('all facts to be seen by either', () => {
        return new Set([...first.all(), ...second.all()]).size === 50;
      });
      await member.stop();
      await bus.publish(facts('a', 51, 60));
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
          await bus.publish(keys.map((key) => fact(key, n)));
          last = n;
        }
      })();
      let member = await join(bus, 'g', some);
      for (let round = 1; round <= 3; round += 1) {
        const next = await join(await open(), 'g', some);
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

    it('hands on what is published twice, each time', async () => {
      const some = witness();
      const batch = facts('a', 1, 2);
      await bus.publish(batch);
      await bus.publish(batch);
      await join(bus, 'g', some);
      await until('four deliveries', () => some.all().length === 4);
      expect(some.all()).toEqual(['a1', 'a2', 'a1', 'a2']);
    });

    it('hands on an old batch that a relay, which wakes up late, appends again behind newer facts', async () => {
      const some = witness();
      await join(bus, 'g', some);
      const old = facts('a', 1, 2);
      await bus.publish(old);
      await bus.publish(facts('a', 3, 4));
      await (await open()).publish(old);
      await until('six deliveries', () => some.all().length === 6);
      expect(some.all()).toEqual(['a1', 'a2', 'a3', 'a4', 'a1', 'a2']);
      // Where it lies now, not where it lay: whoever has come to a4 has not seen it.
      const positions = some.seen.map(({ position }) => position);
      expect(positions).toEqual([...new Set(positions)].sort());
    });

    it('carries large batches and large facts whole', async () => {
      const some = witness();
      await join(bus, 'g', some);
      const keys = ['a', 'b', 'c', 'd', 'e'];
      const batch = Array.from({ length: 400 }, (_, n) => keys.map((key) => fact(key, n))).flat();
      await bus.publish(batch);
      const large = { ...fact('z', 1), data: { n: 1, text: 'ß'.repeat(200_000) } };
      await bus.publish([large]);
      await seesAll(some, ['z1', ...keys.flatMap((key) => names(key, 0, 399))]);
      for (const key of keys) expect(some.of(key)).toEqual(names(key, 0, 399));
      expect(some.seen.find((each) => some.text(each) === 'z1')?.fact).toEqual(large);
    }, 60_000);

    it('carries facts of several topics in one publish', async () => {
      const some = witness();
      const other = { ...fact('p', 1), source: 'payments' as const };
      await bus.publish([fact('a', 1), other, fact('a', 2)]);
      await bus.consume({
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
      await expect(bus.publish([])).resolves.toBeUndefined();
    });

    describe('a tail', () => {
      const tail = (who: Bus, some: Witness, since?: Date) =>
        who.tail({ topics: [TOPIC], since, handle: some.see });

      it('sees every fact from its attaching on, of whichever process, and none from before', async () => {
        await bus.publish(facts('a', 1, 3));
        const some = witness();
        await tail(bus, some);
        const another = await open();
        await bus.publish(facts('a', 4, 6));
        await another.publish(facts('b', 1, 3));
        await seesAll(some, [...names('a', 4, 6), ...names('b', 1, 3)]);
        expect(some.of('a')).toEqual(names('a', 4, 6));
      });

      it('sees what was published since a moment, when it is asked for', async () => {
        await bus.publish(facts('a', 1, 3));
        await new Promise((resolve) => setTimeout(resolve, 20));
        const since = new Date();
        await bus.publish(facts('a', 4, 6));
        const some = witness();
        await tail(bus, some, since);
        await bus.publish(facts('a', 7, 8));
        await seesAll(some, names('a', 4, 8));
        expect(some.of('a')).toEqual(names('a', 4, 8));
      });

      it('says when it has shown all that was there before it was attached', async () => {
        const since = new Date(Date.now() - 60_000);
        await bus.publish(facts('a', 1, 1_200));
        const some = witness();
        const { caughtUp } = await tail(bus, some, since);
        await caughtUp;
        expect(some.of('a')).toEqual(names('a', 1, 1_200));
      });

      it('has caught up at once when there is nothing to show, and when it is stopped', async () => {
        await bus.publish(facts('a', 1, 3));
        const some = witness();
        await (await tail(bus, some)).caughtUp;
        expect(some.all()).toEqual([]);
        const stopped = await tail(bus, witness(), new Date(Date.now() - 60_000));
        await stopped.stop();
        await stopped.caughtUp;
      });

      it('is shown to every process that asks', async () => {
        const [here, there] = [witness(), witness()];
        await tail(bus, here);
        await tail(await open(), there);
        await bus.publish(facts('a', 1, 3));
        await Promise.all([seesAll(here, names('a', 1, 3)), seesAll(there, names('a', 1, 3))]);
      });

      it('sees nothing after it was stopped', async () => {
        const [stopped, other] = [witness(), witness()];
        const subscription = await tail(bus, stopped);
        await tail(bus, other);
        await subscription.stop();
        await bus.publish(facts('a', 1, 3));
        await seesAll(other, names('a', 1, 3));
        expect(stopped.all()).toEqual([]);
      });
    });

    it('knows the end of a key: no fact of it lies beyond', async () => {
      const some = witness();
      await join(bus, 'g', some);
      await bus.publish(facts('a', 1, 3));
      const end = await bus.endPosition(TOPIC, 'a');
      await seesAll(some, names('a', 1, 3));
      const last = some.seen.at(-1)?.position ?? '';
      expect(last <= end).toBe(true);
      await bus.publish([fact('a', 4)]);
      expect((await bus.endPosition(TOPIC, 'a')) > end).toBe(true);
    });

    it('tells what lies after a position, and since when', async () => {
      const before = Date.now();
      await bus.publish(facts('a', 1, 3));
      const all = await bus.backlog(TOPIC, new Map());
      expect(all.facts).toBe(3);
      // The clock of the log and this one may differ by a little.
      expect(Math.abs((all.oldestAt?.getTime() ?? 0) - before)).toBeLessThan(60_000);
      const some = witness();
      await join(bus, 'g', some);
      await seesAll(some, names('a', 1, 3));
      const begin = await bus.positionsBefore(TOPIC, new Date(before - 3_600_000));
      const end = await bus.positionsBefore(TOPIC, new Date(before + 3_600_000));
      const own = [...end].find(([part, position]) => position !== begin.get(part))?.[0] ?? '';
      const after = (index: number) => new Map([...begin, [own, some.seen.at(index)?.position ?? '']]);
      expect((await bus.backlog(TOPIC, after(0))).facts).toBe(2);
      expect(await bus.backlog(TOPIC, after(-1))).toEqual({ facts: 0, oldestAt: null });
      expect(await bus.backlog(TOPIC, new Map([...end, ['another', '0']]))).toEqual({
        facts: 0,
        oldestAt: null,
      });
    });

    it('tells where to begin to see everything from a moment on', async () => {
      await bus.publish(facts('a', 1, 3));
      const { oldestAt } = await bus.backlog(TOPIC, new Map());
      if (!oldestAt) throw new Error('expected facts');
      expect(await bus.backlog(TOPIC, await bus.positionsBefore(TOPIC, oldestAt))).toMatchObject({
        facts: 3,
      });
      const later = new Date(Date.now() + 3_600_000);
      expect(await bus.backlog(TOPIC, await bus.positionsBefore(TOPIC, later))).toMatchObject({ facts: 0 });
      expect(new Set((await bus.positionsBefore('loyalty', oldestAt)).values())).toEqual(new Set(['0']));
    });

    it('names its log for good: one epoch for all processes, and another one for another log', async () => {
      const epoch = await bus.epoch(TOPIC);
      expect(epoch).toMatch(/^[0-9a-zA-Z]{1,40}$/);
      await bus.publish(facts('a', 1, 3));
      expect(await (await open()).epoch(TOPIC)).toBe(epoch);
      const other = await create();
      const elsewhere = await other.open();
      expect(await elsewhere.epoch(TOPIC)).not.toBe(epoch);
      await elsewhere.close();
      await other.dispose();
    });

    it('finishes the fact in hand when it is closed, and takes up no other', async () => {
      const some = witness();
      const started = Promise.withResolvers<void>();
      const mayFinish = Promise.withResolvers<void>();
      let isFinished = false;
      await join(bus, 'g', some, async () => {
        started.resolve();
        await mayFinish.promise;
        isFinished = true;
      });
      await bus.publish(facts('a', 1, 2));
      await started.promise;
      const closing = bus.close();
      mayFinish.resolve();
      await closing;
      opened.splice(opened.indexOf(bus), 1);
      expect(isFinished).toBe(true);
      expect(some.all()).toEqual(['a1']);
      await expect(bus.publish([fact('a', 3)])).rejects.toThrow();
      const next = witness();
      await join(await open(), 'g', next);
      await seesAll(next, ['a2']);
      expect(next.all()).toEqual(['a2']);
    });

    it('refuses to publish while the log is down, and goes on afterwards with groups and tails', async () => {
      const [some, tailed] = [witness(), witness()];
      await join(bus, 'g', some);
      await bus.tail({ topics: [TOPIC], handle: tailed.see });
      await bus.publish(facts('a', 1, 2));
      await Promise.all([seesAll(some, ['a2']), seesAll(tailed, ['a2'])]);
      const restore = await log.interrupt();
      await expect(bus.publish([fact('a', 3)])).rejects.toThrow();
      await expect(bus.isReady()).resolves.toBe(false);
      await restore();
      await until('the bus to be ready again', () => bus.isReady());
      await until('a publish to succeed', () =>
        bus.publish([fact('a', 4)]).then(
          () => true,
          () => false,
        ),
      );
      await Promise.all([seesAll(some, ['a4']), seesAll(tailed, ['a4'])]);
      expect([...new Set(some.of('a'))].filter((each) => each !== 'a3')).toEqual(['a1', 'a2', 'a4']);
    }, 90_000);
  });
}
