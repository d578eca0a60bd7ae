import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs from 'kafkajs';
import { consumerPositions, listConsumerPositions, rewindConsumer } from '../../inbox/consumer-positions.ts';
import { silentLogger } from '../../telemetry/logger.ts';
import { countedFact as fact } from '../../testing/counted-facts.ts';
import { type KafkaUnderTest, kafkaUnderTest } from '../../testing/kafka-under-test.ts';
import { createTestDatabase } from '../../testing/test-database.ts';
import { startTestKafka } from '../../testing/test-kafka.ts';
import { until } from '../../testing/until.ts';
import type { Bus, FactEnvelope, GroupPositions } from '../bus.ts';
import { busConformance } from '../bus-conformance.ts';
import { createTopics } from './create-topics.ts';
import { createKafka } from './kafka-client.ts';
import { partitionOf } from './publisher.ts';

const kafka = await startTestKafka();
afterAll(() => kafka?.stop());

// What a broker's death does is in kafka-restart.int.test.ts and kafka-loss.int.test.ts: this one is everybody's.
if (kafka) busConformance('Apache Kafka', () => kafkaUnderTest(kafka.brokers));

(kafka ? describe : describe.skip)('the bus in Apache Kafka', () => {
  const keys = Array.from({ length: 20 }, (_, n) => `key-${n}`);
  let log: KafkaUnderTest;
  let opened: Bus[];
  let crashes: Error[];
  beforeEach(async () => {
    log = await kafkaUnderTest(kafka?.brokers ?? []);
    opened = [];
    crashes = [];
  });
  afterEach(() => Promise.all(opened.map((bus) => bus.close())));

  async function open(): Promise<Bus> {
    const bus = await log.open({ onCrash: (error) => void crashes.push(error) });
    opened.push(bus);
    return bus;
  }

  /** Joins the group; answers the ids of what this member is handed, and how it stops. */
  async function join(bus: Bus, positions?: GroupPositions) {
    const handled: string[] = [];
    const { stop } = await bus.consume({
      group: 'g',
      topics: ['tickets'],
      positions,
      async handle({ fact: { id } }) {
        handled.push(id);
      },
    });
    return { handled, stop };
  }

  function keptPositions() {
    const kept = new Map<string, string>();
    const positions: GroupPositions = {
      load: async (parts) => new Map([...kept].filter(([part]) => parts.includes(part))),
      async store(done) {
        for (const [part, position] of done) kept.set(part, position);
      },
    };
    return { kept, positions };
  }

  const sees = (wanted: readonly FactEnvelope[], ...members: { readonly handled: readonly string[] }[]) =>
    until(`${wanted.length} facts to be handled`, () => {
      const all = new Set(members.flatMap(({ handled }) => handled));
      return wanted.every(({ id }) => all.has(id));
    });

  async function withAdmin<Result>(
    work: (admin: ReturnType<ReturnType<typeof createKafka>['admin']>) => Promise<Result>,
  ): Promise<Result> {
    const admin = createKafka(log.options, silentLogger).admin();
    await admin.connect();
    return work(admin).finally(() => admin.disconnect());
  }
  const topic = () => `${log.options.prefix}tickets`;

  it('shares the partitions among the members of a group, and gives all to the one that is left', async () => {
    const first = await join(await open());
    const second = await join(await open());
    const shared = keys.map(fact);
    await opened[0]?.publish(shared);
    await sees(shared, first, second);
    const partsOf = ({ handled }: { handled: string[] }) =>
      new Set(shared.filter(({ id }) => handled.includes(id)).map(({ subject }) => subject));
    expect(partsOf(first).size).toBeGreaterThan(0);
    expect(partsOf(second).size).toBeGreaterThan(0);
    expect([...partsOf(first)].filter((key) => partsOf(second).has(key))).toEqual([]);
    await first.stop();
    const left = keys.map(fact);
    await opened[0]?.publish(left);
    await sees(left, second);
  });

  it('refuses to start without its topics, and to change how many partitions one has', async () => {
    await expect(log.open({ topics: ['tickets', 'venues'] })).rejects.toThrow(
      /^expected the Kafka topics .*venues, found no .*\.venues; they are made beforehand/,
    );
    const another = { ...log.options, partitionsOf: (topic: string) => (topic === 'payments' ? 3 : 4) };
    await expect(createTopics({ ...another, replication: 1 })).rejects.toThrow(
      /^expected the topic \S+\.tickets to have 4 partitions, got 3; the topic \S+\.loyalty to have 4 partitions, got 3;/,
    );
    await createTopics({ ...log.options, partitionsOf: () => 3, replication: 1 });
    await expect((await open()).publish([{ ...fact('a'), source: 'venues' }])).rejects.toThrow('"venues"');
  });

  it('makes each topic with as many partitions as it is to have', async () => {
    const topics = ['venues', 'halls'];
    const partitionsOf = (topic: string) => (topic === 'venues' ? 2 : 5);
    await createTopics({ ...log.options, topics, partitionsOf, replication: 1 });
    const made = await withAdmin((admin) =>
      admin.fetchTopicMetadata({ topics: topics.map((each) => `${log.options.prefix}${each}`) }),
    );
    expect(made.topics.map(({ name, partitions }) => [name, partitions.length]).sort()).toEqual([
      [`${log.options.prefix}halls`, 5],
      [`${log.options.prefix}venues`, 2],
    ]);
  });

  it('ends when a topic is made anew under it, and the next one begins at its first fact', async () => {
    const { positions } = keptPositions();
    const bus = await open();
    const epoch = await bus.epoch('tickets');
    const member = await join(bus, positions);
    const old = keys.map(fact);
    await bus.publish(old);
    await sees(old, member);
    await member.stop();
    await bus.tail({ topics: ['tickets'], handle() {} });
    await log.makeAnew();
    await until('the bus to see it', () => crashes.length > 0);
    expect(crashes[0]?.message).toMatch(/was deleted and made anew; this process has to be started again/);
    expect(await bus.isReady()).toBe(false);

    const next = await open();
    expect(await next.epoch('tickets')).not.toBe(epoch);
    // As many as before: by their offsets alone they would have been handled.
    const anew = keys.map(fact);
    await next.publish(anew);
    await sees(anew, await join(next, positions));
  });

  it('crashes when kafkajs gives a consumer up: whoever opened it is told, and it is not ready', async () => {
    const { roundRobin } = kafkajs.PartitionAssigners;
    const other = createKafka(log.options, silentLogger).consumer({
      groupId: `${log.options.prefix}g`,
      partitionAssigners: [(cluster) => ({ ...roundRobin(cluster), name: 'another' })],
    });
    await other.connect();
    await other.subscribe({ topics: [topic()] });
    const joined = new Promise((resolve) => other.on('consumer.group_join', resolve));
    await other.run({ eachMessage: async () => {} });
    await joined;
    // Members that do not agree on how to share the partitions: nothing that another try would mend.
    const bus = await open();
    await expect(join(bus)).rejects.toThrow();
    expect(crashes).toHaveLength(1);
    expect(await bus.isReady()).toBe(false);
    await other.disconnect();
  });

  it('keeps positions in the database of whoever consumes: members share them, and a person rewinds them', async () => {
    const test = await createTestDatabase();
    const group = 'g';
    const member = async () => join(await open(), consumerPositions(test.database, group, false));
    const members = [await member(), await member()];
    const some = [...keys, ...keys].map(fact);
    const bus = await open();
    await bus.publish(some);
    await sees(some, ...members);
    const waiting = async () => {
      const [own] = await listConsumerPositions(test.database);
      return (await bus.backlog('tickets', own?.positions ?? new Map())).facts;
    };
    await until('the positions of both to be stored', async () => (await waiting()) === 0);
    const times = () => members.flatMap(({ handled }) => handled).length;
    expect(times()).toBe(some.length);
    const begin = await bus.positionsBefore('tickets', new Date(0));
    expect(begin.size).toBe(3);
    await rewindConsumer(test.database, group, begin);
    await bus.publish(keys.map(fact));
    await until('everything to come again', () => times() >= 2 * some.length + keys.length);
    await until('nothing to wait', async () => (await waiting()) === 0);
    await Promise.all(members.map((member) => member.stop()));
    await test.drop();
  });

  it('passes over a message that is no fact, and is done with it', async () => {
    const { kept, positions } = keptPositions();
    const bus = await open();
    const member = await join(bus, positions);
    const [before, after] = [fact('a'), fact('a')];
    await bus.publish([before]);
    const producer = createKafka(log.options, silentLogger).producer({
      createPartitioner: () => () => 0,
    });
    await producer.connect();
    for (const partition of [0, 1, 2]) {
      await producer.send({ topic: topic(), messages: [{ partition, key: 'a', value: '{"no":"fact"' }] });
    }
    await producer.disconnect();
    await bus.publish([after]);
    await sees([before, after], member);
    await until('nothing to wait', async () => (await bus.backlog('tickets', new Map(kept))).facts === 0);
    expect(member.handled).toEqual([before.id, after.id]);
  });

  it('bounds how many facts of its partition are taken up behind a stuck one, and then goes on', async () => {
    const bus = await open();
    const handled: string[] = [];
    const stuck = Promise.withResolvers<void>();
    const isBeside = (key: string) => partitionOf(key, 3) === partitionOf('stuck', 3);
    const beside = keys.filter(isBeside);
    const behind = Array.from({ length: 6_000 }, (_, n) => fact(beside[n % beside.length] ?? ''));
    await bus.publish([fact('stuck')]);
    for (let n = 0; n < behind.length; n += 1_000) await bus.publish(behind.slice(n, n + 1_000));
    await bus.consume({
      group: 'g',
      topics: ['tickets'],
      async handle({ fact: { subject, id } }) {
        if (subject === 'stuck') await stuck.promise;
        handled.push(id);
      },
    });
    await until('others to flow', () => handled.length >= 1_900);
    const elsewhere = fact(keys.find((key) => !isBeside(key)) ?? '');
    await bus.publish([elsewhere]);
    await until('another partition to flow', () => handled.includes(elsewhere.id));
    // Two thousand, and what one fetch of 256 KB brings.
    expect(handled.length).toBeLessThan(4_000);
    stuck.resolve();
    await until('all of them', () => handled.length === behind.length + 2);
  });

  it('tells lag tools how far a group has come', async () => {
    const { positions } = keptPositions();
    const bus = await open();
    const member = await join(bus, positions);
    const some = keys.map(fact);
    await bus.publish(some);
    await sees(some, member);
    await member.stop();
    const committed = await withAdmin((admin) =>
      admin.fetchOffsets({ groupId: `${log.options.prefix}g`, topics: [topic()] }),
    );
    const sum = committed[0]?.partitions.reduce((all, { offset }) => all + Math.max(0, Number(offset)), 0);
    expect(sum).toBe(some.length);
  });
});
