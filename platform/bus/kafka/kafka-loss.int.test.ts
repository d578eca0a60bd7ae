import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import kafkajs, { type Producer } from 'kafkajs';
import { silentLogger } from '../../telemetry/logger.ts';
import { countedFacts, publishUntilTaken } from '../../testing/counted-facts.ts';
import { type KafkaUnderTest, kafkaUnderTest } from '../../testing/kafka-under-test.ts';
import { startTestCluster } from '../../testing/test-kafka.ts';
import { until } from '../../testing/until.ts';
import { API_VERSIONS, watchedNetwork } from '../../testing/watched-network.ts';
import type { Bus, FactEnvelope } from '../bus.ts';
import { createCluster } from './cluster.ts';
import { createKafka } from './kafka-client.ts';

/** Of three brokers one dies in the middle of sends. One broker alone cannot show this. */
const kafka = await startTestCluster(3);
afterAll(() => kafka?.stop());

const PARTITIONS = 6;
const KEYS = 60;
/** For kafkajs by itself: as long as others need to take over, on a busy machine too. */
const REQUEST_TIMEOUT_MS = 120_000;

const batch = () => countedFacts(KEYS);

/** Which of these the log does not hold. */
async function missing(bus: Bus, facts: readonly FactEnvelope[]): Promise<string[]> {
  const held = new Set<string>();
  const { caughtUp, stop } = await bus.tail({
    topics: ['tickets'],
    since: new Date(Date.now() - 3_600_000),
    handle: ({ fact: { id } }) => void held.add(id),
  });
  await caughtUp;
  await stop();
  return facts.map(({ id }) => id).filter((id) => !held.has(id));
}

(kafka ? describe : describe.skip)('of three brokers one dies when it has been sent facts', () => {
  let log: KafkaUnderTest;
  let bus: Bus;
  beforeEach(async () => {
    log = await kafkaUnderTest(kafka?.brokers ?? [], { partitions: PARTITIONS, replication: 3 });
    bus = await log.open();
  });
  afterEach(() => bus.close());

  const topic = () => `${log.options.prefix}tickets`;

  /** Which nodes lead partitions, as these brokers know it; -1 where nobody does. */
  async function leaders(brokers: readonly string[]): Promise<readonly number[]> {
    const cluster = createCluster(createKafka({ brokers }, silentLogger));
    try {
      return [...(await cluster.leaders([topic()])).keys()];
    } finally {
      await cluster.close();
    }
  }

  /** A broker that leads partitions, as its place in the list: nodes are numbered from 1. */
  const leading = async () => ((await leaders(kafka?.brokers ?? []))[0] ?? 0) - 1;

  /**
   * Publishes while this broker, which leads partitions, does not answer, and kills it once the others lead them, and whatever
   * else was asked for has come to pass.
   */
  async function publishThroughDeath(
    dying: number,
    publish: () => Promise<unknown>,
    isTime: () => boolean = () => true,
  ): Promise<void> {
    await kafka?.pause(dying);
    const publishing = publish();
    // Awaited below, when it may have been rejected already.
    publishing.catch(() => undefined);
    const others = kafka?.brokers.filter((_, index) => index !== dying) ?? [];
    try {
      await until('the others to lead', async () => {
        const now = await leaders(others).catch((): number[] => []);
        return now.length > 0 && !now.includes(-1) && !now.includes(dying + 1);
      });
      await until('what is to come first', isTime);
      await kafka?.kill(dying);
      await publishing;
    } finally {
      await kafka?.kill(dying);
      await kafka?.start(dying);
    }
  }

  /** Tells which brokers have answered to what was produced. */
  function answering(producer: Producer): ReadonlySet<string> {
    const answered = new Set<string>();
    producer.on('producer.network.request', ({ payload: { apiName, broker } }) => {
      if (apiName === 'Produce') answered.add(broker);
    });
    return answered;
  }

  it('and kafkajs by itself, with one send over all partitions, loses them: why the bus does not do so', async () => {
    const plain = new kafkajs.Kafka({
      brokers: [...(kafka?.brokers ?? [])],
      requestTimeout: REQUEST_TIMEOUT_MS,
      logLevel: kafkajs.logLevel.NOTHING,
    });
    const producer = plain.producer({ createPartitioner: kafkajs.Partitioners.DefaultPartitioner });
    await producer.connect();
    const facts = batch();
    const send = (sent: readonly FactEnvelope[]) =>
      producer.send({
        topic: topic(),
        acks: -1,
        timeout: REQUEST_TIMEOUT_MS,
        messages: sent.map((fact) => ({ key: fact.subject, value: JSON.stringify(fact) })),
      });
    // It knows who leads, and is connected to all: else it may ask the very one that does not answer.
    await send(batch());
    const answered = answering(producer);
    // On its retry it passes over brokers that have answered, and these lead now what the dead one did.
    await publishThroughDeath(
      await leading(),
      () => send(facts),
      () => answered.size === 2,
    );
    const lost = await missing(bus, facts);
    expect(lost.length).toBeGreaterThan(0);
    expect(lost.length).toBeLessThan(KEYS);
    await producer.disconnect();
  }, 240_000);

  it('and the bus loses nothing that it called published', async () => {
    const facts = batch();
    await publishThroughDeath(await leading(), () => publishUntilTaken(bus, facts));
    expect(await missing(bus, facts)).toEqual([]);
  }, 240_000);

  it('and the bus, which has asked that one first, asks it no more and goes on at the others before it is dead', async () => {
    const dying = await leading();
    const first = kafka?.brokers[dying] ?? '';
    const brokers = [first, ...(kafka?.brokers ?? []).filter((broker) => broker !== first)];
    const network = watchedNetwork(first);
    const other = await log.open({ brokers, socketFactory: network.socketFactory });
    const facts = batch();
    let asked: readonly number[] | null | undefined;
    await publishThroughDeath(
      dying,
      async () => {
        await publishUntilTaken(other, facts);
        asked = network.askedSinceBreak();
      },
      () => asked !== undefined,
    ).finally(() => other.close());
    // Whether it answers is asked; null would say that it has not even been given up.
    expect(asked?.filter((request) => request !== API_VERSIONS)).toEqual([]);
    expect(await missing(bus, facts)).toEqual([]);
  }, 240_000);
});
