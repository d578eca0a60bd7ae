import type { Bus, Subscription } from '@parterre/platform/bus/bus.ts';
import { consumerPositions } from '@parterre/platform/inbox/consumer-positions.ts';
import type { Clock } from '@parterre/platform/kernel/clock.ts';
import type { Database } from '@parterre/platform/postgres/database.ts';
import { DatabaseOutage } from '@parterre/platform/postgres/errors.ts';
import type { Logger } from '@parterre/platform/telemetry/logger.ts';
import type { Application } from '../../application/application.ts';
import { countedFacts } from '../../application/contribution-of.ts';

export interface ReplayOptions {
  /** A new name begins at the first fact of the bus, a known one goes on where it was. */
  readonly name: string;
  readonly bus: Bus;
  readonly database: Database;
  readonly clock: Clock;
  readonly logger: Logger;
}

/**
 * Reads the bus again beside the normal consumers and records whatever is missing: after a backup was
 * restored, or PostgreSQL was stopped so hard that it forgot its last commits. What is there is not counted
 * again.
 */
export function replay(
  { commands }: Application,
  { name, bus, database, clock, logger }: ReplayOptions,
): Promise<Subscription> {
  const types: readonly string[] = Object.values(countedFacts).flat();
  const group = `analytics.replay-${name}`;
  return bus.consume({
    group,
    positions: consumerPositions(database, group, true),
    topics: ['events', 'tickets'],
    async handle({ fact }) {
      if (!types.includes(fact.type)) return;
      try {
        await database.transaction((tx) => commands.recordFact(fact, { tx, now: clock.now() }));
      } catch (error) {
        if (error instanceof DatabaseOutage) throw error;
        // The consumer that met it first has laid it aside; it must not stop the ones behind it here.
        logger.error({ fact: fact.id, type: fact.type, err: error }, 'a fact could not be replayed');
      }
    },
  });
}
