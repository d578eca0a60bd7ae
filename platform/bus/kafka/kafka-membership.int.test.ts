import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newId } from '../../kernel/ids.ts';
import {
  COORDINATOR_LOADING,
  FIND_COORDINATOR,
  type ForgedAnswer,
  type ForgingNetwork,
  forgingNetwork,
  HEARTBEAT,
  JOIN_GROUP,
  REBALANCING,
  UNKNOWN_MEMBER,
} from '../../testing/forged-answers.ts';
import { kafkaUnderTest } from '../../testing/kafka-under-test.ts';
import { startTestKafka } from '../../testing/test-kafka.ts';
import { until } from '../../testing/until.ts';
import type { Bus, FactEnvelope } from '../bus.ts';

const kafka = await startTestKafka();
afterAll(() => kafka?.stop());

(kafka ? describe : describe.skip)('a member that its group has lost', () => {
  let network: ForgingNetwork;
  let bus: Bus;
  let crashes: Error[];
  beforeEach(async () => {
    crashes = [];
    network = forgingNetwork();
    const log = await kafkaUnderTest(kafka?.brokers ?? []);
    bus = await log.open({
      socketFactory: network.socketFactory,
      onCrash: (error) => void crashes.push(error),
    });
  });
  afterEach(() => bus.close());

  const fact = (): FactEnvelope => ({
    specversion: '1.0',
    id: newId(),
    type: 'Counted',
    source: 'tickets',
    subject: 'a',
    time: new Date().toISOString(),
    datacontenttype: 'application/json',
    data: {},
  });

  async function goesOnAfter(answers: readonly ForgedAnswer[]): Promise<void> {
    const handled: string[] = [];
    await bus.consume({
      group: 'g',
      topics: ['tickets'],
      async handle({ fact: { id } }) {
        handled.push(id);
      },
    });
    const [before, after] = [fact(), fact()];
    await bus.publish([before]);
    await until('a fact to be handled', () => handled.includes(before.id));
    network.forge(answers);
    await until('the answers to be given', () => network.left() === 0);
    await bus.publish([after]);
    await until('the next fact to be handled', () => handled.includes(after.id));
    expect(crashes).toEqual([]);
  }

  it('joins again though the coordinator forgets it during a rebalance and then cannot take it yet', () =>
    goesOnAfter([
      { request: HEARTBEAT, error: REBALANCING },
      { request: JOIN_GROUP, error: UNKNOWN_MEMBER },
      { request: JOIN_GROUP, error: COORDINATOR_LOADING },
    ]));

  it('joins again though no broker can say at the moment who coordinates the group', () =>
    goesOnAfter([
      { request: HEARTBEAT, error: UNKNOWN_MEMBER },
      { request: FIND_COORDINATOR, error: COORDINATOR_LOADING },
    ]));
});
