import type { Bus, DeliveredFact, Subscription } from '../bus/bus.ts';
import { handleTraced } from '../bus/fact-spans.ts';
import type { Clock } from '../kernel/clock.ts';
import type { Database } from '../postgres/database.ts';
import { inBackground } from '../postgres/pools.ts';
import type { FactConsumer } from '../service/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import { counter } from '../telemetry/metrics.ts';
import { deadLettersGauge } from './backlog.ts';
import { consumerPositions } from './consumer-positions.ts';
import { handleDelivery } from './handle-delivery.ts';

export interface AttachConsumersOptions {
  readonly subgraph: string;
  readonly database: Database;
  readonly bus: Bus;
  readonly consumers: readonly FactConsumer[];
  readonly clock: Clock;
  readonly logger: Logger;
}

const factsHandled = counter('parterre_facts_handled_total', 'Facts that a consumer is done with.', [
  'subgraph',
  'consumer',
  'outcome',
]);
/**
 * Attaches a subgraph's consumers to the bus, each as a group of its own, `<subgraph>.<consumer>`: one that is slow
 * or stuck stops no other, and all on the connections kept for background work. The bus moves on from a fact
 * when it is done with for good.
 */
export async function attachConsumers(options: AttachConsumersOptions): Promise<Subscription> {
  const { consumers } = options;
  const attached = await Promise.allSettled(
    consumers.map((consumer) => inBackground(() => attach(consumer, options))),
  );
  const subscriptions = attached.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const all: Subscription = {
    async stop() {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
  const refused = attached.find((each) => each.status === 'rejected');
  if (refused) {
    await all.stop();
    throw refused.reason;
  }
  return all;
}

function attach(consumer: FactConsumer, options: AttachConsumersOptions): Promise<Subscription> {
  const { subgraph, database, bus } = options;
  const labels = { subgraph, consumer: consumer.name };

  async function handle(delivered: DeliveredFact): Promise<string> {
    const handled = await handleDelivery(database, consumer, delivered, options);
    const outcome = typeof handled === 'string' ? handled : 'dead_letter';
    factsHandled.inc({ ...labels, outcome });
    // Set anew from the table by a job of the subgraph.
    if (outcome === 'dead_letter' || outcome === 'waiting') deadLettersGauge.inc(labels);
    return outcome;
  }

  const group = `${subgraph}.${consumer.name}`;
  return bus.consume({
    group,
    topics: [consumer.topic],
    begins: consumer.begins,
    width: consumer.width,
    positions: consumerPositions(database, group, consumer.isReplayable ?? false),
    async handle(delivered) {
      const { fact } = delivered;
      if (!consumer.types.includes(fact.type)) return;
      await inBackground(() => handleTraced(bus, group, delivered, () => handle(delivered)));
    },
  });
}
