import { afterAll, afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type BusWithMember, busWithMember } from '../../testing/bus-with-member.ts';
import { countedFact } from '../../testing/counted-facts.ts';
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
import { startTestKafka } from '../../testing/test-kafka.ts';
import { until } from '../../testing/until.ts';

const kafka = await startTestKafka();
afterAll(() => kafka?.stop());

(kafka ? describe : describe.skip)('a member that its group has lost', () => {
  let network: ForgingNetwork;
  let member: BusWithMember;
  beforeEach(async () => {
    network = forgingNetwork();
    member = await busWithMember(kafka?.brokers ?? [], network.socketFactory);
  });
  afterEach(() => member.bus.close());

  async function goesOnAfter(answers: readonly ForgedAnswer[]): Promise<void> {
    const { bus, handled, crashes } = member;
    const [before, after] = [countedFact('a'), countedFact('a')];
    await bus.publish([before]);
    await until('a fact to be handled', () => handled.has(before.id));
    network.forge(answers);
    await until('the answers to be given', () => network.left() === 0);
    await bus.publish([after]);
    await until('the next fact to be handled', () => handled.has(after.id));
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
