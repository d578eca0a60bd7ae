import type { Bus, Subscription } from '../bus/bus.ts';
import type { RoomName } from '../kernel/asker.ts';
import type { Database } from '../postgres/database.ts';
import type { FactConsumer } from '../service/service.ts';
import type { Logger } from '../telemetry/logger.ts';
import { counter, gauge } from '../telemetry/metrics.ts';
import { withRemoteParent, withSpan } from '../telemetry/tracing.ts';
import { countDeadLetters } from './dead-letters.ts';
import { type Handled, handleDelivery } from './handle-delivery.ts';

export interface AttachConsumersOptions {
  readonly room: RoomName;
  readonly database: Database;
  readonly bus: Bus;
  readonly consumers: readonly FactConsumer[];
  readonly logger: Logger;
}

const factsHandled = counter('parterre_facts_handled_total', 'Facts that a consumer is done with.', [
  'room',
  'consumer',
  'outcome',
]);
const factLag = gauge('parterre_fact_lag_seconds', 'Age of the fact that a consumer handled last.', [
  'room',
  'consumer',
]);
export const deadLetters = gauge('parterre_dead_letters', 'Facts that lie aside, failed or waiting.', [
  'room',
  'consumer',
]);

/**
 * Attaches a room's consumers to the bus, each as a group of its own, `<room>.<consumer>`: one that is slow
 * or stuck stops no other. The bus moves on from a fact when it is done with for good.
 */
export async function attachConsumers(options: AttachConsumersOptions): Promise<Subscription> {
  const { room, database, bus, consumers, logger } = options;
  const counts = await countDeadLetters(database);
  const subscriptions = await Promise.all(
    consumers.map((consumer) => {
      const labels = { room, consumer: consumer.name };
      deadLetters.set(labels, counts.get(consumer.name) ?? 0);
      return bus.consume({
        group: `${room}.${consumer.name}`,
        topics: [consumer.topic],
        handle: (delivered) =>
          withRemoteParent(delivered.fact.traceparent, async () => {
            if (!consumer.types.includes(delivered.fact.type)) return;
            await withSpan(`${room} ${consumer.name}`, { 'parterre.fact': delivered.fact.type }, async () => {
              const handled = await handleDelivery(database, consumer, delivered, logger);
              factsHandled.inc({ ...labels, outcome: outcomeOf(handled) });
              factLag.set(labels, Math.max(0, Date.now() - Date.parse(delivered.fact.time)) / 1000);
              if (typeof handled === 'object' || handled === 'waiting') deadLetters.inc(labels);
            });
          }),
      });
    }),
  );
  return {
    async stop() {
      await Promise.all(subscriptions.map((subscription) => subscription.stop()));
    },
  };
}

function outcomeOf(handled: Handled): string {
  return typeof handled === 'string' ? handled : 'dead_letter';
}
